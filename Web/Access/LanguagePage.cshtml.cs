using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Ui;

namespace Web.Access;

/// <summary>The language of the pages before sign-in, kept in the browser.</summary>
[AllowAnonymous]
internal sealed class LanguagePage : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost([FromForm(Name = "language")] string? language, [FromForm(Name = "return_url")] string? returnUrl)
    {
        if (Locales.Known(language) is { } known)
            Response.Cookies.Append(Locales.Cookie, known, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true,
            });
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
