using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Web.Access.Seats;
using Web.Access.Sessions;
using Web.Access.Teams;
using Web.Access.TwoFactor;
using Web.Data;

namespace Web.Access.ApiKeys;

/// <summary>
/// Answers whom a key speaks for and what it may do, at most five seconds old and anew as soon as an instance tells that a key was
/// revoked or somebody's rights changed.
/// </summary>
internal sealed class LiveKeys(TimeProvider time, Caches caches, LastUses uses) : IListens, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly IMemoryCache known = caches.Make(20_000);
    private readonly ConcurrentDictionary<Guid, int> changes = new();
    private int era;

    public string Channel => "member_changed";

    public void Heard(string message)
    {
        if (Guid.TryParseExact(message.Split(' ')[0], "D", out var tenant)) Forget(tenant);
    }

    public void MayHaveMissed() => Interlocked.Increment(ref era);

    public void Forget(Guid tenant) => changes.AddOrUpdate(tenant, 1, (_, count) => count + 1);

    /// <param name="watches">It is only looked whether the key is one; that is no use of it.</param>
    public async ValueTask<SignedIn?> FindAsync(string text, TenantScope scope, TenantWork leases, CancellationToken cancellation, bool watches = false)
    {
        var hash = ApiKey.HashOf(text);
        var key = (era, scope.TenantId, changes.GetValueOrDefault(scope.TenantId), Convert.ToHexString(hash)); // made before it is looked up
        if (!known.TryGetValue(key, out SignedIn? person))
        {
            person = await LookUpAsync(hash, scope, leases, cancellation);
            known.Set(key, person, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Fresh, Size = 1 });
        }
        if (person is null || person.Key!.ExpiresAt <= time.GetUtcNow()) return null;
        if (!watches) uses.NoteKey(scope.TenantId, person.Key.Id);
        return person;
    }

    public void Dispose() => known.Dispose();

    private async Task<SignedIn?> LookUpAsync(byte[] hash, TenantScope scope, TenantWork leases, CancellationToken cancellation)
    {
        await using var db = leases.Lease(scope);
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var seats = db.Seats;
        var found = await (
            from key in db.ApiKeys.AsNoTracking()
            join member in db.Members on key.MemberId equals member.Id
            where key.KeyHash == hash && key.RevokedAt == null && member.DeactivatedAt == null
            select new
            {
                Person = new SignedIn(member.Id, member.Email, member.Name, member.Role, member.Locale, member.Theme, key.Id, SessionKind.Program, seats.Any(seat => seat.MemberId == member.Id)),
                Rights = new KeyRights(key.Id, key.Role, key.Scopes, key.RateLimit, key.ExpiresAt), Joined = member.CreatedAt,
                HasFactor = db.Set<SecondStep>().Any(step => step.Id == member.Id && step.ConfirmedAt != null) || db.Set<Passkey>().Any(passkey => passkey.MemberId == member.Id),
            }).SingleOrDefaultAsync(cancellation);
        if (found is not { Person.MayEnter: true }) return null;
        var rules = await db.CurrentRulesAsync(cancellation);
        var person = found.Person.SpokenForBy(found.Rights);
        var sees = person.Role == Role.Member ? await db.SightOfAsync(person.Id, cancellation) : null;
        await work.CommitAsync(cancellation);
        return person with { Sees = sees, FactorDue = found.HasFactor ? null : rules.DueFor(found.Joined) };
    }
}
