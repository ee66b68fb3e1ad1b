using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using Web.Data;
using Web.Kernel;

namespace Web.Api.Idempotency;

/// <summary>The first answers of a company, by key, in the unit of work that is open.</summary>
internal sealed class KeptAnswers(AppDb db)
{
    /// <summary>How long a call to an outside party may hold its key.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Holds the key until the unit of work ends.</summary>
    /// <returns>The first answer, with the hash of its request; null: this is the first call.</returns>
    /// <exception cref="RefusalException">409: the first call is under way.</exception>
    public async Task<(KeptAnswer Answer, byte[] RequestHash)?> HoldAsync(RequestKey key, CancellationToken cancellation)
    {
        var connection = await db.EnterAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection); // two statements: the second must see what was committed before the first
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select pg_try_advisory_xact_lock($1)") { Parameters = { new() { Value = key.Lock } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            select status, content_type, location, etag, body, request_hash, leased_until > clock_timestamp() from app.idempotent_answers
            where tenant_id = $1 and id = $2 and created_at > now() - interval '24 hours'
            """)
        {
            Parameters = { new() { Value = db.TenantId }, new() { Value = key.Id } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        if (!reader.GetBoolean(0)) throw InProgress();
        await reader.NextResultAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        if (reader.IsDBNull(0)) return reader.GetBoolean(6) ? throw InProgress() : null;
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        return (new KeptAnswer(reader.GetInt16(0), Text(1), Text(2), Text(3), reader.GetFieldValue<byte[]>(4), IsReplay: true), reader.GetFieldValue<byte[]>(5));
    }

    /// <summary>Claims the key beyond this unit of work, for an act that calls an outside party.</summary>
    public Task ClaimAsync(RequestKey key, CancellationToken cancellation) => WriteAsync(key, null, null, cancellation);

    /// <summary>Keeps the answer with its effect; a job erases it after a day.</summary>
    public Task KeepAsync(RequestKey key, KeptAnswer answer, byte[] requestHash, CancellationToken cancellation) => WriteAsync(key, answer, requestHash, cancellation);

    /// <summary>The call came to nothing: the next one is the first again.</summary>
    public async Task ReleaseAsync(RequestKey key, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("delete from app.idempotent_answers where tenant_id = $1 and id = $2 and status is null", await db.EnterAsync(cancellation))
        {
            Parameters = { new() { Value = db.TenantId }, new() { Value = key.Id } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task WriteAsync(RequestKey key, KeptAnswer? answer, byte[]? requestHash, CancellationToken cancellation)
    {
        var connection = await db.EnterAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            insert into app.idempotent_answers as kept (tenant_id, id, request_hash, status, content_type, location, etag, body, created_at, leased_until)
            values ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9)
            on conflict (tenant_id, id) do update set request_hash = excluded.request_hash, status = excluded.status, content_type = excluded.content_type,
              location = excluded.location, etag = excluded.etag, body = excluded.body, created_at = excluded.created_at, leased_until = excluded.leased_until
            where kept.tenant_id = $1
            """)
        {
            Parameters =
            {
                new() { Value = db.TenantId }, new() { Value = key.Id }, Of(requestHash, NpgsqlDbType.Bytea), Of((short?)answer?.Status, NpgsqlDbType.Smallint),
                Of(answer?.ContentType, NpgsqlDbType.Text), Of(answer?.Location, NpgsqlDbType.Text), Of(answer?.ETag, NpgsqlDbType.Text), Of(answer?.Body, NpgsqlDbType.Bytea),
                Of(answer is null ? DateTimeOffset.UtcNow + Lease : null, NpgsqlDbType.TimestampTz),
            },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ForgetAnswers.Enqueue)
        {
            Parameters = { new() { Value = db.TenantId }, new() { Value = Guid.CreateVersion7() }, new() { Value = ForgetAnswers.Kind }, new() { Value = Kept + TimeSpan.FromMinutes(1) } },
        });
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <exception cref="RefusalException">422: another request came with this key before.</exception>
    public static void MustBeSame(byte[] first, byte[] now)
    {
        if (!CryptographicOperations.FixedTimeEquals(first, now)) throw new RefusalException(422, "idempotency_key_reused");
    }

    private static RefusalException InProgress() => new(409, "idempotency_in_progress") { RetryAfter = TimeSpan.FromSeconds(1) };
}
