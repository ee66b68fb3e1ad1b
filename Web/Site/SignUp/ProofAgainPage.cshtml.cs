using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.SignIn;
using Web.Audit;
using Web.Data;
using Web.Tenancy;

namespace Web.Site.SignUp;

/// <summary>Sends the first letter once more, to its owner and nobody else. Asked too often it says the same and does nothing.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class ProofAgainPage(EnteredTenant entered, AppDb db, ProofLetter proof, SignInTurns turns, TimeProvider time) : PageModel
{
    public IActionResult OnGet() => Redirect("/sign-in");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (entered.Required.Status == TenantStatus.Unproven && await turns.OfAccountAsync("proof", "owner", 4, TimeSpan.FromHours(1), cancellation) is null)
        {
            await using var work = await db.BeginAsync(readOnly: false, cancellation);
            await proof.PostAsync(entered.Required, await db.Members.SingleAsync(member => member.Role == Role.Owner, cancellation), time.GetUtcNow(), cancellation);
            db.Note(time.GetUtcNow(), "tenant.proof_sent_again", "tenant");
            await db.SaveChangesAsync(cancellation);
            await work.CommitAsync(cancellation);
        }
        return Redirect("/sign-in?again=true");
    }
}
