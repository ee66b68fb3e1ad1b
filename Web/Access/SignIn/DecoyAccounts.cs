using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Web.Access.SignIn;

/// <summary>
/// An address that belongs to nobody behaves like an account: the same time, the same count of tries, the same lock-out.
/// So an answer never tells who is a member here.
/// </summary>
internal sealed class DecoyAccounts(PasswordHash hash, IOptions<IdentityOptions> options, TimeProvider time) : IDisposable
{
    private readonly MemoryCache tries = new(new MemoryCacheOptions { SizeLimit = 100_000 });
    private readonly Lazy<string> decoy = new(() => hash.HashPassword(null!, "decoy"));

    public SignInOutcome Try(Guid tenant, string normalizedEmail, string password)
    {
        var rules = options.Value.Lockout;
        var now = time.GetUtcNow();
        var account = tries.GetOrCreate((tenant, normalizedEmail), entry =>
        {
            (entry.Size, entry.AbsoluteExpirationRelativeToNow) = (1, rules.DefaultLockoutTimeSpan * 2);
            return new Account();
        })!;
        lock (account)
        {
            if (account.LockedUntil > now) return new SignInOutcome.LockedOut(account.LockedUntil - now);
            hash.VerifyHashedPassword(null!, decoy.Value, password);
            if (++account.Failures < rules.MaxFailedAccessAttempts) return new SignInOutcome.Failed(rules.MaxFailedAccessAttempts - account.Failures);
            (account.Failures, account.LockedUntil) = (0, now + rules.DefaultLockoutTimeSpan);
            return new SignInOutcome.LockedOut(rules.DefaultLockoutTimeSpan);
        }
    }

    public void Dispose() => tries.Dispose();

    private sealed class Account
    {
        public int Failures { get; set; }
        public DateTimeOffset LockedUntil { get; set; }
    }
}
