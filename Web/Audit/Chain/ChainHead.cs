using System.Buffers.Binary;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using Web.Data;

namespace Web.Audit.Chain;

/// <summary>Where a company's chain ends, and up to where it was erased.</summary>
internal sealed record ChainHead(Guid Tenant, long Position, byte[] Hash, long AnchorPosition, byte[] AnchorHash, DateTimeOffset? SweptAt)
{
    public static ChainHead Beginning(Guid tenant) => new(tenant, 0, EntryText.Beginning(tenant), 0, EntryText.Beginning(tenant), null);
}

/// <summary>Signs the ends of chains with a key that no role of the database has: whoever rewrites a whole chain there cannot sign its end.</summary>
internal sealed class ChainSignature(MasterKey master)
{
    private readonly byte[] key = master.Derive("audit chain");

    public byte[] Of(ChainHead head)
    {
        Span<byte> text = stackalloc byte[16 + 8 + 32 + 8 + 32];
        head.Tenant.TryWriteBytes(text, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(text[16..], head.Position);
        head.Hash.CopyTo(text[24..]);
        BinaryPrimitives.WriteInt64BigEndian(text[56..], head.AnchorPosition);
        head.AnchorHash.CopyTo(text[64..]);
        return HMACSHA256.HashData(key, text);
    }

    public bool Fits(ChainHead head, byte[] signature) => CryptographicOperations.FixedTimeEquals(Of(head), signature);
}

internal static class ChainHeads
{
    /// <summary>The end of the chain, its row locked until the unit of work ends: one seals or erases at a time.</summary>
    public static async Task<ChainHead> HoldChainAsync(this AppDb db, ChainSignature signature, CancellationToken cancellation)
    {
        await db.WriteAsync(ChainHead.Beginning(db.TenantId), signature, "do nothing", cancellation);
        return (await db.ReadChainAsync(" for update", cancellation))!.Value.Head;
    }

    /// <returns>Null: nothing was ever sealed.</returns>
    public static Task<(ChainHead Head, byte[] Signature)?> ReadChainAsync(this AppDb db, CancellationToken cancellation) => db.ReadChainAsync("", cancellation);

    public static Task KeepChainAsync(this AppDb db, ChainHead head, ChainSignature signature, CancellationToken cancellation) => db.WriteAsync(
        head, signature,
        "(tenant_id) do update set position = excluded.position, hash = excluded.hash, anchor_position = excluded.anchor_position, anchor_hash = excluded.anchor_hash, signature = excluded.signature, swept_at = excluded.swept_at",
        cancellation);

    private static async Task<(ChainHead Head, byte[] Signature)?> ReadChainAsync(this AppDb db, string locking, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select position, hash, anchor_position, anchor_hash, swept_at, signature from app.audit_chains where tenant_id = $1" + locking, await db.EnterAsync(cancellation))
        {
            Parameters = { new() { Value = db.TenantId } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return null;
        var head = new ChainHead(
            db.TenantId, row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3), row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4));
        return (head, row.GetFieldValue<byte[]>(5));
    }

    private static async Task WriteAsync(this AppDb db, ChainHead head, ChainSignature signature, string conflict, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"insert into app.audit_chains (tenant_id, id, position, hash, anchor_position, anchor_hash, signature, swept_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict {conflict}",
            await db.EnterAsync(cancellation))
        {
            Parameters =
            {
                new() { Value = db.TenantId }, new() { Value = Guid.CreateVersion7() }, new() { Value = head.Position }, new() { Value = head.Hash },
                new() { Value = head.AnchorPosition }, new() { Value = head.AnchorHash }, new() { Value = signature.Of(head) },
                new() { Value = (object?)head.SweptAt ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
