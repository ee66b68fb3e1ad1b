using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Access.SignIn;

namespace Web.Access.Sessions;

/// <summary>Where one is signed in: which device, from where, when last; and how to end it.</summary>
internal sealed class SessionsPage(OwnSessions own, CurrentMember current) : PageModel
{
    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Sessions = await own.ListAsync(cancellation);

    public async Task<IActionResult> OnPostEndAsync([FromForm(Name = "id")] Guid id, CancellationToken cancellation)
    {
        await own.EndAsync(id, cancellation);
        if (id != current.Person.SessionId) return Redirect("/settings/sessions");
        await HttpContext.SignOutAsync(Schemes.Cookie);
        return Redirect("/sign-in");
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancellation)
    {
        await own.EndOthersAsync(cancellation);
        return Redirect("/settings/sessions");
    }
}
