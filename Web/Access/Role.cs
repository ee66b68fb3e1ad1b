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

    /// <summary>The roles that hold each permission.</summary>
    public static IReadOnlyDictionary<string, Role[]> Table { get; } = new Dictionary<string, Role[]>
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
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Role, FrozenSet<string>> ByRole = Enum.GetValues<Role>()
        .ToFrozenDictionary(role => role, role => Table.Where(row => row.Value.Contains(role)).Select(row => row.Key).ToFrozenSet());

    /// <summary>Everything that a role may do.</summary>
    public static IReadOnlySet<string> Of(Role role) => ByRole[role];
}
