using Microsoft.AspNetCore.Authorization;
using Web.Kernel;
using Web.Ui;

namespace Web.Access.TwoFactor;

/// <summary>Whoever should have a second factor by now and has none may set one up, sign out, and nothing else.</summary>
internal sealed class FactorGate(RequestDelegate next, TimeProvider time)
{
    private const string SetUp = "/settings/security";

    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        SetUp, SetUp + "/authenticator", SetUp + "/codes", "/settings/confirm", "/sign-out", "/api/v1/tenant/auth/logout", "/api/v1/tenant/auth/me",
    };

    public Task InvokeAsync(HttpContext context, CurrentMember member)
    {
        if (!member.IsKnown || !member.Person.IsOverdue(time.GetUtcNow()) || Open.Contains(context.Request.Path.Value?.TrimEnd('/') ?? "")
            || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return next(context);
        var request = context.Request;
        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/events", StringComparison.OrdinalIgnoreCase) || member.Person.Kind == Sessions.SessionKind.Program)
            throw new RefusalException(403, "two_factor_required") { TextKey = "two_factor_overdue" };
        if (request.WantsFragment()) context.Response.Headers["HX-Redirect"] = SetUp;
        else context.Response.Redirect(SetUp);
        return Task.CompletedTask;
    }
}
