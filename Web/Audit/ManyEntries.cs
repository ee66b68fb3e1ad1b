using Npgsql;
using NpgsqlTypes;
using Web.Data;

namespace Web.Audit;

public static class ManyEntries
{
    /// <summary>Notes one event for each of many records, with one statement: for changes that do not go record by record.</summary>
    /// <param name="changes"><c>{field: [old, new]}</c> as JSON, the same for all.</param>
    public static async Task NoteManyAsync(
        this AppDb db, DateTimeOffset now, string eventType, string category, string entity, IReadOnlyList<Guid> records, string changes, CancellationToken cancellation)
    {
        if (records.Count == 0) return;
        await using var command = new NpgsqlCommand(
            """
            insert into app.audit_entries (tenant_id, id, at, event_type, event_category, member_id, entity, entity_id, changes, ip_address, user_agent)
            select $1, one.id, $2, $3, $4, $5, $6, one.record, $7, $8, $9 from unnest($10, $11) one(id, record)
            """, await db.EnterAsync(cancellation))
        {
            Parameters =
            {
                new() { Value = db.TenantId }, new() { Value = now }, new() { Value = eventType }, new() { Value = category },
                new() { Value = (object?)db.Scope.MemberId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid }, new() { Value = entity },
                new() { Value = changes, NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = (object?)db.Scope.Address ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Inet },
                new() { Value = (object?)db.Scope.UserAgent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = records.Select(_ => Guid.CreateVersion7(now)).ToArray() }, new() { Value = records.ToArray() },
            },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
