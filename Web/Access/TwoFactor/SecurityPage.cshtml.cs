using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Data;

namespace Web.Access.TwoFactor;

/// <summary>A person's own second factors.</summary>
internal sealed class SecurityPage(AppDb db, OwnFactors factors) : PageModel
{
    public FactorState Factors { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Factors = await factors.StateAsync(cancellation);

    /// <summary>Makes a key to be confirmed.</summary>
    [RequiresRecentProof]
    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellation)
    {
        await factors.PrepareAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/security/authenticator");
    }

    [RequiresRecentProof]
    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellation)
    {
        await factors.DropAuthenticatorAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/security");
    }
}
