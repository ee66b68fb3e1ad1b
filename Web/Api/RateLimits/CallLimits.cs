using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Caching.Memory;
using Web.Data;

namespace Web.Api.RateLimits;

/// <summary>
/// Counts calls against limits that all instances share. An instance leases turns from the database a few at a time and gives them
/// out from memory, so that most calls cost no trip; it never gives out what it has not leased.
/// </summary>
public sealed class CallLimits(Turns turns, Caches caches, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(5);
    private readonly IMemoryCache leases = caches.Make(200_000);

    /// <param name="most">How many in the span; 0: no limit.</param>
    public ValueTask<CallCount?> TakeAsync(LimitOf what, Guid tenant, object whose, int most, TimeSpan span, CancellationToken cancellation) =>
        most <= 0 ? new((CallCount?)null) : Find((what, tenant, whose, most), what, tenant, whose, most, span).TakeAsync(cancellation);

    /// <summary>Whoever has an IPv6 address has 2^64 of them: they count as one.</summary>
    public static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    public void Dispose() => leases.Dispose();

    private LeasedTurns Find(object key, LimitOf what, Guid tenant, object whose, int most, TimeSpan span)
    {
        if (leases.TryGetValue(key, out LeasedTurns? known)) return known!;
        lock (leases)
        {
            if (leases.TryGetValue(key, out known)) return known!;
            var made = new LeasedTurns(most, span, time, (want, cancellation) => turns.LeaseAsync($"calls of {what}", $"{tenant:N}\n{whose}", most, span, want, cancellation));
            return leases.Set(key, made, new MemoryCacheEntryOptions { SlidingExpiration = Forgotten, Size = 1 });
        }
    }
}

public enum LimitOf { Tenant, Member, Key, Address, Session }
