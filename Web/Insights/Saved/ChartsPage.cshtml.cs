using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Charts;
using Web.Kernel;
using Web.Language;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Saved;

/// <param name="Kind">What its kind of chart is called.</param>
public sealed record SavedChartRow(Guid Id, string Title, string? Description, string Icon, string Kind, string Data, Guid? OwnerId, string? Owner, DateTimeOffset UpdatedAt);

/// <summary>The charts that people have saved, the latest first.</summary>
[Requires(Permission.ChartsRead)]
internal sealed class ChartsPage(
    AppDb db, SavedCharts saved, CurrentMember member, TimeProvider time, IStringLocalizer<SavedTexts> texts) : PageModel
{
    private static readonly Listing<SavedChart> Latest = new Listing<SavedChart>(chart => chart.Id, "-updated_at").By("updated_at", chart => chart.UpdatedAt);

    public SavedChartFilter Filter { get; private set; } = new(null, null, false);
    public IReadOnlyList<SavedChartRow> Rows { get; private set; } = [];
    public string? After { get; private set; }
    public IReadOnlyList<DatasetContract> Datasets { get; private set; } = [];
    public Days Days { get; private set; } = null!;
    public Toast? Toast { get; private set; }
    public bool MayAsk => member.Can(Permission.ChartsAsk);
    public string Sample => texts[MayAsk ? "Charts.Sample" : "Charts.None.Reader"];

    /// <param name="binned">The chart that has just been put in the bin.</param>
    public async Task OnGetAsync([FromQuery(Name = "after")] string? cursor, Guid? binned, CancellationToken cancellation)
    {
        await ReadAsync(cursor, cancellation);
        if (binned is { } id && member.Can(Permission.ChartsSave)) Toast = new Toast(texts["Toast.Binned"], texts["Undo"], $"/charts/{id}/restore");
    }

    public async Task<IActionResult> OnGetRowsAsync([FromQuery(Name = "after")] string? cursor, CancellationToken cancellation)
    {
        await ReadAsync(cursor, cancellation);
        return Partial("_ChartRows", this);
    }

    private async Task ReadAsync(string? cursor, CancellationToken cancellation)
    {
        var reader = await saved.ReaderAsync(cancellation);
        (Filter, Days) = (SavedChartFilter.Of(Request.Query), new Days(reader.Calendar, time.GetUtcNow()));
        Datasets = [.. reader.Catalog.Contracts.OrderBy(contract => contract.TitleIn(reader.Locale), StringComparer.CurrentCulture)];
        var charts = Filter.Apply(await saved.AllAsync(cancellation), member.Id).AsNoTracking();
        var (rows, next, _) = await Latest.ReadAsync(charts, new ListRequest(cursor, PageSize.Default, null, null), cancellation);
        var owners = rows.Select(chart => chart.OwnerId).OfType<Guid>().Distinct().ToArray();
        var names = await db.Members.Where(one => owners.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        After = next;
        Rows = [.. rows.Select(chart => new SavedChartRow(
            chart.Id, chart.Title, chart.Description, ChartIcon.Of(chart.ChartType), Wording.ChartName(chart.ChartType, reader.Locale),
            reader.Catalog.Find(chart.Dataset)!.Contract.TitleIn(reader.Locale), chart.OwnerId, chart.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null, chart.UpdatedAt))];
    }
}
