using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Ui;

namespace Web.Access;

/// <summary>Leads to the first page of settings that this person may open.</summary>
internal sealed class SettingsPage(IEnumerable<SettingsPlace> places) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(places.For(HttpContext.Shell().Person!).First().Href);
}
