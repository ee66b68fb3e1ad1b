using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access.Sessions;
using Web.Data;
using Web.Ui;

namespace Web.Access;

/// <summary>A person's own language and look.</summary>
internal sealed class PreferencesPage(AppDb db, CurrentMember current, LiveSessions live) : PageModel
{
    public SignedIn Person => current.Person;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "language")] string? language, [FromForm(Name = "theme")] string? theme, CancellationToken cancellation)
    {
        var member = await db.Members.SingleAsync(member => member.Id == current.Id, cancellation);
        member.Prefer(Locales.Known(language) ?? member.Locale, theme is "light" or "dark" or "system" ? theme : member.Theme);
        await db.SaveChangesAsync(cancellation);
        live.Forget(db.TenantId, Person.SessionId);
        return Request.Headers.ContainsKey("HX-Request") ? StatusCode(StatusCodes.Status204NoContent) : Redirect("/settings/preferences");
    }
}
