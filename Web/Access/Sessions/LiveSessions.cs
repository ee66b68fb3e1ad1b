using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Web.Access.Seats;
using Web.Data;

namespace Web.Access.Sessions;

/// <summary>
/// Answers whether a session lives and whose it is, at most five seconds old, so that a page costs no look-up and an
/// ended session, a deactivated member or a changed role counts within seconds on every instance.
/// </summary>
internal sealed class LiveSessions(TimeProvider time, Caches caches) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly IMemoryCache known = caches.Make(50_000);
    private readonly ConcurrentDictionary<Guid, int> changes = new();
    private int era;

    public async ValueTask<SignedIn?> FindAsync(Guid session, TenantScope scope, TenantWork leases, CancellationToken cancellation)
    {
        var key = KeyOf(scope.TenantId, session); // made before it is looked up: what changes meanwhile is found under another
        if (known.TryGetValue(key, out SignedIn? person)) return person;
        person = await LookUpAsync(session, scope, leases, cancellation);
        return known.Set(key, person, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Fresh, Size = 1 });
    }

    public void Forget(Guid tenant, Guid session) => known.Remove(KeyOf(tenant, session));

    /// <summary>Somebody's rights change here: nothing that was known of the company counts any more.</summary>
    public void Forget(Guid tenant) => changes.AddOrUpdate(tenant, 1, (_, count) => count + 1);

    public void ForgetAll() => Interlocked.Increment(ref era);

    public void Dispose() => known.Dispose();

    private (int Era, Guid Tenant, int Change, Guid Session) KeyOf(Guid tenant, Guid session) => (era, tenant, changes.GetValueOrDefault(tenant), session);

    private async Task<SignedIn?> LookUpAsync(Guid id, TenantScope scope, TenantWork leases, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = leases.Lease(scope);
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var seats = db.Seats;
        var person = await (
            from session in db.Sessions.AsNoTracking()
            join member in db.Members on session.MemberId equals member.Id
            where session.Id == id && session.EndedAt == null && session.ExpiresAt > now
                && member.DeactivatedAt == null && member.SecurityStamp == session.SecurityStamp
            select new SignedIn(member.Id, member.Email, member.Name, member.Role, member.Locale, member.Theme, session.Id, session.Kind, seats.Any(seat => seat.MemberId == member.Id)) { ProvedAt = session.ProvedAt })
            .SingleOrDefaultAsync(cancellation);
        await work.CommitAsync(cancellation);
        return person is { MayEnter: true } ? person : null;
    }
}
