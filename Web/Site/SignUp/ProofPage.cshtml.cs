using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Links;
using Web.Access.Risk;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Audit;
using Web.Data;
using Web.Tenancy;

namespace Web.Site.SignUp;

/// <summary>Where the first letter's link leads. A button opens the company and signs its owner in; looking alone does nothing.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class ProofPage(EnteredTenant entered, AppDb db, TenantDirectory directory, DeviceCookie devices, TimeProvider time) : PageModel
{
    [BindProperty(Name = "token", SupportsGet = true)] public string? Token { get; set; }

    public Tenant Company => entered.Required;

    public bool Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Company.Status != TenantStatus.Unproven) return Redirect("/sign-in");
        Response.Headers["Referrer-Policy"] = "no-referrer";
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        Open = await db.FindLinkAsync(Token, ProofLetter.Purpose, time.GetUtcNow(), cancellation) is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Company.Status != TenantStatus.Unproven) return Redirect("/sign-in");
        var now = time.GetUtcNow();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var id = await db.FindLinkAsync(Token, ProofLetter.Purpose, now, cancellation);
        if (id is null || !await db.ClaimLinkAsync(Token, ProofLetter.Purpose, now, cancellation)) return Page();
        await db.ProveTenantAsync(cancellation);
        var begun = await BeginAsync(id.Value, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        directory.Forget(Company.Id);
        await BrowserCookie.SetAsync(HttpContext, Company.Id, begun);
        return Redirect("/");
    }

    private async Task<SignInOutcome.Succeeded> BeginAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        var owner = await db.Members.SingleAsync(member => member.Id == id, cancellation);
        db.Note(now, "tenant.proven", "tenant", owner.Id);
        await devices.KeepAsync(owner.Id, null, now, cancellation);
        return db.BeginSession(owner, SessionKind.Browser, Proof.Password, now);
    }
}
