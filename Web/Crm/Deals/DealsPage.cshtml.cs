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
    public bool MayBinOwn => member.Can(Permission.CrmDeleteOwn);
    public bool MayWrite => member.Can(Permission.CrmWrite);
    public Toast? Toast { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "after")] string? cursor, [FromQuery] Guid? binned, CancellationToken cancellation)
    {
        var (people, stages) = await ArrangeAsync(cancellation);
        var (rows, sums) = await db.ReadAsync(Rows(cursor), DealListing.Sums(NarrowByIndex, CountCap + 1), cancellation);
        (List, Foot) = (ListOf(rows, stages, people), FootOf(sums, capped: true));
        Chips = new DealChips(Filter, "/deals", texts, stages, people, entered.Required);
        if (rows.Count == 0) AnyAtAll = await db.Deals.AnyAsync(cancellation);
        if (binned is { } id) Toast = new Toast(texts["Toast.Binned"], texts["Undo"], $"/deals/{id}/restore");
    }

    /// <summary>The next rows, for the button below them.</summary>
    public async Task<IActionResult> OnGetRowsAsync([FromQuery(Name = "after")] string? cursor, CancellationToken cancellation)
    {
        var (people, stages) = await ArrangeAsync(cancellation);
        return Partial("_DealRows", ListOf(await db.ReadAsync(Rows(cursor), cancellation), stages, people));
    }

    /// <summary>The exact foot, fetched beside the page where adding up takes longer than showing it.</summary>
    public async Task<IActionResult> OnGetFootAsync(CancellationToken cancellation)
    {
        Filter = DealFilter.Of(Request.Query);
        return Partial("_DealFoot", FootOf(await db.ReadAsync(DealListing.Sums(Narrow, null), cancellation), capped: false));
    }

    public string SortUrl(string key) => Filter.Url("/deals", ("sort", Sort.Next(key).Word));

    public string? AriaSort(string key) => key != Sort.Key ? null : Sort.Descending ? "descending" : "ascending";

    private async Task<(People People, StageMap Stages)> ArrangeAsync(CancellationToken cancellation)
    {
        (Filter, Sort) = (DealFilter.Of(Request.Query), DealSort.Of(Request.Query["sort"]));
        return (await db.PeopleAsync(cancellation), await db.StagesAsync(cancellation));
    }

    private void Narrow(Statement sql) => Filter.Narrow(sql, db, now, entered.Required);

    private void NarrowByIndex(Statement sql)
    {
        Narrow(sql);
        if (Filter.IsBroad && Sort.IsFreshest) sql.PlanOnce();
    }

    private Statement<DealRow> Rows(string? cursor) => DealListing.Rows(db.TenantId, NarrowByIndex, Sort, cursor, PageSize + 1);

    private DealList ListOf(IReadOnlyList<DealRow> rows, StageMap stages, People people)
    {
        var more = rows.Count > PageSize ? Filter.Url("/deals", ("sort", Sort.Word), ("after", Sort.After(rows[PageSize - 1]))) : null;
        return DealList.Of([.. rows.Take(PageSize)], more, stages, people, new Days(entered.Required.Calendar, now.At), entered.Required.Currency, texts, now);
    }

    /// <param name="capped">No more were added up than the cap and one; beyond it, the page says so and fetches the rest.</param>
    private DealFoot FootOf(IReadOnlyList<DealSum> sums, bool capped)
    {
        var count = sums.Sum(sum => sum.Count);
        return new DealFoot(sums, count, count > CountCap, capped && count > CountCap ? Filter.Url("/deals", ("handler", "foot")) : null, entered.Required.Currency);
    }
}

/// <param name="More">Where the exact sums are fetched, when these are not.</param>
public sealed record DealFoot(IReadOnlyList<DealSum> Sums, int Count, bool Capped, string? More, string Currency)
{
    public string CountText => Capped ? Figures.Count(DealsPage.CountCap) + "+" : Figures.Count(Count);

    public string Money(Money? amount) => amount is not { } known ? "–" : known.Currency == Currency ? Figures.Plain(known) : Figures.Whole(known);
}
