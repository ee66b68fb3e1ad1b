using Web.Api.RateLimits;

namespace Web.Access.Risk;

/// <summary>Counts the requests of each session for all instances together, as calls are counted, minute by minute (<c>Risk:BurstRequests</c>).</summary>
internal sealed class Bursts(CallLimits limits, IConfiguration configuration, TimeProvider time)
{
    private const int Usual = 3000;
    private static readonly TimeSpan Slowly = TimeSpan.FromDays(1); // turns hardly come back: who was too fast stays so until the minute is over
    private readonly int most = configuration.GetValue("Risk:BurstRequests", Usual);

    /// <returns>Whether this is more than a person makes within a minute.</returns>
    public async ValueTask<bool> CountAsync(Guid tenant, Guid session, CancellationToken cancellation)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        return await limits.TakeAsync(LimitOf.Session, tenant, (session, minute), most, Slowly, cancellation) is { Wait: not null };
    }
}
