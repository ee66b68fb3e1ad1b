using Microsoft.Extensions.Caching.Memory;
using Web.Data;

namespace Web.Access.Risk;

/// <summary>Counts the requests of each session on this instance, minute by minute (<c>Risk:BurstRequests</c>).</summary>
internal sealed class Bursts(Caches caches, IConfiguration configuration, TimeProvider time) : IDisposable
{
    private const int Usual = 3000;
    private readonly int most = configuration.GetValue("Risk:BurstRequests", Usual);
    private readonly IMemoryCache counts = caches.Make(50_000);

    /// <returns>Whether this is more than a person makes within a minute.</returns>
    public bool Count(Guid tenant, Guid session)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        var count = counts.GetOrCreate((tenant, session, minute), entry =>
        {
            (entry.Size, entry.AbsoluteExpirationRelativeToNow) = (1, TimeSpan.FromMinutes(1));
            return new Counted();
        })!;
        return Interlocked.Increment(ref count.Requests) > most;
    }

    public void Dispose() => counts.Dispose();

    private sealed class Counted
    {
        public int Requests;
    }
}
