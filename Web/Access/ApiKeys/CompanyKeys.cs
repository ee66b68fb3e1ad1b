using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Kernel;

namespace Web.Access.ApiKeys;

/// <summary>The keys of a company as whoever asks may see, make and revoke them: their own, or everybody's with <c>api_keys.manage</c>.</summary>
internal sealed class CompanyKeys(AppDb db, CurrentMember current, TimeProvider time)
{
    public bool SeesAll => current.Can(Permission.ApiKeysManage);

    public IQueryable<ApiKey> Live() => db.ApiKeys.Where(key => key.RevokedAt == null && (SeesAll || key.MemberId == current.Id));

    /// <returns>The key, and its text in the only moment that it exists.</returns>
    /// <exception cref="RefusalException">403 or 409: it would do more than its maker may; they have too many.</exception>
    public async Task<(ApiKey Key, string Text)> MakeAsync(ApiKeyWish wish, CancellationToken cancellation)
    {
        MustNotRise(wish);
        if (await db.ApiKeys.CountAsync(key => key.MemberId == current.Id && key.RevokedAt == null, cancellation) >= ApiKey.MostPerMember)
            throw new RefusalException(409, "too_many_keys", ApiKey.MostPerMember);
        var (key, text) = ApiKey.Make(db.TenantId, current.Id, wish, time.GetUtcNow());
        db.ApiKeys.Add(key);
        await db.OrderKeyWarningAsync(key.NextWarning, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        return (key, text);
    }

    /// <exception cref="RefusalException">404: it is no key that they may revoke.</exception>
    public async Task RevokeAsync(Guid id, Action<ApiKey>? check, CancellationToken cancellation)
    {
        var key = await Live().SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw RefusalException.NotFound();
        check?.Invoke(key);
        key.Revoke(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The roles that a key of theirs may have.</summary>
    public IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(role => current.Person.Permissions.IsSupersetOf(RolePermissions.Of(role)) || role == current.Person.Role);

    private void MustNotRise(ApiKeyWish wish)
    {
        if (!Roles.Contains(wish.Role)) throw new RefusalException(403, "permission_denied", Permission.ApiKeysManageOwn) { Permission = Permission.ApiKeysManageOwn, TextKey = "key_role_too_high" };
        foreach (var scope in wish.Scopes ?? [])
            if (scope != Permission.ApiAccess && !(RolePermissions.Of(wish.Role).Contains(scope) && current.Can(scope)))
                throw new RefusalException(403, "permission_denied", scope) { Permission = scope, TextKey = "key_scope_too_wide" };
    }
}
