using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Data;
using Web.Jobs;

namespace Web.Audit.Chain;

/// <summary>
/// Erases what a company keeps no longer, from the beginning of its chain and never from its middle. The anchor takes the hash of the
/// last one that went, so the rest still proves itself. It comes back every day for as long as the rule stands.
/// </summary>
internal sealed class ExpireWork(AppDb db, Sealing sealing, ChainSignature signature, TimeProvider time) : IJobWork
{
    public const string Kind = "audit.expire";

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        if (await db.AuditRules.AsNoTracking().Select(rules => rules.KeepDays).SingleOrDefaultAsync(cancellation) is not { } days) return null;
        await sealing.SealAsync(cancellation);
        var erased = await ExpireAsync(now.AddDays(-days), cancellation);
        if (erased > 0) db.Note(now, "audit.expired", "security", description: erased.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await db.OrderExpiryAsync(now, now.AddDays(1), cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new JsonObject { ["erased"] = erased };
    }

    private async Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var head = await db.HoldChainAsync(signature, cancellation);
        if (await LastAsync(before, cancellation) is not { } last) return 0;
        await using var command = new NpgsqlCommand("select app.expire_audit($1)", await db.EnterAsync(cancellation)) { Parameters = { new() { Value = last.Position } } };
        var erased = (long)(await command.ExecuteScalarAsync(cancellation))!;
        await db.KeepChainAsync(head with { AnchorPosition = last.Position, AnchorHash = last.Hash }, signature, cancellation);
        return erased;
    }

    /// <summary>The last of the seals that are all old enough, with their entries, from the beginning on.</summary>
    private async Task<(long Position, byte[] Hash)?> LastAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select s.position, s.hash from app.audit_seals s where s.tenant_id = $1 and s.sealed_at < $2
              and s.position < coalesce((select min(young.position) from app.audit_seals young left join app.audit_entries e on e.tenant_id = $1 and e.id = young.entry_id
                where young.tenant_id = $1 and (young.sealed_at >= $2 or e.at >= $2)), 9223372036854775807)
            order by s.position desc limit 1
            """, await db.EnterAsync(cancellation))
        {
            Parameters = { new() { Value = db.TenantId }, new() { Value = before } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : null;
    }
}

internal static class Expiry
{
    /// <summary>Orders the next look, unless one waits.</summary>
    public static async Task OrderExpiryAsync(this AppDb db, DateTimeOffset now, DateTimeOffset due, CancellationToken cancellation)
    {
        if (!await db.Jobs.AnyAsync(job => job.Kind == ExpireWork.Kind && job.Status == JobStatus.Queued, cancellation)) db.EnqueueForCompany(ExpireWork.Kind, new JsonObject(), now, due);
    }
}
