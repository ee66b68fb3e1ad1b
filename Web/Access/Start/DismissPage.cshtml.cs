using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Start;

/// <summary>Sends the guided start away, for everybody in the company.</summary>
[Requires(Permission.SettingsManage)]
internal sealed class DismissPage(AppDb db, TimeProvider time) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await db.GuidedStarts.SingleOrDefaultAsync(cancellation) is { } start)
        {
            start.Dismiss(time.GetUtcNow());
            db.Note(time.GetUtcNow(), "tenant.guided_start_dismissed", "tenant");
        }
        await db.SaveChangesAsync(cancellation);
        return Redirect("/");
    }
}
