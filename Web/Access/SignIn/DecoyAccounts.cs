using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Web.Data;

namespace Web.Access.SignIn;

/// <summary>
/// An address that belongs to nobody behaves like an account: the same time, the same count of tries, the same lock-out, on
/// every instance. So an answer never tells who is a member here.
/// </summary>
internal sealed class DecoyAccounts(AppDb db, PasswordHash hash, MasterKey master, IOptions<IdentityOptions> options, TimeProvider time)
{
    private const int SweepOneIn = 50;

    /// <summary>Inside a unit of work that is committed whatever comes of it; tries on one address wait for each other.</summary>
    public async Task<SignInOutcome> TryAsync(string normalizedEmail, string password, CancellationToken cancellation)
    {
        var (rules, now) = (options.Value.Lockout, time.GetUtcNow());
        var decoy = await HoldAsync(Decoy.IdOf(master.Derive("decoys"), db.TenantId, normalizedEmail), now, cancellation);
        if (decoy.IsLocked(now)) return new SignInOutcome.LockedOut(decoy.LockedUntil!.Value - now);
        hash.VerifyHashedPassword(null!, hash.Decoy, password);
        var left = decoy.Fail(now, rules.MaxFailedAccessAttempts, rules.DefaultLockoutTimeSpan);
        if (Random.Shared.Next(SweepOneIn) == 0) await SweepAsync(now - (2 * rules.DefaultLockoutTimeSpan), cancellation);
        return left > 0 ? new SignInOutcome.Failed(left) : new SignInOutcome.LockedOut(rules.DefaultLockoutTimeSpan);
    }

    private async Task<Decoy> HoldAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"insert into app.decoys (tenant_id, id, failed_at) values ({db.TenantId}, {id}, {now}) on conflict do nothing", cancellation);
        return await db.Set<Decoy>().FromSql($"select * from app.decoys where tenant_id = {db.TenantId} and id = {id} for update").SingleAsync(cancellation);
    }

    /// <summary>Those that count no more; whoever holds one keeps it.</summary>
    private async Task SweepAsync(DateTimeOffset before, CancellationToken cancellation) => await db.Database.ExecuteSqlAsync(
        $"delete from app.decoys where tenant_id = {db.TenantId} and id in (select d.id from app.decoys d where d.tenant_id = {db.TenantId} and d.failed_at < {before} limit 500 for update skip locked)", cancellation);
}
