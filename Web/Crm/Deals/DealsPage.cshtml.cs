using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>Deals as a list: filtered, sorted, a page at a time, with what they come to.</summary>
[Requires(Permission.CrmRead)]
internal sealed class DealsPage(AppDb db, CurrentMember member, EnteredTenant entered, Moment now, IStringLocalizer<CrmTexts> texts) : PageModel
{
    public const int PageSize = 50, CountCap = 1000;

    public DealFilter Filter { get; private set; } = new();
    public DealSort Sort { get; private set; } = DealSort.Of(null);
    public DealList List { get; private set; } = null!;
    public DealChips Chips { get; private set; } = null!;
    public DealFoot Foot { get; private set; } = null!;
    public bool AnyAtAll { get; private set; } = true;
    public bool MayWrite => member.Can(Permission.CrmWrite);
    public Toast? Toast { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "after")] string? cursor, [FromQuery] Guid? binned, CancellationToken cancellation)
    {
        var (matches, people, stages) = await ReadAsync(cursor, cancellation);
        Chips = new DealChips(Filter, "/deals", texts, stages, people, entered.Required);
        Foot = await FootAsync(matches, CountCap + 1, cancellation);
        if (List.Rows.Count == 0) AnyAtAll = await db.Deals.AnyAsync(cancellation);
        if (binned is { } id) Toast = new Toast(texts["Toast.Binned"], texts["Undo"], $"/deals/{id}/restore");
    }

    /// <summary>The next rows, for the button below them.</summary>
    public async Task<IActionResult> OnGetRowsAsync([FromQuery(Name = "after")] string? cursor, CancellationToken cancellation)
    {
        await ReadAsync(cursor, cancellation);
        return Partial("_DealRows", List);
    }

    /// <summary>The exact foot, fetched beside the page where adding up takes longer than showing it.</summary>
    public async Task<IActionResult> OnGetFootAsync(CancellationToken cancellation)
    {
        Filter = DealFilter.Of(Request.Query);
        return Partial("_DealFoot", await FootAsync(Filter.Narrow(db, now, entered.Required), null, cancellation));
    }

    public string SortUrl(string key) => Filter.Url("/deals", ("sort", Sort.Next(key).Word));

    public string? AriaSort(string key) => key != Sort.Key ? null : Sort.Descending ? "descending" : "ascending";

    private async Task<(IQueryable<Deal> Matches, People People, StageMap Stages)> ReadAsync(string? cursor, CancellationToken cancellation)
    {
        (Filter, Sort) = (DealFilter.Of(Request.Query), DealSort.Of(Request.Query["sort"]));
        var (people, stages) = (await db.PeopleAsync(cancellation), await db.StagesAsync(cancellation));
        var matches = Filter.Narrow(db, now, entered.Required);
        var rows = await Sort.Order(Sort.Below(matches, cursor)).Take(PageSize + 1).AsRows(db).ToListAsync(cancellation);
        var more = rows.Count > PageSize ? Filter.Url("/deals", ("sort", Sort.Word), ("after", Sort.After(rows[PageSize - 1]))) : null;
        List = DealList.Of([.. rows.Take(PageSize)], more, stages, people, new Days(entered.Required.Calendar, now.At), entered.Required.Currency, texts, now);
        return (matches, people, stages);
    }

    /// <param name="most">How many are added up at most; beyond, the page says so and fetches the rest.</param>
    private async Task<DealFoot> FootAsync(IQueryable<Deal> matches, int? most, CancellationToken cancellation)
    {
        var sums = await (most is { } cap ? matches.Take(cap) : matches).SumsAsync(cancellation);
        var count = sums.Sum(sum => sum.Count);
        return new DealFoot(sums, count, count > CountCap, most is not null && count > CountCap ? Filter.Url("/deals", ("handler", "foot")) : null, entered.Required.Currency);
    }
}

/// <param name="More">Where the exact sums are fetched, when these are not.</param>
public sealed record DealFoot(IReadOnlyList<DealSum> Sums, int Count, bool Capped, string? More, string Currency)
{
    public string CountText => Capped ? Figures.Count(DealsPage.CountCap) + "+" : Figures.Count(Count);

    public string Money(Money? amount) => amount is not { } known ? "–" : known.Currency == Currency ? Figures.Plain(known) : Figures.Whole(known);
}
