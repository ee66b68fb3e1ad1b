using Web.Data;

namespace Web.Api.RateLimits;

/// <summary>The turns of one caller that this instance holds.</summary>
#pragma warning disable CA1001 // a semaphore whose wait handle nobody asks for holds nothing; it goes with the cache's entry, while somebody may still wait at it
internal sealed class LeasedTurns(int most, TimeSpan span, TimeProvider time, Func<int, CancellationToken, Task<TurnLease>> lease)
#pragma warning restore CA1001
{
    /// <summary>What is not used by then is given up: an instance that was busy long ago holds nothing back.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim leasing = new(1, 1);
    private readonly Lock held = new();
    private readonly int batch = Math.Clamp(most / 100, 1, 100);
    private int have;
    private int beyond; // what was free in the database when this instance last looked
    private DateTimeOffset leasedAt, fullAt, emptyUntil;

    public ValueTask<CallCount?> TakeAsync(CancellationToken cancellation) => TryTake(out var count) ? new(count) : new(LeaseAsync(cancellation));

    private async Task<CallCount?> LeaseAsync(CancellationToken cancellation)
    {
        await leasing.WaitAsync(cancellation);
        try
        {
            if (TryTake(out var count)) return count; // another call leased meanwhile
            var leased = await lease(batch, cancellation);
            lock (held)
            {
                var now = time.GetUtcNow();
                (have, beyond, leasedAt, fullAt) = (leased.Granted, leased.Remaining, now, now + leased.FullIn);
                emptyUntil = leased.Granted == 0 ? now + leased.Wait : default;
                return Take(now);
            }
        }
        finally
        {
            leasing.Release();
        }
    }

    /// <returns>False: this instance does not know.</returns>
    private bool TryTake(out CallCount? count)
    {
        lock (held)
        {
            var now = time.GetUtcNow();
            var knows = emptyUntil > now || (have > 0 && now - leasedAt <= Life);
            count = knows ? Take(now) : null;
            return knows;
        }
    }

    private CallCount Take(DateTimeOffset now)
    {
        var refused = have == 0;
        if (!refused) have--;
        var reset = fullAt > now ? fullAt - now : TimeSpan.Zero;
        return new CallCount(most, refused ? 0 : have + beyond, reset, span, refused ? emptyUntil - now : null);
    }
}

/// <summary>Where a caller stands with one limit.</summary>
/// <param name="Reset">Until all of it is there again.</param>
/// <param name="Wait">Null: this call was within it; otherwise how long until the next may come.</param>
public sealed record CallCount(int Limit, int Remaining, TimeSpan Reset, TimeSpan Span, TimeSpan? Wait)
{
    /// <summary>How much of it is left, as a share.</summary>
    public double Left => Wait is not null ? -1 : (double)Remaining / Limit;
}
