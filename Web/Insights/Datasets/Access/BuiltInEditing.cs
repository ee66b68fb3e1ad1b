using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Insights.Datasets.Access;

/// <summary>Changes who may use a dataset that the product itself offers; nothing else of it can be changed. Needs an open unit of work.</summary>
internal sealed class BuiltInEditing(AppDb db, CurrentMember member, EnteredTenant entered, TimeProvider time)
{
    private static readonly string[] Parts = ["access", "row_filter"];

    /// <param name="version">What the change was made from; null where its maker does not say.</param>
    /// <exception cref="RefusalException">409: somebody else changed it meanwhile. 400 and 422: every fault at its place; nothing has changed then.</exception>
    public async Task ApplyAsync(PermittedDataset permitted, JsonElement body, uint? version, CancellationToken cancellation)
    {
        var (contract, now, calendar) = (permitted.Whole.Contract, time.GetUtcNow(), entered.Required.Calendar);
        if (body.ValueKind != JsonValueKind.Object) throw new RefusalException(400, "malformed_request");
        if (body.EnumerateObject().Any(part => !Parts.Contains(part.Name))) throw new RefusalException(422, "dataset_built_in", contract.Key);
        var kept = await db.BuiltInAccess.SingleOrDefaultAsync(one => one.Key == contract.Key, cancellation);
        if (version is { } seen && seen != (kept?.Version ?? 0)) throw new RefusalException(409, "changed_meanwhile");
        List<Fault> faults = [];
        Dictionary<string, object?[]> changes = [];
        var change = new AccessChange(faults, (part, before, after) => { if (DatasetJson.Write(before) != DatasetJson.Write(after)) changes[part] = [before, after]; });
        var access = kept?.Access ?? DatasetAccess.Open;
        if (body.TryGetProperty("access", out var roles)) access = change.Roles(roles, access);
        var sent = body.TryGetProperty("row_filter", out var filter);
        if (sent) access = access with { RowFilter = change.Filter(filter, access.RowFilter) };
        if (faults.Count == 0 && access.RowFilter is { } rows) change.MustFit(rows, permitted.Whole, sent: true, calendar, calendar.DateOf(now));
        if (faults.Count > 0) throw RefusalException.Invalid(faults);
        if (changes.Count == 0) return;
        if (kept is null) db.BuiltInAccess.Add(kept = BuiltInAccess.Of(contract.Key, now));
        kept.Permit(access, member.Id, now);
        db.NoteDataset(kept.Id, contract.Key, "updated", now, changes);
        await db.SaveChangesAsync(cancellation);
    }
}
