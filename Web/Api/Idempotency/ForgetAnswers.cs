using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Jobs;

namespace Web.Api.Idempotency;

/// <summary>Erases the kept answers that are a day old, and comes back for the others.</summary>
internal sealed class ForgetAnswers(AppDb db) : IJobWork
{
    public const string Kind = "api.forget_answers";

    /// <summary>Queues the job unless it is queued: tenant, id, kind, from now.</summary>
    internal const string Enqueue =
        """
        insert into app.jobs (tenant_id, id, kind, payload, due_at, created_at)
        select $1, $2, $3, '{}', now() + $4, now() where not exists (select from app.jobs j where j.tenant_id = $1 and j.kind = $3 and j.status = 'queued')
        """;

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var forgotten = await db.Database.ExecuteSqlAsync($"delete from app.idempotent_answers where tenant_id = {db.TenantId} and created_at <= now() - interval '24 hours'", cancellation);
        var left = await db.Database.SqlQuery<bool>($"""select exists (select from app.idempotent_answers where tenant_id = {db.TenantId}) as "Value" """).SingleAsync(cancellation);
        if (left) db.EnqueueForCompany(Kind, new { }, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow + KeptAnswers.Kept);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new JsonObject { ["forgotten"] = forgotten };
    }
}
