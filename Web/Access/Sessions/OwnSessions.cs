using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access.TwoFactor;
using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Sessions;

/// <summary>Where whoever is signed in is signed in, and how they end that.</summary>
internal sealed class OwnSessions(AppDb db, CurrentMember current, LiveSessions live, TimeProvider time)
{
    public async Task<IReadOnlyList<SessionRow>> ListAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var rules = await db.CurrentRulesAsync(cancellation);
        var sessions = await Live(now).AsNoTracking().OrderByDescending(one => one.LastUsedAt).ToListAsync(cancellation);
        return [.. sessions.Where(one => rules.Allow(one.CreatedAt, one.LastUsedAt, now)).Select(one => SessionRow.Of(one, current.Person.SessionId))
            .OrderByDescending(one => one.Current)];
    }

    /// <exception cref="RefusalException">404: it is no live session of theirs.</exception>
    public async Task EndAsync(Guid id, CancellationToken cancellation)
    {
        var session = await Live(time.GetUtcNow()).SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw RefusalException.NotFound();
        await EndAsync([session], cancellation);
    }

    /// <summary>All but the one that asks.</summary>
    public async Task EndOthersAsync(CancellationToken cancellation) =>
        await EndAsync(await Live(time.GetUtcNow()).Where(one => one.Id != current.Person.SessionId).ToListAsync(cancellation), cancellation);

    private async Task EndAsync(IReadOnlyList<Session> sessions, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var session in sessions)
        {
            session.End(now);
            db.Note(now, "auth.session_ended", "auth", current.Id, session.UserAgent);
        }
        await db.SaveChangesAsync(cancellation);
        foreach (var session in sessions) live.Forget(db.TenantId, session.Id);
    }

    private IQueryable<Session> Live(DateTimeOffset now) => db.Sessions.Where(one =>
        one.MemberId == current.Id && one.EndedAt == null && one.ExpiresAt > now && db.Set<Member>().Any(member => member.Id == current.Id && member.SecurityStamp == one.SecurityStamp));
}

/// <summary>A live session as its person sees it.</summary>
public sealed record SessionRow(
    Guid Id, SessionKind Kind, string? Browser, string? System, string? IpAddress, string? UserAgent, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, bool Current)
{
    internal static SessionRow Of(Session session, Guid current)
    {
        var (browser, system) = Device.Of(session.UserAgent);
        return new(session.Id, session.Kind, browser, system, session.IpAddress?.MapToPlain(), session.UserAgent, session.CreatedAt, session.LastUsedAt, session.ExpiresAt, session.Id == current);
    }
}

internal static class PlainAddress
{
    /// <summary>An IPv4 address as people know it, also where the socket speaks IPv6.</summary>
    public static string MapToPlain(this IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
