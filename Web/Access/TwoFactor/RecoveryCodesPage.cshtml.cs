using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.TwoFactor;

/// <summary>Makes new recovery codes, which are shown this once; the old ones end.</summary>
[RequiresRecentProof]
internal sealed class RecoveryCodesPage(AppDb db, EnteredTenant entered, CurrentMember current, OwnFactors factors) : PageModel
{
    public ShownCodes? Codes { get; private set; }

    public FactorState Factors { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Factors = await factors.StateAsync(cancellation);
        return Factors.HasFactor ? Page() : Redirect("/settings/security");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Codes = new ShownCodes(await factors.RenewCodesAsync(cancellation), entered.Required.Slug, current.Person.Email);
        await db.SaveChangesAsync(cancellation);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}

/// <summary>Recovery codes in the only moment that they can be read.</summary>
internal sealed record ShownCodes(IReadOnlyList<string> Codes, string Slug, string Email)
{
    public string Text => $"Tsumugi {Slug} / {Email}\n\n{string.Join('\n', Codes)}\n";
}
