using System.Text.Json.Nodes;
using Npgsql;
using Web.Data;
using Web.Jobs;

namespace Web.Audit.Chain;

/// <summary>
/// Seals a company's entries in order: each gets the next position and a hash over the one before it and itself. Only what can no
/// longer be overtaken is sealed: entries of transactions that began before the oldest one that still runs.
/// </summary>
internal sealed class Sealing(AppDb db, ChainSignature signature, TimeProvider time)
{
    private const int Batch = 2000;

    /// <summary>How long a transaction may last and have its entries found by the next sealing.</summary>
    public static readonly TimeSpan LongestTransaction = TimeSpan.FromHours(1);

    /// <summary>In the open unit of work.</summary>
    /// <returns>How many were sealed.</returns>
    public async Task<int> SealAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var head = await db.HoldChainAsync(signature, cancellation);
        var since = head.SweptAt is { } swept ? EntryId.Least(swept - LongestTransaction) : Guid.Empty;
        var count = 0;
        while (await NextAsync(since, cancellation) is { Count: > 0 } rows)
        {
            head = await SealAsync(head, rows, now, cancellation);
            (count, since) = (count + rows.Count, rows[^1].Id);
        }
        await db.KeepChainAsync(head with { SweptAt = now }, signature, cancellation);
        return count;
    }

    private async Task<IReadOnlyList<SealedRow>> NextAsync(Guid since, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
             select {SealedRow.Columns} from app.audit_entries e
             where e.tenant_id = $1 and e.id >= $2 and age(e.xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid)
               and not exists (select from app.audit_seals s where s.tenant_id = $1 and s.entry_id = e.id)
             order by e.id limit {Batch}
             """, await db.EnterAsync(cancellation))
        {
            Parameters = { new() { Value = db.TenantId }, new() { Value = since } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<SealedRow> rows = [];
        while (await reader.ReadAsync(cancellation)) rows.Add(SealedRow.Read(reader));
        return rows;
    }

    private async Task<ChainHead> SealAsync(ChainHead head, IReadOnlyList<SealedRow> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        List<byte[]> hashes = [];
        foreach (var row in rows) hashes.Add(EntryText.Hash(hashes.Count == 0 ? head.Hash : hashes[^1], row));
        await using var command = new NpgsqlCommand(
            """
            insert into app.audit_seals (tenant_id, position, entry_id, hash, sealed_at)
            select $1, $2 + one.place, one.entry, one.hash, $5 from unnest($3, $4) with ordinality one(entry, hash, place)
            """, await db.EnterAsync(cancellation))
        {
            Parameters =
            {
                new() { Value = db.TenantId }, new() { Value = head.Position }, new() { Value = rows.Select(row => row.Id).ToArray() }, new() { Value = hashes.ToArray() }, new() { Value = now },
            },
        };
        await command.ExecuteNonQueryAsync(cancellation);
        return head with { Position = head.Position + rows.Count, Hash = hashes[^1] };
    }
}

/// <summary>The sealing, ordered by whoever writes an entry.</summary>
internal sealed class SealWork(AppDb db, Sealing sealing, TimeProvider time) : IJobWork
{
    public const string Kind = "audit.seal";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var count = await sealing.SealAsync(cancellation);
        await TidyAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new JsonObject { ["sealed"] = count };
    }

    /// <summary>There is one a minute: those that are done are of no use to anybody a day later.</summary>
    private async Task TidyAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "delete from app.jobs where tenant_id = $1 and kind = $2 and status = 'done' and ended_at < $3", await db.EnterAsync(cancellation))
        {
            Parameters = { new() { Value = db.TenantId }, new() { Value = Kind }, new() { Value = time.GetUtcNow() - Kept } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
