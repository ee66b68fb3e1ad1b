using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access.Sessions;
using Web.Audit;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.Risk;

/// <summary>Finds out what is known of a sign-in or of a session in use, from what the company's own tables remember.</summary>
internal sealed class RiskReading(AppDb db, EnteredTenant entered, Reputation reputation)
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90), Moments = TimeSpan.FromMinutes(30), FailuresKept = TimeSpan.FromHours(1);
    private const int MostRemembered = 200, LeastHabit = 10, HoursAround = 2;
    private static readonly string[] FailureTypes = ["auth.sign_in_failed", "auth.second_factor_failed", "auth.locked_out", "auth.second_factor_locked", "security.code_reused", "security.passkey_refused"];

    /// <param name="own">The session that is in use; null at a sign-in.</param>
    public async Task<Situation> OfAsync(Guid member, Proof proof, bool deviceKnown, Guid? own, DateTimeOffset now, CancellationToken cancellation)
    {
        var (address, since) = (db.Scope.Address, now - Memory);
        var past = await db.Sessions.AsNoTracking().Where(one => one.MemberId == member && one.CreatedAt > since).OrderByDescending(one => one.Id).Take(MostRemembered)
            .Select(one => new Past(one.Id, one.IpAddress, one.CreatedAt, one.LastUsedAt, one.EndedAt)).ToListAsync(cancellation);
        var here = Network.Of(address);
        return new Situation
        {
            DeviceKnown = deviceKnown,
            NetworkKnown = here is null ? null : past.Any(one => one.Id != own && Network.Of(one.Address) == here),
            InUseElsewhere = past.Any(one => one.Ended is null && now - one.Used < Moments && Network.Of(one.Address) != here),
            Hour = HourOf(past.Where(one => one.Id != own), now),
            Failures = await FailuresAsync(member, now, cancellation),
            SecondFactor = proof != Proof.Password,
            BadReputation = reputation.IsBad(address),
        };
    }

    private Hour HourOf(IEnumerable<Past> past, DateTimeOffset now)
    {
        var hours = past.Select(one => HourIn(one.Began)).ToList();
        if (hours.Count < LeastHabit) return Hour.Unknown;
        var hour = HourIn(now);
        return hours.Any(one => Math.Min((one - hour + 24) % 24, (hour - one + 24) % 24) <= HoursAround) ? Hour.Usual : Hour.Odd;
    }

    private int HourIn(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, entered.Tenant?.Calendar.Zone ?? TimeZoneInfo.Utc).Hour;

    private Task<int> FailuresAsync(Guid member, DateTimeOffset now, CancellationToken cancellation)
    {
        var least = EntryId.Least(now - FailuresKept);
        return db.AuditEntries.CountAsync(entry => entry.MemberId == member && entry.Id.CompareTo(least) >= 0 && FailureTypes.Contains(entry.EventType), cancellation);
    }

    private sealed record Past(Guid Id, IPAddress? Address, DateTimeOffset Began, DateTimeOffset Used, DateTimeOffset? Ended);
}
