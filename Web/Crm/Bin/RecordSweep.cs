using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;
using Web.Jobs;

namespace Web.Crm.Bin;

/// <summary>
/// Erases what has been in the bin for 30 days, with what was written and done about it; tasks that hung on it stay, by
/// themselves. That it was erased stays in the audit log, by its id.
/// </summary>
internal sealed class RecordSweep(AppDb db, TimeProvider time) : IJobWork
{
    public const string Kind = "crm.sweep";
    private const int AtOnce = 500;

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var kind in Enum.GetValues<BinnedKind>())
        {
            int some;
            do erased += some = await EraseAsync(kind, cancellation);
            while (some == AtOnce);
        }
        return new JsonObject { ["erased"] = erased };
    }

    private async Task<int> EraseAsync(BinnedKind kind, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var (now, tenant, entity) = (time.GetUtcNow(), db.TenantId, kind.ToString().ToLowerInvariant());
        var before = now - RecordBin.Life;
        FormattableString old = kind switch
        {
            BinnedKind.Account => $"select id from app.accounts where tenant_id = {tenant} and deleted_at <= {before} order by id limit {AtOnce} for update",
            BinnedKind.Contact => $"select id from app.contacts where tenant_id = {tenant} and deleted_at <= {before} order by id limit {AtOnce} for update",
            BinnedKind.Deal => $"select id from app.deals where tenant_id = {tenant} and deleted_at <= {before} order by id limit {AtOnce} for update",
            _ => $"select id from app.tasks where tenant_id = {tenant} and deleted_at <= {before} order by id limit {AtOnce} for update",
        };
        var ids = (await db.Database.SqlQuery<Guid>(old).ToListAsync(cancellation)).ToArray();
        if (ids is []) return 0;
        await db.Database.ExecuteSqlAsync($"delete from app.notes where tenant_id = {tenant} and entity = {entity} and entity_id = any({ids})", cancellation);
        await db.Database.ExecuteSqlAsync($"delete from app.activities where tenant_id = {tenant} and entity = {entity} and entity_id = any({ids})", cancellation);
        await db.Database.ExecuteSqlAsync($"update app.tasks set entity = null, entity_id = null where tenant_id = {tenant} and entity = {entity} and entity_id = any({ids})", cancellation);
        await db.Database.ExecuteSqlAsync(kind switch
        {
            BinnedKind.Account => $"delete from app.accounts where tenant_id = {tenant} and id = any({ids})",
            BinnedKind.Contact => $"delete from app.contacts where tenant_id = {tenant} and id = any({ids})",
            BinnedKind.Deal => $"delete from app.deals where tenant_id = {tenant} and id = any({ids})",
            _ => $"delete from app.tasks where tenant_id = {tenant} and id = any({ids})",
        }, cancellation);
        await db.NoteManyAsync(now, $"{entity}.erased", "crm", entity, ids, "{}", cancellation);
        await work.CommitAsync(cancellation);
        return ids.Length;
    }
}
