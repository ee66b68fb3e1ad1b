using Web.Kernel;

namespace Web.Access.ApiKeys;

/// <summary>The key that speaks for somebody, and what it may do: never more than they may at this moment.</summary>
/// <param name="Scopes">The permissions that it is limited to; null: all of its role.</param>
/// <param name="RateLimit">Calls in a minute; null: as the installation has it.</param>
public sealed record KeyRights(Guid Id, Role KeyRole, IReadOnlyList<string>? Scopes, int? RateLimit, DateTimeOffset? ExpiresAt)
{
    /// <summary>The role that it acts in: its own, or its maker's once that is no longer as high.</summary>
    public Role RoleUnder(Role maker) => RolePermissions.Of(maker).IsSupersetOf(RolePermissions.Of(KeyRole)) ? KeyRole : maker;

    /// <summary>Calling the API at all is the maker's right, not the role's that the key was given: a key may read as a viewer does.</summary>
    public IReadOnlySet<string> Under(Role maker, bool seated)
    {
        var makers = RolePermissions.Of(maker, seated);
        return RolePermissions.Of(RoleUnder(maker)).Where(permission => makers.Contains(permission) && (Scopes is null || Scopes.Contains(permission)))
            .Concat(makers.Where(permission => permission == Permission.ApiAccess)).ToHashSet(StringComparer.Ordinal);
    }
}
