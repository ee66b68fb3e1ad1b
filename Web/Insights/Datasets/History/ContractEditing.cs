using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Contracts;
using Web.Kernel;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Datasets.History;

/// <summary>Changes a dataset's contract so that it can be read afterwards who did it, and taken back. Needs an open unit of work.</summary>
internal sealed class ContractEditing(AppDb db, PermittedDatasets datasets, CurrentMember member, EnteredTenant entered, TimeProvider time)
{
    /// <exception cref="RefusalException">400 and 422: every fault at its place; nothing has changed then.</exception>
    public async Task ApplyAsync(UploadedDataset dataset, DatasetSource source, JsonElement body, CancellationToken cancellation)
    {
        var (now, calendar) = (time.GetUtcNow(), entered.Required.Calendar);
        var before = DatasetVersion.Before(dataset, "updated", member.Id, now);
        var change = new ContractChange(dataset, source, await datasets.ReachableAsync(cancellation), calendar, calendar.DateOf(now));
        change.Apply(body, now);
        await KeepAsync(dataset, before, "updated", change.Changes, now, cancellation);
    }

    /// <summary>Brings back what stood before a change. Rows may have been replaced since: columns keep their place, and those that are still there their old meaning.</summary>
    /// <exception cref="RefusalException">404: no such version of this dataset.</exception>
    public async Task RestoreAsync(UploadedDataset dataset, Guid version, CancellationToken cancellation)
    {
        var old = await db.DatasetVersions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == version && one.DatasetId == dataset.Id, cancellation) ?? throw RefusalException.NotFound();
        var (now, calendar) = (time.GetUtcNow(), entered.Required.Calendar);
        var before = DatasetVersion.Before(dataset, "restored", member.Id, now);
        var (contract, roles, all, filter) = (dataset.Contract, dataset.Roles, dataset.AllRowsRoles, dataset.RowFilter);
        var restored = EarlierContract.Over(dataset, old.Contract);
        var source = DatasetRows.SourceOf(db.TenantId, dataset.LoadId!.Value, restored, dataset.Kinds);
        var kept = old.RowFilter is not null && !EarlierContract.Fits(old.RowFilter, restored, source, calendar, calendar.DateOf(now)) ? filter : old.RowFilter;
        dataset.Describe(restored, now);
        dataset.Permit(old.Roles, old.AllRowsRoles, now);
        if (kept != filter) dataset.FilterRows(kept, now);
        var changes = ContractDifference.Of(contract, dataset.Contract);
        ContractDifference.Note(changes, "access/roles", roles, old.Roles);
        ContractDifference.Note(changes, "access/all_rows_roles", all, old.AllRowsRoles);
        ContractDifference.Note(changes, "row_filter", filter, kept);
        await KeepAsync(dataset, before, "restored", changes, now, cancellation);
    }

    private async Task KeepAsync(UploadedDataset dataset, Func<IReadOnlyDictionary<string, object?[]>, DatasetVersion> before, string happening, Dictionary<string, object?[]> changes, DateTimeOffset now, CancellationToken cancellation)
    {
        if (changes.Count > 0)
        {
            db.DatasetVersions.Add(before(changes));
            db.Note(dataset, happening, now, changes);
        }
        await db.SaveChangesAsync(cancellation);
    }
}
