using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Kernel;

namespace Web.Access;

/// <summary>Who may do what, as the table that decides says it.</summary>
[Requires(Permission.UsersRead)]
internal sealed class RolesPage(CurrentMember current) : PageModel
{
    public Role Own => current.Person.Role;

    /// <summary>The table, group by group, in the order of the contract.</summary>
    public static IEnumerable<IGrouping<string, KeyValuePair<string, Role[]>>> Groups => RolePermissions.Rows.GroupBy(row => GroupOf(row.Key));

    public void OnGet()
    {
    }

    private static string GroupOf(string permission) => permission.Split('.')[0] switch
    {
        "crm" or "attachments" => "crm",
        "charts" or "datasets" or "dashboards" or "superset" => "charts",
        "api" or "api_keys" => "programs",
        "audit" => "audit",
        _ => "company",
    };
}
