using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Access.Sessions;
using Web.Data;

namespace Web.Access.TwoFactor;

/// <summary>A person's own second factors.</summary>
internal sealed class SecurityPage(AppDb db, CurrentMember current, OwnFactors factors, PasskeyCheck passkeys, OwnProof proof, OwnSessions sessions, TimeProvider time) : PageModel
{
    private const string AfterChange = "/settings/security?changed=true";

    public FactorState Factors { get; private set; } = null!;

    public DateTimeOffset? Due => current.Person.FactorDue;

    public bool IsOverdue => current.Person.IsOverdue(time.GetUtcNow());

    /// <summary>A factor was just set up, changed or removed.</summary>
    [BindProperty(Name = "changed", SupportsGet = true)] public bool Changed { get; set; }

    /// <summary>How many other sessions of theirs may be ended after that.</summary>
    public int Others { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Factors = await factors.StateAsync(cancellation);
        if (Changed) Others = (await sessions.ListAsync(cancellation)).Count(one => !one.Current);
    }

    /// <summary>Makes a key to be confirmed.</summary>
    [RequiresRecentProof]
    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellation)
    {
        await factors.PrepareAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/security/authenticator");
    }

    /// <summary>What the browser asks a device for a new passkey.</summary>
    [RequiresRecentProof]
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskForNewAsync(HttpContext, current.Person), "application/json");

    [RequiresRecentProof]
    public async Task<IActionResult> OnPostPasskeyAsync([FromForm(Name = "name")] string? name, [FromForm(Name = "credential")] string? credential, CancellationToken cancellation)
    {
        proof.MustBeBrowser();
        await factors.AddPasskeyAsync(name, await passkeys.ReadNewAsync(HttpContext, credential, current.Id), cancellation);
        await proof.RenewAsync(HttpContext, Proof.Passkey, cancellation);
        return Redirect((await factors.StateAsync(cancellation)).CodesLeft == 0 ? "/settings/security/codes" : AfterChange);
    }

    public async Task<IActionResult> OnPostRenameAsync([FromForm(Name = "id")] Guid id, [FromForm(Name = "name")] string? name, CancellationToken cancellation)
    {
        await factors.RenamePasskeyAsync(id, name, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/security");
    }

    [RequiresRecentProof]
    public async Task<IActionResult> OnPostRemoveAsync([FromForm(Name = "id")] Guid id, CancellationToken cancellation)
    {
        await factors.RemovePasskeyAsync(id, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Redirect(AfterChange);
    }

    [RequiresRecentProof]
    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellation)
    {
        await factors.DropAuthenticatorAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        return Redirect(AfterChange);
    }
}
