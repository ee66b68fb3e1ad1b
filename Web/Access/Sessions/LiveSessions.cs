using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Web.Access.Seats;
using Web.Access.Teams;
using Web.Access.TwoFactor;
using Web.Data;

namespace Web.Access.Sessions;

/// <summary>
/// Answers whether a session lives and whose it is, at most five seconds old, so that a page costs no look-up and an
/// ended session, a deactivated member, a changed role or a stricter rule counts within seconds on every instance.
/// </summary>
internal sealed class LiveSessions(TimeProvider time, Caches caches, LastUses uses) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly IMemoryCache known = caches.Make(50_000);
    private readonly ConcurrentDictionary<Guid, int> changes = new();
    private int era;

    /// <param name="watches">It is only looked whether somebody may stay; that is no use of the session.</param>
    public async ValueTask<SignedIn?> FindAsync(Guid session, TenantScope scope, TenantWork leases, CancellationToken cancellation, bool watches = false)
    {
        var key = KeyOf(scope.TenantId, session); // made before it is looked up: what changes meanwhile is found under another
        if (!known.TryGetValue(key, out SignedIn? person))
        {
            person = await LookUpAsync(session, scope, leases, cancellation);
            known.Set(key, person, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Fresh, Size = 1 });
        }
        if (person is not null && !watches) uses.Note(scope.TenantId, session);
        return person;
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
        var found = await (
            from session in db.Sessions.AsNoTracking()
            join member in db.Members on session.MemberId equals member.Id
            where session.Id == id && session.EndedAt == null && session.ExpiresAt > now
                && member.DeactivatedAt == null && member.SecurityStamp == session.SecurityStamp
            select new
            {
                Person = new SignedIn(member.Id, member.Email, member.Name, member.Role, member.Locale, member.Theme, session.Id, session.Kind, seats.Any(seat => seat.MemberId == member.Id)) { ProvedAt = session.ProvedAt, Proof = session.Proof, Address = session.IpAddress },
                Began = session.CreatedAt, session.LastUsedAt, Joined = member.CreatedAt,
                HasFactor = db.Set<SecondStep>().Any(step => step.Id == member.Id && step.ConfirmedAt != null) || db.Set<Passkey>().Any(passkey => passkey.MemberId == member.Id),
            }).SingleOrDefaultAsync(cancellation);
        if (found is not { Person.MayEnter: true }) return null;
        var rules = await db.CurrentRulesAsync(cancellation);
        if (!rules.Allow(found.Began, found.LastUsedAt, now)) return null;
        var sees = found.Person.Role == Role.Member ? await db.SightOfAsync(found.Person.Id, cancellation) : null;
        await work.CommitAsync(cancellation);
        return found.Person with { Sees = sees, HasFactor = found.HasFactor, FactorDue = found.HasFactor ? null : rules.DueFor(found.Joined) };
    }
}
