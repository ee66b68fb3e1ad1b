using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Web.Data;

namespace Web.Semantics;

/// <summary>
/// Rows of equal queries of one company are read once (<see cref="RowsKey"/> says what makes them equal); titles and words stay each
/// reader's own. It is asked with a checked query only, so what the reader may use, and of which rows, has been asked before.
/// <para>
/// Where rows have an edition (uploads), whoever asks meanwhile shares the reading, and for a minute after it; a file or a contract that
/// came since is another edition. Where rows change at any time (records of the CRM) nothing is kept, and a reading is shared only by those
/// whose unit of work had begun before it: it sees whatever was committed until then, on any instance, so a change that somebody was told
/// of is in whatever they ask for next. A unit of work that writes reads for itself.
/// </para>
/// <para>Who goes away takes nothing from the others. A failure is told to those who wait and is not kept.</para>
/// </summary>
public sealed class SharedRows(QueryRunner runner, Caches caches) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private readonly IMemoryCache memory = caches.Make(1_000_000);
    private readonly Lock gate = new();

    /// <summary>The result for one reader, in the unit of work of <paramref name="db"/> or a read-only one of its own.</summary>
    /// <param name="locale"><c>ja</c> or <c>en</c>, for the columns' titles.</param>
    /// <exception cref="NoFiguresException">The time limit was reached, or a figure cannot be worked out.</exception>
    public async Task<ResultTable> TableAsync(CheckedQuery query, AppDb db, string locale, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await using var own = db.Work is null ? await db.BeginAsync(readOnly: true, cancellation) : null;
        var (rows, shared) = await ReadAsync(query, db, cancellation);
        if (own is not null) await own.CommitAsync(cancellation);
        return rows.For(query, locale) with { Cached = shared, ElapsedMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds };
    }

    public void Dispose() => memory.Dispose();

    private async Task<(QueryRows Rows, bool Shared)> ReadAsync(CheckedQuery query, AppDb db, CancellationToken cancellation)
    {
        var sql = SqlCompiler.Compile(query);
        if (!db.Work!.ReadOnly) return (await runner.RunAsync(sql, db, cancellation), false);
        var key = RowsKey.Of(db.TenantId, db.Scope.SightKey, query, sql);
        var (kept, flight, leads) = Board(key, query.Dataset.Source.Edition is null ? db.Work.Began : null);
        if (kept is not null) return (kept, true);
        if (leads) return (await flight!.LeadAsync(ending => ReadAsync(key, flight, sql, db, ending), cancellation), false);
        try
        {
            return (await flight!.FollowAsync(cancellation), true);
        }
        catch (Exception e) when (e is not NoFiguresException && !cancellation.IsCancellationRequested)
        {
            return (await runner.RunAsync(sql, db, cancellation), false); // the connection of who led may have failed, and not this one
        }
    }

    /// <param name="since">Only a reading that began later will do; null: any.</param>
    private (QueryRows? Kept, Flight? Flight, bool Leads) Board(RowsKey key, long? since)
    {
        lock (gate)
        {
            switch (memory.TryGetValue(key, out var there) ? there : null)
            {
                case QueryRows rows when since is null: return (rows, null, false);
                case Flight flight when (since is null || flight.Began >= since) && flight.TryBoard(): return (null, flight, false);
            }
            return (null, memory.Set(key, new Flight(), new MemoryCacheEntryOptions { Size = 1 }), true);
        }
    }

    private async Task<QueryRows> ReadAsync(RowsKey key, Flight flight, SqlText sql, AppDb db, CancellationToken ending)
    {
        QueryRows? rows = null;
        try
        {
            return rows = await runner.RunAsync(sql, db, ending);
        }
        finally
        {
            Land(key, flight, rows);
        }
    }

    private void Land(RowsKey key, Flight flight, QueryRows? rows)
    {
        lock (gate)
        {
            if (!memory.TryGetValue(key, out var there) || there != flight) return; // a later one has taken its place
            memory.Remove(key);
            if (rows is not null && key.Edition is not null) memory.Set(key, rows, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = rows.Weight });
        }
    }
}
