using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Audit;
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

    /// <summary>Of what the product itself offers only who may use it changes; that is changed back where it is said.</summary>
    public bool BuiltIn { get; private set; }

    public async Task OnGetAsync(string key, CancellationToken cancellation)
    {
        var found = await datasets.FindAsync(key, cancellation) ?? throw new RefusalException(404, "dataset_not_found");
        var contract = found.Dataset.Contract;
        (Key, Title, BuiltIn) = (key, contract.TitleIn(Locales.Current), found.Uploaded is null);
        var (calendar, now) = (entered.Required.Calendar, time.GetUtcNow());
        var days = new Days(calendar, now);
        var reachable = (await datasets.ReachableAsync(cancellation)).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var said = new ChangeLines(texts, contract, calendar, calendar.DateOf(now), reachable);
        Lines = found.Uploaded is { } stored ? await OfContractAsync(stored, said, days, cancellation) : await OfAccessAsync(key, said, days, cancellation);
    }

    private async Task<IReadOnlyList<VersionLine>> OfAccessAsync(string key, ChangeLines said, Days days, CancellationToken cancellation)
    {
        var changes = await (
            from entry in db.AuditEntries.AsNoTracking()
            join access in db.BuiltInAccess on entry.EntityId equals access.Id
            join its in db.Members on entry.MemberId equals its.Id into members
            from author in members.DefaultIfEmpty()
            where access.Key == key && entry.Changes != null
            orderby entry.Id descending
            select new { entry.Id, entry.At, entry.Changes, Who = author == null ? null : author.Name }).Take(Most).ToListAsync(cancellation);
        return [.. changes.Select(one => new VersionLine(one.Id, one.Who ?? texts["History.Somebody"], days.At(one.At), false, said.Of(one.Changes!)))];
    }

    private async Task<IReadOnlyList<VersionLine>> OfContractAsync(UploadedDataset stored, ChangeLines said, Days days, CancellationToken cancellation)
    {
        var versions = await (
            from version in db.DatasetVersions.AsNoTracking()
            join its in db.Members on version.MemberId equals its.Id into members
            from author in members.DefaultIfEmpty()
            where version.DatasetId == stored.Id
            orderby version.Id descending
            select new { Version = version, Who = author == null ? null : author.Name }).Take(Most).ToListAsync(cancellation);
        return [.. versions.Select(one => new VersionLine(one.Version.Id, one.Who ?? texts["History.Somebody"], days.At(one.Version.At), one.Version.Happening == "restored", said.Of(one.Version)))];
    }

    public async Task<IActionResult> OnPostRestoreAsync(string key, Guid version, CancellationToken cancellation)
    {
        var stored = (await datasets.FindAsync(key, cancellation))?.Uploaded ?? throw new RefusalException(404, "dataset_not_found");
        await editing.RestoreAsync(await db.UploadedDatasets.SingleAsync(one => one.Id == stored.Id, cancellation), version, cancellation);
        return Redirect($"/data/{key}");
    }
}
