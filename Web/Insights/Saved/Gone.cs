using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Ui;

namespace Web.Insights.Saved;

internal static class Gone
{
    /// <summary>Leaves for another page, whether a form asks or the page's script.</summary>
    public static IActionResult To(PageModel page, string address)
    {
        if (!page.Request.WantsFragment()) return new LocalRedirectResult(address);
        page.Response.Headers["HX-Redirect"] = address;
        return new NoContentResult();
    }
}
