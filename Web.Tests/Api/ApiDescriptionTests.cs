using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Web.Tests.Support;

namespace Web.Tests.Api;

/// <summary>The description is whole: every call that is mapped is in it, with what it takes, what it answers, how it fails, and an example of each.</summary>
public sealed class ApiDescriptionTests(TestInstallation installation)
{
    [Fact]
    public async Task Every_call_is_described_whole()
    {
        using var anybody = installation.App.CreateClient();
        var document = await anybody.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        List<string> lacking = [];
        var names = new HashSet<string>();
        foreach (var route in Routes())
            foreach (var verb in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                var path = "/" + route.RoutePattern.RawText!.Trim('/').Replace(":guid", "", StringComparison.Ordinal);
                if (!document.GetProperty("paths").TryGetProperty(path, out var item) || !item.TryGetProperty(verb.ToLowerInvariant(), out var operation))
                {
                    lacking.Add($"{verb} {path} is not there");
                    continue;
                }
                foreach (var fault in Faults(operation, verb, route)) lacking.Add($"{verb} {path}: {fault}");
                if (!names.Add(operation.GetProperty("operationId").GetString()!)) lacking.Add($"{verb} {path}: its operationId is another's");
            }
        Assert.True(lacking.Count == 0, string.Join('\n', lacking));
    }

    [Fact]
    public async Task Credentials_and_errors_are_described()
    {
        using var anybody = installation.App.CreateClient();
        var components = (await anybody.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("components");
        Assert.Equal(["apiKey", "bearer", "cookie"], components.GetProperty("securitySchemes").EnumerateObject().Select(one => one.Name).Order());
        var problem = components.GetProperty("schemas").GetProperty("Problem").GetProperty("properties");
        foreach (var field in new[] { "type", "title", "status", "detail", "trace_id", "code", "message", "details", "permission", "limit", "used", "current" }) Assert.True(problem.TryGetProperty(field, out _), field);
    }

    [Fact]
    public async Task It_is_read_on_every_host_without_sign_in_in_both_languages_and_without_script()
    {
        var company = await TestTenant.MakeAsync(installation);
        foreach (var host in new[] { TestApp.BaseDomain, company.Host })
            foreach (var language in new[] { "ja", "en" })
            {
                using var anybody = installation.App.At(host);
                anybody.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
                Assert.Equal(System.Net.HttpStatusCode.OK, (await anybody.GetAsync("/openapi/v1.json")).StatusCode);
                var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await anybody.GetStringAsync("/docs/api"));
                Assert.Empty(page.QuerySelectorAll("script:not([src])"));
                Assert.Equal(Routes().Sum(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Count), page.QuerySelectorAll("[data-operation^='/api/v1/']").Length);
            }
    }

    private static IEnumerable<string> Faults(JsonElement operation, string verb, RouteEndpoint route)
    {
        if (!operation.TryGetProperty("summary", out var summary) || summary.GetString() is not { Length: > 5 }) yield return "no summary";
        if (!operation.TryGetProperty("tags", out _)) yield return "no tag";
        if (operation.TryGetProperty("requestBody", out var body))
            foreach (var media in body.GetProperty("content").EnumerateObject())
            {
                if (!HasShape(media.Value)) yield return "its body has no schema";
                if (!media.Value.TryGetProperty("example", out _)) yield return "its body has no example";
            }
        else if (verb == "PATCH") yield return "no body";
        var answers = operation.GetProperty("responses").EnumerateObject().ToList();
        if (!answers.Exists(answer => answer.Name[0] == '2')) yield return "no good answer";
        foreach (var answer in answers.Where(answer => answer.Name is not "204" && !(answer.Name is "202" && route.RoutePattern.RawText!.EndsWith("/forgot_password", StringComparison.Ordinal)))) // these say nothing more
        {
            if (!answer.Value.TryGetProperty("content", out var content)) yield return $"{answer.Name} has no schema";
            else
                foreach (var media in content.EnumerateObject())
                {
                    if (!HasShape(media.Value)) yield return $"{answer.Name} has no schema";
                    if (!media.Value.TryGetProperty("example", out _)) yield return $"{answer.Name} has no example";
                }
        }
        var open = route.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        foreach (var error in new[] { "400", "401", "403", "422", "429" }) if (!answers.Exists(answer => answer.Name == error)) yield return $"nothing about {error}";
        if (open == (operation.TryGetProperty("security", out var security) && security.GetArrayLength() > 0)) yield return "it says something else about credentials than it asks";
    }

    private static bool HasShape(JsonElement media) => media.TryGetProperty("schema", out var schema) && schema.EnumerateObject().Any();

    private List<RouteEndpoint> Routes() =>
        [.. installation.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal) == true)];
}
