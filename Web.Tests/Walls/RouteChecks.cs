using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Web.Tests.Support;

namespace Web.Tests.Walls;

internal static class RouteChecks
{
    /// <summary>What may be seen without signing in; nothing else may.</summary>
    private static readonly string[] Anonymous =
    [
        "/sign-in", "/sign-in/second-factor", "/sign-in/mail", "/forgot-password", "/reset-password", "/sign-up", "/sign-up/address", "/prove-address", "/prove-address/again", "/invitations/{token}",
        "/language", "/welcome", "/brand.css", "/brand/logo/{hash:regex(^([0-9a-f]{{64}})$)}",
        "/api/v1/tenant/auth/login", "/api/v1/tenant/auth/refresh", "/api/v1/tenant/auth/forgot_password", "/api/v1/tenant/auth/reset_password",
        "/dev/create-demo-organization", "/dev/mailbox", "/openapi/{documentName}.json", "/docs/api",
    ];

    public static Task OnlyTheListedAreOpenAsync(Plot plot)
    {
        OnlyTheListedAreOpen(plot.App);
        return Task.CompletedTask;
    }

    public static void OnlyTheListedAreOpen(TestApp app) => Assert.Equal([], app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(route => "/" + (route.RoutePattern.RawText ?? "").Trim('/')).Where(path => !Anonymous.Contains(path)));
}
