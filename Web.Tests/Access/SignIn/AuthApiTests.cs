using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.SignIn;

public sealed class AuthApiTests(TestInstallation installation)
{
    [Fact]
    public async Task Login_answers_tokens_the_person_and_the_company()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (status, body) = await LoginAsync(company.Anonymous(), Role.Manager);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("bearer", body.GetProperty("token_type").GetString());
        Assert.Equal(3600, body.GetProperty("expires_in").GetInt32());
        Assert.Equal("manager", body.GetProperty("user").GetProperty("role").GetString());
        Assert.Contains("crm.read", body.GetProperty("user").GetProperty("permissions").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal(company.Tenant.Slug, body.GetProperty("organization").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task Me_answers_who_the_token_is()
    {
        var company = await TestTenant.MakeAsync(installation);
        var me = await (await company.ProgramAsync(Role.Compliance)).GetFromJsonAsync<JsonElement>("/api/v1/tenant/auth/me");
        Assert.Equal(company.People[Role.Compliance], me.GetProperty("user").GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_wrong_password_is_401_with_a_message_in_the_callers_language()
    {
        var company = await TestTenant.MakeAsync(installation);
        var client = company.Anonymous();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ja");
        var answer = await client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Owner), password = "wrong" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("credentials_invalid", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Missing_fields_are_422_with_a_pointer_each()
    {
        var company = await TestTenant.MakeAsync(installation);
        var answer = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["/email", "/password"], problem.GetProperty("details").EnumerateArray().Select(d => d.GetProperty("field").GetString()!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"email":1,"password":{}}""")]
    [InlineData("""{"email":"a","password":"b","role":"owner"}""")]
    public async Task Garbage_is_a_clean_4xx(string body)
    {
        var company = await TestTenant.MakeAsync(installation);
        var answer = await company.Anonymous().PostAsync("/api/v1/tenant/auth/login", new StringContent(body, MediaTypeHeaderValue.Parse("application/json")));
        Assert.InRange((int)answer.StatusCode, 400, 422);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_its_reuse_ends_the_family()
    {
        var company = await TestTenant.MakeAsync(installation);
        var client = company.Anonymous();
        var (_, first) = await LoginAsync(client, Role.Analyst);
        var second = await RefreshAsync(client, first);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(client, first)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(client, second.Body)).Status);
        client.DefaultRequestHeaders.Authorization = new("Bearer", second.Body.GetProperty("access_token").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(e => e.EventType == "security.refresh_token_reused" && e.RiskLevel == "high")));
    }

    [Fact]
    public async Task Parallel_refreshes_of_one_token_give_one_pair_at_most()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (_, first) = await LoginAsync(company.Anonymous(), Role.Analyst);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RefreshAsync(company.Anonymous(), first)));
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Logout_ends_access_and_refresh()
    {
        var company = await TestTenant.MakeAsync(installation);
        var client = company.Anonymous();
        var (_, pair) = await LoginAsync(client, Role.Viewer);
        client.DefaultRequestHeaders.Authorization = new("Bearer", pair.GetProperty("access_token").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync("/api/v1/tenant/auth/logout", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(company.Anonymous(), pair)).Status);
    }

    [Fact]
    public async Task A_token_of_one_company_is_401_at_another_and_noted_at_home()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var (_, pair) = await LoginAsync(a.Anonymous(), Role.Owner);
        var client = b.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(client, pair)).Status);
        client.DefaultRequestHeaders.Authorization = new("Bearer", pair.GetProperty("access_token").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
        await Eventually.TrueAsync(() => a.WorkAsync(db => db.AuditEntries.AnyAsync(e => e.EventType == "security.credential_at_other_tenant")));
        Assert.False(await b.WorkAsync(db => db.AuditEntries.AnyAsync(e => e.EventType == "security.credential_at_other_tenant")));
    }

    [Fact]
    public async Task On_the_apex_the_credential_or_X_Tenant_names_the_company()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var apex = installation.App.At(TestApp.BaseDomain);
        Assert.Equal(HttpStatusCode.BadRequest, (await LoginAsync(apex, Role.Owner)).Status);
        apex.DefaultRequestHeaders.Add("X-Tenant", a.Tenant.Slug);
        var (status, pair) = await LoginAsync(apex, Role.Owner);
        Assert.Equal(HttpStatusCode.OK, status);

        var bare = installation.App.At(TestApp.BaseDomain);
        bare.DefaultRequestHeaders.Authorization = new("Bearer", pair.GetProperty("access_token").GetString());
        Assert.Equal(HttpStatusCode.OK, (await bare.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(bare, pair)).Status);
        bare.DefaultRequestHeaders.Add("X-Tenant", b.Id.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await bare.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
    }

    [Fact]
    public async Task The_apex_ignores_cookies()
    {
        var company = await TestTenant.MakeAsync(installation);
        var answer = await new Browser(company.Anonymous()).TrySignInAsync(TestTenant.EmailOf(Role.Owner), TestTenant.Password);
        var apex = installation.App.At(TestApp.BaseDomain);
        apex.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("tsumugi-session", StringComparison.Ordinal)).Split(';')[0]);
        apex.DefaultRequestHeaders.Add("X-Tenant", company.Tenant.Slug);
        Assert.Equal(HttpStatusCode.Unauthorized, (await apex.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
    }

    [Fact]
    public async Task The_browsers_cookie_may_write_to_the_api_only_with_the_antiforgery_header()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Client.PostAsync("/api/v1/tenant/auth/logout", null)).StatusCode);
        var page = await browser.OpenAsync("/settings/preferences");
        browser.Client.DefaultRequestHeaders.Add("RequestVerificationToken", page.QuerySelector("meta[name=antiforgery]")!.GetAttribute("content"));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.Client.PostAsync("/api/v1/tenant/auth/logout", null)).StatusCode);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> LoginAsync(HttpClient client, Role role)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(role), password = TestTenant.Password });
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> RefreshAsync(HttpClient client, JsonElement pair)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/tenant/auth/refresh", new { refresh_token = pair.GetProperty("refresh_token").GetString() });
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
