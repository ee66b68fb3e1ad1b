using System.Text.RegularExpressions;
using Web.Access;

namespace Web.Tests.Access;

public sealed class RolePermissionsTests
{
    /// <summary>The HTTP contract's table, written a second time on purpose: the columns are owner … compliance.</summary>
    private const string Contract =
        """
        billing.manage, tenant.delete, owners.manage                                           | x . . . . . .
        settings.manage, security.manage, branding.manage, custom_fields.manage                | x x . . . . .
        users.manage                                                                           | x x x . . . .
        users.read                                                                             | x x x x x x x
        usage.read                                                                             | x x x . . . .
        crm.read                                                                               | x x x x x x .
        crm.write, attachments.write                                                           | x x x . x . .
        crm.delete, crm.import                                                                 | x x x . . . .
        crm.delete_own                                                                         | x x x . x . .
        crm.export                                                                             | x x x x . . .
        charts.read                                                                            | x x x x x x .
        charts.ask, datasets.read                                                              | x x x x x . .
        charts.save                                                                            | x x x x . . .
        datasets.manage, dashboards.publish, superset.push                                     | x x x x . . .
        api.access                                                                             | x x x x . . .
        api_keys.manage_own                                                                    | x x x x . . .
        api_keys.manage                                                                        | x x x . . . .
        audit.read, audit.export                                                               | x x . . . . x
        """;

    [Fact]
    public void The_table_is_the_contracts()
    {
        var expected = ReadContract();
        Assert.Equal(expected.Keys.Order(), RolePermissions.Table.Keys.Order());
        foreach (var (permission, roles) in expected) Assert.Equal(roles, RolePermissions.Table[permission]);
    }

    internal static Dictionary<string, Role[]> ReadContract() =>
        Contract.Split('\n').Select(line => line.Split('|'))
            .SelectMany(parts => parts[0].Split(',', StringSplitOptions.TrimEntries).Select(permission => (permission, Marks: Regex.Split(parts[1].Trim(), " +", RegexOptions.None, TimeSpan.FromSeconds(1)))))
            .ToDictionary(row => row.permission, row => Enum.GetValues<Role>().Where((_, place) => row.Marks[place] == "x").ToArray());
}
