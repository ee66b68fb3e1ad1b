using Microsoft.AspNetCore.Authorization;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access.Company;

/// <summary>In a company that is being closed only its owners come in, to take everything away or to change their mind; when the time is over nobody does.</summary>
internal sealed class ClosingGate(RequestDelegate next, TimeProvider time)
{
    private const string Close = "/settings/close";

    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        Close, "/settings/export", "/settings/confirm", "/sign-out", "/events", "/api/v1/tenant/auth/logout", "/api/v1/tenant/auth/me",
        "/settings/security", "/settings/security/authenticator", "/settings/security/codes",
    };

    /// <summary>What nobody needs to be signed in for, and is still of use.</summary>
    private static readonly HashSet<string> Doors = new(StringComparer.OrdinalIgnoreCase)
    {
        "/sign-in", "/sign-in/second-factor", "/sign-in/mail", "/forgot-password", "/reset-password", "/language", "/brand.css", "/dev/mailbox", "/docs/api",
        "/api/v1/tenant/auth/login", "/api/v1/tenant/auth/refresh", "/api/v1/tenant/auth/forgot_password", "/api/v1/tenant/auth/reset_password",
    };

    public Task InvokeAsync(HttpContext context, EnteredTenant entered, CurrentMember member)
    {
        if (entered.Tenant is not { Status: TenantStatus.Closing } company) return next(context);
        var (request, path) = (context.Request, context.Request.Path.Value?.TrimEnd('/') ?? "");
        if (request.Path.StartsWithSegments("/brand/logo", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/openapi", StringComparison.OrdinalIgnoreCase)) return next(context);
        if (company.EraseAt <= time.GetUtcNow()) throw new RefusalException(403, "tenant_closing");
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return Doors.Contains(path) ? next(context) : throw new RefusalException(403, "tenant_closing");
        if (!member.IsKnown) return next(context);
        if (member.Person.Role != Role.Owner) throw new RefusalException(403, "tenant_closing");
        if (Open.Contains(path) || path.StartsWith("/api/v1/tenant/exports", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/api/v1/jobs/", StringComparison.OrdinalIgnoreCase)) return next(context);
        if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) throw new RefusalException(403, "tenant_closing");
        if (request.WantsFragment()) context.Response.Headers["HX-Redirect"] = Close;
        else context.Response.Redirect(Close);
        return Task.CompletedTask;
    }
}
