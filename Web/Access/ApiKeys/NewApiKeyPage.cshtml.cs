using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.ApiKeys;

/// <summary>Makes a key for a program and shows it this once.</summary>
[Requires(Permission.ApiKeysManageOwn)]
[RequiresRecentProof]
internal sealed class NewApiKeyPage(CompanyKeys keys, CurrentMember current, EnteredTenant entered, TimeProvider time, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    [BindProperty(Name = "name")] public string? Name { get; set; }

    [BindProperty(Name = "role")] public Role? Role { get; set; }

    /// <summary>None ticked: all of the role.</summary>
    [BindProperty(Name = "scopes")] public List<string> Scopes { get; set; } = [];

    /// <summary>Days; null: it does not end by itself.</summary>
    [BindProperty(Name = "life")] public int? Life { get; set; } = 90;

    public static IReadOnlyList<int?> Lives { get; } = [30, 90, 365, null];

    public ApiKey? Key { get; private set; }
    public string? Text { get; private set; }
    public string? Refused { get; private set; }
    public string? NameError { get; private set; }
    public IEnumerable<Role> Roles => keys.Roles;
    public Role Chosen => Role ?? current.Person.Role;

    /// <summary>What one may do oneself, group by group; a key can be limited to some of it.</summary>
    public IEnumerable<IGrouping<string, KeyValuePair<string, Role[]>>> Groups =>
        RolesPage.Groups.SelectMany(group => group.Where(row => row.Key != Permission.ApiAccess && current.Can(row.Key)).Select(row => (group.Key, Row: row))).GroupBy(pair => pair.Key, pair => pair.Row);

    public Uri Address => new($"{Request.Scheme}://{Request.Host}/api/v1/deals");

    public string CompanyName => entered.Required.Name;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        try
        {
            var body = new ApiKeyBody { Name = Name, Role = Role, Scopes = Scopes.Count > 0 ? Scopes : null, ExpiresAt = Life is > 0 and <= 3650 ? now.AddDays(Life.Value) : null };
            (Key, Text) = await keys.MakeAsync(body.Check(current.Person.Role, now, [], ""), cancellation);
            Response.Headers.CacheControl = "no-store";
        }
        catch (RefusalException refusal)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            var name = refusal.Faults.FirstOrDefault(fault => fault.Field == "name");
            NameError = name is null ? null : sentences[name.Code, name.Arguments].Value;
            Refused = name is null ? sentences[refusal.TextKey ?? refusal.Code, refusal.Arguments].Value : null;
        }
        return Page();
    }
}
