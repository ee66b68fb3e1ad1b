using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Api;

/// <summary>What holds for every call of the API, whichever it is.</summary>
public sealed class ConventionsTests(TestInstallation installation)
{
    private static readonly string[] Marks = ["X-Request-Id", "X-Processing-Time", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

    [Fact]
    public async Task Every_answer_is_marked_and_every_error_is_a_problem()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        foreach (var path in ApiPaths())
        {
            using var answer = await program.GetAsync(path.Replace("{key}", "nothing", StringComparison.Ordinal));
            foreach (var mark in Marks) Assert.True(answer.Headers.Contains(mark), $"{path} ({(int)answer.StatusCode}) lacks {mark}");
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            if ((int)answer.StatusCode < 400) continue;
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            foreach (var field in new[] { "type", "title", "status", "detail", "trace_id", "code", "message" }) Assert.True(problem.TryGetProperty(field, out _), $"{path}: {problem}");
        }
    }

    [Fact]
    public async Task Verbs_that_are_not_offered_are_refused_and_trace_everywhere()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        var offered = Routes().ToLookup(route => Address(route), route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods).ToDictionary(group => group.Key, group => group.SelectMany(verbs => verbs).ToHashSet());
        foreach (var (path, verbs) in offered)
            foreach (var verb in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECTED" }.Where(verb => !verbs.Contains(verb)))
            {
                using var request = new HttpRequestMessage(new HttpMethod(verb), path);
                using var answer = await program.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{verb} {path} answered {(int)answer.StatusCode}");
            }
        var browser = (await company.BrowserAsync(Role.Owner)).Client;
        foreach (var page in new[] { "/", "/sign-in", "/deals", "/settings/members" })
            foreach (var verb in new[] { "TRACE", "PUT", "PATCH", "DELETE", "OPTIONS" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(verb), page);
                using var answer = await browser.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{verb} {page} answered {(int)answer.StatusCode}");
            }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://other.localhost")]
    public async Task No_origin_is_reflected(string origin)
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        foreach (var verb in new[] { "GET", "OPTIONS", "POST" })
            foreach (var path in new[] { "/api/v1/deals", "/api/v1/tenant/auth/login", "/openapi/v1.json" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(verb), path);
                request.Headers.Add("Origin", origin);
                request.Headers.Add("Access-Control-Request-Method", "DELETE");
                request.Headers.Add("Access-Control-Request-Headers", "x-api-key");
                using var answer = await program.SendAsync(request);
                Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            }
    }

    [Theory]
    [InlineData("accounts", """{"name":"Stamped"}""", """{"name":"Changed"}""")]
    [InlineData("contacts", """{"family_name":"Stamped"}""", """{"family_name":"Changed"}""")]
    [InlineData("deals", """{"name":"Stamped"}""", """{"name":"Changed"}""")]
    [InlineData("tasks", """{"title":"Stamped"}""", """{"title":"Changed"}""")]
    public async Task A_stale_stamp_is_told_what_there_is_now(string records, string body, string change)
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        await company.PipelineAsync();
        using var made = await program.PostAsync($"/api/v1/{records}", Json(body));
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var (address, first) = (made.Headers.Location!, made.Headers.ETag!);
        using var changed = await SendAsync(program, HttpMethod.Patch, address, first.Tag, change);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        foreach (var verb in new[] { HttpMethod.Patch, HttpMethod.Delete })
        {
            using var stale = await SendAsync(program, verb, address, first.Tag, verb == HttpMethod.Patch ? change : null);
            Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
            Assert.Equal(changed.Headers.ETag, stale.Headers.ETag);
            Assert.Contains("Changed", (await stale.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("current").GetRawText());
        }
        using var gone = await SendAsync(program, HttpMethod.Delete, address, changed.Headers.ETag!.Tag, null);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
    }

    [Fact]
    public async Task A_member_carries_a_stamp_too()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        var address = new Uri($"/api/v1/tenant/users/{company.People[Role.Member]}", UriKind.Relative);
        using var first = await program.GetAsync(address);
        using var changed = await SendAsync(program, HttpMethod.Patch, address, first.Headers.ETag!.Tag, """{"role":"viewer"}""");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var stale = await SendAsync(program, HttpMethod.Patch, address, first.Headers.ETag!.Tag, """{"role":"analyst"}""");
        Assert.Equal((HttpStatusCode.PreconditionFailed, changed.Headers.ETag), (stale.StatusCode, stale.Headers.ETag));
        Assert.Equal("viewer", (await stale.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("current").GetProperty("role").GetString());
        using var gone = await SendAsync(program, HttpMethod.Delete, address, stale.Headers.ETag!.Tag, null);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient program, HttpMethod verb, Uri address, string stamp, string? body)
    {
        using var request = new HttpRequestMessage(verb, address) { Content = body is null ? null : Json(body) };
        request.Headers.Add("If-Match", stamp);
        return await program.SendAsync(request);
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private IEnumerable<string> ApiPaths() => Routes().Select(Address).Distinct();

    private IEnumerable<RouteEndpoint> Routes() => installation.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal) == true);

    private static string Address(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/').Replace("{id:guid}", "019ab2c4-5d6e-7f80-9a1b-2c3d4e5f6071", StringComparison.Ordinal).Replace("{key}", "nothing", StringComparison.Ordinal);
}
