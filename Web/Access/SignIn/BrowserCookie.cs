using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Web.Access.SignIn;

/// <summary>The browser's cookie: it carries a tenant, a member and a session, and counts only while all three agree.</summary>
internal sealed class BrowserCookie(CredentialCheck check) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var person = context.Principal!;
        if (Read(person, CredentialCheck.TenantClaim) is { } tenant && Read(person, CredentialCheck.SessionClaim) is { } session
            && Read(person, ClaimTypes.NameIdentifier) is { } member
            && await check.AdmitAsync(tenant, session, member, context.HttpContext.RequestAborted)) return;
        context.RejectPrincipal();
    }

    /// <summary>A person goes to the sign-in page and back; a program, a stream of events and a fragment are told 401.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var signIn = $"/sign-in?return_url={Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString)}";
        if (request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = "/sign-in";
        }
        else if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || request.Headers.Accept == "text/event-stream")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else context.Response.Redirect(request.Path == "/" ? "/sign-in" : signIn);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public static Task SetAsync(HttpContext context, Guid tenant, SignInOutcome.Succeeded begun) => context.SignInAsync(
        Schemes.Cookie, CredentialCheck.Principal(tenant, begun.Session.Id, begun.Member.Id, Schemes.Cookie),
        new AuthenticationProperties { IsPersistent = true, ExpiresUtc = begun.Session.ExpiresAt, IssuedUtc = begun.Session.CreatedAt });

    private static Guid? Read(ClaimsPrincipal person, string claim) => Guid.TryParse(person.FindFirstValue(claim), out var id) ? id : null;
}
