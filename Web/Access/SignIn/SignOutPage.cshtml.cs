using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Access.Sessions;
using Web.Data;

namespace Web.Access.SignIn;

/// <summary>Ends the session itself, not only its cookie.</summary>
internal sealed class SignOutPage(AppDb db, CurrentMember member, LiveSessions live, TimeProvider time) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await db.EndSessionAsync(member.Person, live, time.GetUtcNow(), cancellation);
        await HttpContext.SignOutAsync(Schemes.Cookie);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\""; // who comes next to this browser finds no page of theirs
        return Redirect("/sign-in");
    }
}
