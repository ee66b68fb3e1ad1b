using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Web.Access.TwoFactor;
using Web.Data;

namespace Web.Access.SignIn;

/// <summary>ASP.NET Core Identity on our members. It saves inside the unit of work that is open, never beyond it.</summary>
internal sealed class MemberStore(AppDb db, IOptions<IdentityOptions> options, TimeProvider time) :
    IUserPasswordStore<Member>, IUserEmailStore<Member>, IUserLockoutStore<Member>, IUserSecurityStampStore<Member>, IUserPasskeyStore<Member>
{
    public void Dispose()
    {
        // the context belongs to the request
    }

    public Task<string> GetUserIdAsync(Member user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Member user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(Member user, string? userName, CancellationToken cancellationToken) => SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(Member user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedUserNameAsync(Member user, string? normalizedName, CancellationToken cancellationToken) =>
        SetNormalizedEmailAsync(user, normalizedName, cancellationToken);

    public async Task<IdentityResult> CreateAsync(Member user, CancellationToken cancellationToken)
    {
        db.Members.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Member user, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(Member user, CancellationToken cancellationToken)
    {
        db.Members.Remove(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public Task<Member?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellationToken) : Task.FromResult<Member?>(null);

    public Task<Member?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Members.SingleOrDefaultAsync(member => member.NormalizedEmail == normalizedUserName, cancellationToken);

    public Task<Member?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) => FindByNameAsync(normalizedEmail, cancellationToken);

    public Task SetPasswordHashAsync(Member user, string? passwordHash, CancellationToken cancellationToken) => Done(user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Member user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Member user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetEmailAsync(Member user, string? email, CancellationToken cancellationToken) => Done(user.Email = email ?? "");

    public Task<string?> GetEmailAsync(Member user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<bool> GetEmailConfirmedAsync(Member user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetEmailConfirmedAsync(Member user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(Member user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(Member user, string? normalizedEmail, CancellationToken cancellationToken) =>
        Done(user.NormalizedEmail = normalizedEmail ?? "");

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Member user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(Member user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Done(user.LockoutEnd = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(Member user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        (user.AccessFailedCount, user.FailedAt) = (WrongPasswords.After(user.AccessFailedCount, user.FailedAt, now, options.Value.Lockout.DefaultLockoutTimeSpan), now);
        return Task.FromResult(user.AccessFailedCount);
    }

    public Task ResetAccessFailedCountAsync(Member user, CancellationToken cancellationToken) => Done(user.AccessFailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(Member user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(Member user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Member user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetSecurityStampAsync(Member user, string stamp, CancellationToken cancellationToken) => Done(user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(Member user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public async Task AddOrUpdatePasskeyAsync(Member user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (await Find(user, passkey.CredentialId).SingleOrDefaultAsync(cancellationToken) is { } known) known.Update(passkey);
        else db.Passkeys.Add(Passkey.Of(user.Id, passkey.Name ?? "Passkey", passkey, passkey.CreatedAt));
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Member user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(one => one.MemberId == user.Id).ToListAsync(cancellationToken)).Select(one => one.ToInfo())];

    public Task<Member?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db.Members.SingleOrDefaultAsync(member => db.Set<Passkey>().Any(one => one.MemberId == member.Id && one.CredentialId == credentialId), cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Member user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await Find(user, credentialId).AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.ToInfo();

    public Task RemovePasskeyAsync(Member user, byte[] credentialId, CancellationToken cancellationToken) =>
        Find(user, credentialId).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<Passkey> Find(Member user, byte[] credentialId) => db.Passkeys.Where(one => one.MemberId == user.Id && one.CredentialId == credentialId);

    private static Task Done(object? _) => Task.CompletedTask;
}

/// <summary>E-mail addresses compare by their NFKC form in upper case.</summary>
internal sealed class EmailNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => NormalizeEmail(name);

    public string? NormalizeEmail(string? email) => email is null ? null : Member.Normalize(email);
}
