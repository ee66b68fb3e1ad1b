using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Tests.Access.ApiKeys;
using Web.Tests.Support;

namespace Web.Tests.Access;

/// <summary>Every route of the app, and everybody who may call it: each role, each way to be known.</summary>
internal static class RouteCallers
{
    public static readonly string[] Transports = ["cookie", "jwt", "key"];

    public static async Task<HttpClient> CallerAsync(this TestInstallation installation, TestTenant company, Role role, string transport)
    {
        switch (transport)
        {
            case "jwt":
                return await company.ProgramAsync(role);
            case "key":
                return await installation.KeyedAsync(company, await company.ProgramAsync(Role.Owner), new { name = "matrix", role = role.Word });
            default:
                var browser = await company.BrowserAsync(role);
                var bare = installation.App.Bare(company.Host);
                bare.DefaultRequestHeaders.Add("Cookie", browser.SessionCookie);
                using (var drawn = await bare.GetAsync("/settings/preferences"))
                {
                    var antiforgery = drawn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("antiforgery", StringComparison.Ordinal)).Split(';')[0];
                    var token = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await drawn.Content.ReadAsStringAsync()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
                    bare.DefaultRequestHeaders.Remove("Cookie");
                    bare.DefaultRequestHeaders.Add("Cookie", $"{browser.SessionCookie}; {antiforgery}");
                    bare.DefaultRequestHeaders.Add("RequestVerificationToken", token);
                }
                return bare;
        }
    }

    public static async Task<HttpClient> KeyedAsync(this TestInstallation installation, TestTenant company, HttpClient owner, object wish)
    {
        var caller = installation.App.Bare(company.Host);
        caller.DefaultRequestHeaders.Add("X-API-Key", (await ApiKeysTests.MakeAsync(owner, wish)).Key);
        return caller;
    }

    /// <summary>Sends a call of the API (<c>GET /deals/{id}</c>) about something that nobody has.</summary>
    public static async Task<(HttpStatusCode Status, string? Code)> CallAsync(this HttpClient caller, string call)
    {
        var (verb, path) = (call.Split(' ')[0], "/api/v1" + call.Split(' ')[1].Replace("{id}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{key}", "nothing", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(new HttpMethod(verb), path) { Content = verb is "GET" ? null : JsonContent.Create(new { }) };
        using var answer = await caller.SendAsync(request);
        return (answer.StatusCode, (int)answer.StatusCode >= 400 ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() : null);
    }

    /// <summary>Every call of the API.</summary>
    public static IEnumerable<(string Call, bool Open)> Calls(this TestInstallation installation) =>
        from route in installation.Routes()
        let path = "/" + route.RoutePattern.RawText?.Trim('/')
        where path.StartsWith("/api/v1/", StringComparison.Ordinal)
        from verb in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select ($"{verb} {path["/api/v1".Length..].Replace(":guid", "", StringComparison.Ordinal).TrimEnd('/')}", route.Metadata.GetMetadata<IAllowAnonymous>() is not null);

    /// <summary>Every page, with something in place of what its address leaves open.</summary>
    public static IEnumerable<(string Path, bool Open)> Pages(this TestInstallation installation) => installation.Routes()
        .Where(route => route.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(route => (RoutesTests.AddressOf(route), route.Metadata.GetMetadata<IAllowAnonymous>() is not null)).Distinct();

    private static IEnumerable<RouteEndpoint> Routes(this TestInstallation installation) => installation.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
