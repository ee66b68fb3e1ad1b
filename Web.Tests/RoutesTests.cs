using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Kernel;
using Web.Tests.Support;
using Web.Tests.Walls;

namespace Web.Tests;

/// <summary>Every route says whom it is for, and keeps to it: all routes × all roles.</summary>
public sealed partial class RoutesTests(TestInstallation installation)
{
    /// <summary>What everybody who is signed in may do, whatever their role.</summary>
    private static readonly string[] Everybody = ["/", "/events", "/sign-out", "/settings", "/settings/preferences", "/settings/password", "/settings/security", "/settings/security/authenticator", "/settings/security/codes", "/settings/confirm", "/settings/sessions", "/api/v1/tenant/sessions", "/api/v1/tenant/sessions/{id:guid}", "/api/v1/tenant/auth/logout", "/api/v1/tenant/auth/me", "/api/v1/jobs/{id:guid}"];

    [Fact]
    public void Only_the_listed_routes_are_open() => RouteChecks.OnlyTheListedAreOpen(installation.App);

    [Fact]
    public void Every_other_route_names_its_permission() =>
        Assert.Equal([], Routes().Where(route => !IsAnonymous(route) && PermissionsOf(route).Count == 0 && !Everybody.Contains(PathOf(route))).Select(PathOf));

    [Fact]
    public void Every_page_is_served() =>
        Assert.Equal([], SourceTree.Files("Web", "*Page.cshtml").Select(file => PageDirective().Match(File.ReadAllText(file)).Groups["path"].Value).Where(path => path is ""));

    [Theory]
    [InlineData(Role.Owner)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Member)]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Compliance)]
    public async Task Each_route_opens_for_this_role_as_the_table_says(Role role)
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(role);
        var browser = (await company.BrowserAsync(role)).Client;
        List<string> wrong = [];
        foreach (var route in Routes().Where(route => PermissionsOf(route).Count > 0))
        {
            var isPage = IsPage(route);
            foreach (var method in MethodsOf(route))
            {
                IReadOnlyList<string> needed = isPage || route.Metadata.GetOrderedMetadata<RequiresAttribute>().Any(requires => requires.WithoutApiAccess) ? PermissionsOf(route) : [.. PermissionsOf(route), Permission.ApiAccess];
                var may = needed.All(RolePermissions.Of(role).Contains);
                using var request = new HttpRequestMessage(new HttpMethod(method), AddressOf(route));
                if (method is not "GET") request.Content = JsonContent.Create(new { });
                using var answer = await (isPage ? browser : program).SendAsync(request);
                var refused = answer.StatusCode == HttpStatusCode.Forbidden && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() == "permission_denied";
                if (refused == may || (int)answer.StatusCode >= 500) wrong.Add($"{role} {method} {PathOf(route)} answered {(int)answer.StatusCode}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        var company = await TestTenant.MakeAsync(installation);
        var nobody = company.Anonymous();
        foreach (var route in Routes().Where(route => !IsAnonymous(route)))
            foreach (var method in MethodsOf(route))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), AddressOf(route));
                if (method is not "GET") request.Content = JsonContent.Create(new { });
                using var answer = await nobody.SendAsync(request);
                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Redirect, $"{method} {PathOf(route)} answered {(int)answer.StatusCode}");
            }
    }

    private List<RouteEndpoint> Routes() =>
        [.. installation.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => PathOf(route) is not "/Index")];

    private static string PathOf(RouteEndpoint route) => "/" + (route.RoutePattern.RawText ?? "").Trim('/');

    private static bool IsAnonymous(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsPage(RouteEndpoint route) => route.Metadata.GetMetadata<PageActionDescriptor>() is not null || !PathOf(route).StartsWith("/api/", StringComparison.Ordinal);

    private static IReadOnlyList<string> PermissionsOf(RouteEndpoint route) => [.. route.Metadata.GetOrderedMetadata<RequiresAttribute>().Select(requires => requires.Permission).Distinct()];

    private static IReadOnlyList<string> MethodsOf(RouteEndpoint route) =>
        IsPage(route) ? ["GET"] : route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    internal static string AddressOf(RouteEndpoint route) => Parameter().Replace(PathOf(route), parameter =>
        parameter.Value.EndsWith("?}", StringComparison.Ordinal) ? ""
        : parameter.Groups["first"].Success ? parameter.Groups["first"].Value
        : Guid.CreateVersion7().ToString());

    /// <summary>A route's parameter, and the first of the words it is limited to.</summary>
    [GeneratedRegex(@"\{[a-zA-Z*]+(:regex\(\^\((?<first>[a-z]+)[^}]*|:[^}]*)?\??\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"@page ""(?<path>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageDirective();
}
