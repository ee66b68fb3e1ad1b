using Npgsql;
using Web.Data;

namespace Web.Audit.Chain;

/// <summary>What is wrong with a chain.</summary>
internal enum ChainFaultKind
{
    /// <summary>Its text does not give its hash any more.</summary>
    EntryChanged,

    /// <summary>It was sealed and is gone.</summary>
    EntryMissing,

    /// <summary>A position of the chain has no seal.</summary>
    SealMissing,

    /// <summary>The chain is shorter or longer than its signed end says, or ends otherwise.</summary>
    EndDiffers,

    /// <summary>The signed end was changed, or is gone.</summary>
    EndForged,

    /// <summary>It says that it is older than what had been sealed long before it came.</summary>
    Backdated,
}

/// <param name="Entry">The entry, where one can be named.</param>
/// <param name="Position">Where in the chain; 0 where it has no place in it.</param>
internal sealed record ChainFault(ChainFaultKind Kind, long Position, Guid? Entry)
{
    public override string ToString() => FormattableString.Invariant($"{Kind} at position {Position}{(Entry is { } id ? $", entry {id}" : "")}");
}

/// <summary>What a look at a whole chain found.</summary>
/// <param name="Sealed">How many seals were looked at.</param>
/// <param name="Unsealed">Entries that no seal holds yet.</param>
/// <param name="Erased">How many were erased by the company's rule before.</param>
/// <param name="First">The first fault; null when the chain holds.</param>
/// <param name="Head">Position and hash of the last seal, to be kept elsewhere and asked for next time.</param>
internal sealed record ChainReport(long Sealed, long Unsealed, long Erased, ChainFault? First, string Head)
{
    public bool Holds => First is null;
}

/// <summary>Looks a company's chain through from its anchor to its end.</summary>
internal sealed class ChainCheck(AppDb db, ChainSignature signature)
{
    private const int MostBeginnings = 10;

    /// <summary>In the open unit of work.</summary>
    /// <param name="expected">Position and hash as an earlier report gave them: the chain must still go through there.</param>
    public async Task<ChainReport> RunAsync(string? expected, CancellationToken cancellation)
    {
        for (var beginning = 1; ; beginning++)
            if (await TryAsync(expected, last: beginning == MostBeginnings, cancellation) is { } report) return report;
    }

    /// <returns>Null: more was sealed while the end was read, so it has to be looked at again.</returns>
    private async Task<ChainReport?> TryAsync(string? expected, bool last, CancellationToken cancellation)
    {
        var kept = await db.ReadChainAsync(cancellation);
        var head = kept?.Head ?? ChainHead.Beginning(db.TenantId);
        ChainFault? first = kept is { } signed && !signature.Fits(signed.Head, signed.Signature) ? new ChainFault(ChainFaultKind.EndForged, head.Position, null) : null;
        var walk = new Walk(head, expected);
        await foreach (var link in LinksAsync(cancellation))
        {
            if (link.End != head.Position && !last) return null;
            if (walk.Step(link) is not { } fault) continue;
            first = fault;
            break;
        }
        first ??= walk.End();
        var (unsealed, backdated) = await UnsealedAsync(walk.SealedAt, cancellation);
        if (backdated is { } entry) first ??= new ChainFault(ChainFaultKind.Backdated, 0, entry);
        return new ChainReport(walk.Count, unsealed, head.AnchorPosition, first, FormattableString.Invariant($"{walk.Position}:{Convert.ToHexStringLower(walk.Hash)}"));
    }

    private async IAsyncEnumerable<Link> LinksAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
             select {SealedRow.Columns}, s.position, s.entry_id, s.hash, s.sealed_at, coalesce(c.position, 0)
             from app.audit_seals s left join app.audit_entries e on e.tenant_id = s.tenant_id and e.id = s.entry_id
               left join app.audit_chains c on c.tenant_id = s.tenant_id
             where s.tenant_id = $1 order by s.position
             """, await db.EnterAsync(cancellation))
        {
            Parameters = { new() { Value = db.TenantId } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            yield return new Link(row.IsDBNull(0) ? null : SealedRow.Read(row), row.GetInt64(14), row.GetGuid(15), row.GetFieldValue<byte[]>(16), row.GetFieldValue<DateTimeOffset>(17), row.GetInt64(18));
    }

    private async Task<(long Count, Guid? Backdated)> UnsealedAsync(DateTimeOffset? sealedAt, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select count(*), (array_agg(e.id order by e.id) filter (where e.at < $2))[1] from app.audit_entries e
            where e.tenant_id = $1 and not exists (select from app.audit_seals s where s.tenant_id = $1 and s.entry_id = e.id)
            """, await db.EnterAsync(cancellation))
        {
            Parameters = { new() { Value = db.TenantId }, new() { Value = sealedAt is { } at ? at - Sealing.LongestTransaction : DateTimeOffset.UnixEpoch } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetGuid(1));
    }

    private sealed record Link(SealedRow? Row, long Position, Guid Entry, byte[] Hash, DateTimeOffset SealedAt, long End);

    /// <summary>Goes along the chain, seal by seal.</summary>
    private sealed class Walk(ChainHead head, string? expected)
    {
        private DateTimeOffset? batchBefore;

        public long Position { get; private set; } = head.AnchorPosition;
        public byte[] Hash { get; private set; } = head.AnchorHash;
        public DateTimeOffset? SealedAt { get; private set; }
        public long Count { get; private set; }
        private bool met = expected is null;

        public ChainFault? Step(Link link)
        {
            if (link.Position != Position + 1) return new ChainFault(ChainFaultKind.SealMissing, Position + 1, link.Entry);
            if (link.Row is null) return new ChainFault(ChainFaultKind.EntryMissing, link.Position, link.Entry);
            var hash = EntryText.Hash(Hash, link.Row);
            if (!hash.AsSpan().SequenceEqual(link.Hash)) return new ChainFault(ChainFaultKind.EntryChanged, link.Position, link.Entry);
            if (SealedAt is { } before && before != link.SealedAt) batchBefore = before;
            if (link.Row.At < batchBefore - Sealing.LongestTransaction) return new ChainFault(ChainFaultKind.Backdated, link.Position, link.Entry);
            (Position, Hash, SealedAt, Count) = (link.Position, hash, link.SealedAt, Count + 1);
            met |= expected == FormattableString.Invariant($"{Position}:{Convert.ToHexStringLower(Hash)}");
            return null;
        }

        public ChainFault? End() =>
            Position != head.Position || !Hash.AsSpan().SequenceEqual(head.Hash) ? new ChainFault(ChainFaultKind.EndDiffers, Position, null)
            : met ? null : new ChainFault(ChainFaultKind.EndDiffers, Position, null);
    }
}
