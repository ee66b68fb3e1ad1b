using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Datasets.History;

/// <summary>Who changed what a dataset means, and when; each state before a change can be brought back.</summary>
[Requires(Permission.DatasetsManage)]
internal sealed class HistoryPage(
    PermittedDatasets datasets, ContractEditing editing, AppDb db, EnteredTenant entered, TimeProvider time, IStringLocalizer<DatasetsTexts> texts) : PageModel
{
    private const int Most = 100;

    public string Key { get; private set; } = "";
    public string Title { get; private set; } = "";
    public IReadOnlyList<VersionLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(string key, CancellationToken cancellation)
    {
        var (stored, contract) = await FindAsync(key, cancellation);
        (Key, Title) = (key, contract.TitleIn(Locales.Current));
        var (calendar, now) = (entered.Required.Calendar, time.GetUtcNow());
        var days = new Days(calendar, now);
        var reachable = (await datasets.ReachableAsync(cancellation)).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var said = new ChangeLines(texts, contract, calendar, calendar.DateOf(now), reachable);
        var versions = await (
            from version in db.DatasetVersions.AsNoTracking()
            join its in db.Members on version.MemberId equals its.Id into members
            from author in members.DefaultIfEmpty()
            where version.DatasetId == stored.Id
            orderby version.Id descending
            select new { Version = version, Who = author == null ? null : author.Name }).Take(Most).ToListAsync(cancellation);
        Lines = [.. versions.Select(one => new VersionLine(one.Version.Id, one.Who ?? texts["History.Somebody"], days.At(one.Version.At), one.Version.Happening == "restored", said.Of(one.Version)))];
    }

    public async Task<IActionResult> OnPostRestoreAsync(string key, Guid version, CancellationToken cancellation)
    {
        var (stored, _) = await FindAsync(key, cancellation);
        await editing.RestoreAsync(await db.UploadedDatasets.SingleAsync(one => one.Id == stored.Id, cancellation), version, cancellation);
        return Redirect($"/data/{key}");
    }

    /// <exception cref="RefusalException">404: there is none for this person, or none that anybody edits.</exception>
    private async Task<(UploadedDataset, Semantics.DatasetContract)> FindAsync(string key, CancellationToken cancellation)
    {
        var found = await datasets.FindAsync(key, cancellation);
        return found?.Uploaded is { } stored ? (stored, found.Dataset.Contract) : throw new RefusalException(404, "dataset_not_found");
    }
}
