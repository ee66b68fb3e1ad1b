using System.Collections.Frozen;
using Web.Kernel;

namespace Web.Access;

/// <summary>What somebody is in a company, the most powerful first; compliance stands aside and sees the audit log only.</summary>
public enum Role { Owner, Admin, Manager, Analyst, Member, Viewer, Compliance }

/// <summary>Who may do what: the one table that decides (the HTTP contract's permission table, row by row).</summary>
public static class RolePermissions
{
    private static readonly Role[] Owner = [Role.Owner];
    private static readonly Role[] Admins = [Role.Owner, Role.Admin];
    private static readonly Role[] Managers = [Role.Owner, Role.Admin, Role.Manager];
    private static readonly Role[] Analysts = [.. Managers, Role.Analyst];
    private static readonly Role[] Writers = [.. Managers, Role.Member];
    private static readonly Role[] Askers = [.. Analysts, Role.Member];
    private static readonly Role[] Readers = [.. Askers, Role.Viewer];
    private static readonly Role[] Everybody = [.. Readers, Role.Compliance];

    /// <summary>The rows in the order of the contract, as people read them.</summary>
    public static IReadOnlyList<KeyValuePair<string, Role[]>> Rows { get; } = [.. new Dictionary<string, Role[]>
    {
        [Permission.BillingManage] = Owner,
        [Permission.TenantDelete] = Owner,
        [Permission.OwnersManage] = Owner,
        [Permission.SettingsManage] = Admins,
        [Permission.SecurityManage] = Admins,
        [Permission.BrandingManage] = Admins,
        [Permission.CustomFieldsManage] = Admins,
        [Permission.UsersManage] = Managers,
        [Permission.UsersRead] = Everybody,
        [Permission.UsageRead] = Managers,
        [Permission.CrmRead] = Readers,
        [Permission.CrmWrite] = Writers,
        [Permission.AttachmentsWrite] = Writers,
        [Permission.CrmDelete] = Managers,
        [Permission.CrmImport] = Managers,
        [Permission.CrmDeleteOwn] = Writers,
        [Permission.CrmExport] = Analysts,
        [Permission.ChartsRead] = Readers,
        [Permission.ChartsAsk] = Askers,
        [Permission.DatasetsRead] = Askers,
        [Permission.ChartsSave] = Analysts,
        [Permission.DatasetsManage] = Analysts,
        [Permission.DashboardsPublish] = Analysts,
        [Permission.SupersetPush] = Analysts,
        [Permission.ApiAccess] = Analysts,
        [Permission.ApiKeysManageOwn] = Analysts,
        [Permission.ApiKeysManage] = Managers,
        [Permission.AuditRead] = [.. Admins, Role.Compliance],
        [Permission.AuditExport] = [.. Admins, Role.Compliance],
    }];

    /// <summary>The roles that hold each permission.</summary>
    public static IReadOnlyDictionary<string, Role[]> Table { get; } = Rows.ToFrozenDictionary();

    private static readonly FrozenDictionary<Role, FrozenSet<string>> ByRole = Enum.GetValues<Role>()
        .ToFrozenDictionary(role => role, role => Table.Where(row => row.Value.Contains(role)).Select(row => row.Key).ToFrozenSet());

    /// <summary>Everything that a role may do.</summary>
    public static IReadOnlySet<string> Of(Role role) => ByRole[role];

    /// <summary>What remains to an owner who has no seat: the company's own affairs, none of its work.</summary>
    private static readonly FrozenSet<string> Affairs = FrozenSet.Create(
        Permission.BillingManage, Permission.TenantDelete, Permission.OwnersManage, Permission.SettingsManage, Permission.SecurityManage,
        Permission.BrandingManage, Permission.UsersManage, Permission.UsersRead, Permission.UsageRead, Permission.AuditRead, Permission.AuditExport);

    /// <summary>Everything that somebody of a role may do, with or without a seat.</summary>
    public static IReadOnlySet<string> Of(Role role, bool seated) => seated || !role.NeedsSeat ? ByRole[role] : role == Role.Owner ? Affairs : FrozenSet<string>.Empty;
}

/// <summary>Who stands above whom: whoever may do all that another may, and more. Some roles do not compare.</summary>
public static class RoleRank
{
    extension(Role role)
    {
        public bool IsAbove(Role other) => RolePermissions.Of(role).IsProperSupersetOf(RolePermissions.Of(other));

        /// <summary>Whether somebody of this role may change what somebody of another is, or make them so. Owners may, of owners too.</summary>
        public bool Governs(Role other) => RolePermissions.Of(role).Contains(Permission.UsersManage) && (role.IsAbove(other) || RolePermissions.Of(role).Contains(Permission.OwnersManage));

        /// <summary>As programs write it.</summary>
        public string Word => role.ToString().ToLowerInvariant();

        /// <summary>Who only reads works without a seat.</summary>
        public bool NeedsSeat => role is not (Role.Viewer or Role.Compliance);
    }
}
