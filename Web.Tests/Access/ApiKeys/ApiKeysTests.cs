using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Access.ApiKeys;
using Web.Audit;
using Web.Kernel;
using Web.Tests.Support;

namespace Web.Tests.Access.ApiKeys;

public sealed class ApiKeysTests(TestInstallation installation)
{
    private const string Keys = "/api/v1/tenant/api-keys", Me = "/api/v1/tenant/auth/me", Users = "/api/v1/tenant/users", Deals = "/api/v1/deals";

    [Theory]
    [InlineData("X-API-Key", "")]
    [InlineData("Authorization", "Bearer ")]
    public async Task A_key_speaks_for_its_maker_in_either_header(string header, string before)
    {
        var company = await TestTenant.MakeAsync(installation);
        var (key, _) = await MakeAsync(await company.ProgramAsync(Role.Manager), new { name = "Nightly" });
        Assert.StartsWith("tsu_", key);
        using var caller = installation.App.Bare(company.Host);
        caller.DefaultRequestHeaders.TryAddWithoutValidation(header, before + key);
        var me = await caller.GetFromJsonAsync<JsonElement>(Me);
        Assert.Equal(company.People[Role.Manager], me.GetProperty("user").GetProperty("id").GetGuid());
        Assert.Equal(HttpStatusCode.Created, (await caller.PostAsJsonAsync("/api/v1/accounts", new { name = "By key" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync("/settings/preferences")).StatusCode); // pages are for people
    }

    [Fact]
    public async Task It_may_come_from_anywhere_since_programs_move()
    {
        var app = FromAddress.App(installation.Settings);
        try
        {
            var company = await TestTenant.MakeAsync(app);
            var (key, _) = await MakeAsync(await company.ProgramAsync(Role.Analyst), new { name = "Abroad" });
            using var caller = app.Bare(company.Host);
            caller.DefaultRequestHeaders.Add("X-API-Key", key);
            foreach (var address in new[] { "192.0.2.10", "198.51.100.7", "2001:db8::1" }) Assert.Equal(HttpStatusCode.OK, (await FromAddress.Of(caller, address).GetAsync(Deals)).StatusCode);
        }
        finally
        {
            await app.StopAsync();
        }
    }

    [Fact]
    public async Task It_is_shown_once_and_kept_as_a_hash()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        var (key, made) = await MakeAsync(program, new { name = "Once" });
        var listed = await program.GetStringAsync(Keys);
        Assert.Contains(made.GetProperty("prefix").GetString()!, listed);
        Assert.DoesNotContain(key, listed);
        var row = await company.WorkAsync(db => db.ApiKeys.SingleAsync());
        Assert.Equal(ApiKey.HashOf(key), row.KeyHash);
        var entry = await company.WorkAsync(db => db.AuditEntries.SingleAsync(one => one.EventType == "api_key.created"));
        Assert.Equal(company.People[Role.Analyst], entry.MemberId);
        Assert.DoesNotContain("hash", entry.Changes);
        Assert.Equal(256 / 8, Convert.FromBase64String(key[34..].Replace('-', '+').Replace('_', '/') + "=").Length);
    }

    [Fact]
    public async Task It_works_at_its_own_company_only_and_elsewhere_is_noted_at_home()
    {
        var (home, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var (key, _) = await MakeAsync(await home.ProgramAsync(Role.Owner), new { name = "Home" });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other.Host, key));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(TestApp.BaseDomain, key, other.Tenant.Slug));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(TestApp.BaseDomain, key, home.Tenant.Slug));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(TestApp.BaseDomain, key));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(home.Host, key, other.Tenant.Slug));
        await Eventually.TrueAsync(() => home.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.credential_at_other_tenant" && entry.MemberId == home.People[Role.Owner])));
    }

    [Fact]
    public async Task A_text_that_only_names_a_company_opens_nothing_and_notes_nothing()
    {
        var (home, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var (key, _) = await MakeAsync(await home.ProgramAsync(Role.Owner), new { name = "Home" });
        var forged = key[..^4] + (key.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        Assert.NotNull(ApiKey.TenantOf(forged));
        foreach (var text in new[] { forged, "tsu_", "tsu_x", new string('x', 77), "tsu_" + new string('é', 73) })
            foreach (var host in new[] { home.Host, other.Host, TestApp.BaseDomain }) Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, Uri.EscapeDataString(text)));
        Assert.Equal(0, await home.WorkAsync(db => db.AuditEntries.CountAsync(entry => entry.EventType == "security.credential_at_other_tenant")));
    }

    [Fact]
    public async Task Two_credentials_that_disagree_are_none()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        var (key, _) = await MakeAsync(program, new { name = "Two" });
        program.DefaultRequestHeaders.Add("X-API-Key", key);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Me)).StatusCode);
    }

    [Theory]
    [InlineData(Role.Owner)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Analyst)]
    public async Task Nobody_makes_a_key_that_may_do_more_than_themselves(Role maker)
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(maker);
        foreach (var role in Enum.GetValues<Role>())
        {
            var may = RolePermissions.Of(maker).IsSupersetOf(RolePermissions.Of(role));
            using var answer = await program.PostAsJsonAsync(Keys, new { name = "x", role = role.Word });
            Assert.True(answer.StatusCode == (may ? HttpStatusCode.Created : HttpStatusCode.Forbidden), $"{maker} → {role} answered {(int)answer.StatusCode}");
        }
        foreach (var permission in RolePermissions.Table.Keys)
        {
            using var answer = await program.PostAsJsonAsync(Keys, new { name = "x", scopes = new[] { permission } });
            Assert.True(answer.StatusCode == (RolePermissions.Of(maker).Contains(permission) ? HttpStatusCode.Created : HttpStatusCode.Forbidden), $"{maker}: {permission} answered {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_key_never_makes_a_key_and_scopes_hold_against_every_escalation()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        using var whole = await CallerAsync(company, program, new { name = "All" });
        Assert.Equal("step_up_required", await CodeAsync(await whole.PostAsJsonAsync(Keys, new { name = "Child" })));
        using var people = await CallerAsync(company, program, new { name = "People", scopes = new[] { Permission.UsersRead, Permission.UsersManage } });
        var target = $"{Users}/{company.People[Role.Member]}";
        Assert.Equal(HttpStatusCode.Forbidden, (await people.PatchAsJsonAsync(target, new { role = "owner" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await people.PatchAsJsonAsync($"{Users}/{company.People[Role.Admin]}", new { role = "viewer" })).StatusCode);
        using var manager = await CallerAsync(company, program, new { name = "Manager", role = "manager" });
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PatchAsJsonAsync(target, new { role = "admin" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsJsonAsync(Users, new { email = "boss@example.com", role = "manager" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await manager.PatchAsJsonAsync(target, new { role = "viewer" })).StatusCode);
        using var reader = await CallerAsync(company, program, new { name = "Reader", scopes = new[] { Permission.CrmRead } });
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(Deals)).StatusCode);
        foreach (var address in new[] { Users, Keys, "/api/v1/datasets", "/api/v1/tenant/sessions" }) Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync(Deals, new { name = "x" })).StatusCode);
        Assert.Equal("sign_in_required", await CodeAsync(await whole.PostAsync("/api/v1/tenant/auth/logout", null)));
    }

    [Fact]
    public async Task It_follows_its_maker_down_and_dies_with_them_on_every_instance()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        var (key, _) = await MakeAsync(await company.ProgramAsync(Role.Manager), new { name = "Mine", role = "manager" });
        await using var second = new TestApp(installation.Settings);
        using var here = Caller(installation.App, company, key);
        using var there = Caller(second, company, key);
        foreach (var caller in new[] { here, there }) Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(Users)).StatusCode);

        var maker = $"{Users}/{company.People[Role.Manager]}";
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync(maker, new { role = "analyst" })).StatusCode);
        foreach (var caller in new[] { here, there })
        {
            await Eventually.TrueAsync(async () => (await caller.PostAsJsonAsync("/api/v1/accounts", new { name = "x" })).StatusCode == HttpStatusCode.Forbidden, 10);
            Assert.Equal("analyst", (await caller.GetFromJsonAsync<JsonElement>(Me)).GetProperty("user").GetProperty("role").GetString());
        }
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync(maker, new { active = false })).StatusCode);
        foreach (var caller in new[] { here, there }) await Eventually.TrueAsync(async () => (await caller.GetAsync(Me)).StatusCode == HttpStatusCode.Unauthorized, 10);
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync(maker, new { active = true })).StatusCode);
        foreach (var caller in new[] { here, there }) Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync(Me)).StatusCode); // what was revoked stays so
        await second.StopAsync();
    }

    [Fact]
    public async Task Revoking_expiring_and_suspending_end_it()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        var (key, made) = await MakeAsync(program, new { name = "Short" });
        using var caller = Caller(installation.App, company, key);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(Me)).StatusCode);
        var id = made.GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync($"{Keys}/{id}")).StatusCode);
        await Eventually.TrueAsync(async () => (await caller.GetAsync(Me)).StatusCode == HttpStatusCode.Unauthorized, 10);
        Assert.Equal(HttpStatusCode.NotFound, (await program.DeleteAsync($"{Keys}/{id}")).StatusCode);

        var (_, ending) = await MakeAsync(program, new { name = "Ends", expires_at = DateTimeOffset.UtcNow.AddDays(1) });
        using var ended = Caller(installation.App, company, (await MakeAsync(program, new { name = "Over", expires_at = DateTimeOffset.UtcNow.AddDays(1) })).Key);
        await company.WorkAsync(db => db.ApiKeys.Where(one => one.Name == "Over").ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));
        Assert.Equal(HttpStatusCode.Unauthorized, (await ended.GetAsync(Me)).StatusCode);
        Assert.NotEqual(JsonValueKind.Null, ending.GetProperty("expires_at").ValueKind);

        using var alive = Caller(installation.App, company, (await MakeAsync(program, new { name = "Alive" })).Key);
        Assert.Equal(HttpStatusCode.OK, (await alive.GetAsync(Me)).StatusCode);
        await using var platform = NpgsqlDataSource.Create(installation.Postgres.Platform);
        await using var suspend = platform.CreateCommand($"update app.tenants set status = 'suspended' where tenant_id = '{company.Id}'");
        await suspend.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await alive.GetAsync(Me)).StatusCode == HttpStatusCode.Forbidden, 10);
    }

    [Fact]
    public async Task One_sees_and_revokes_one_s_own_and_managers_everybody_s()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var (owner, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Analyst));
        var (_, owners) = await MakeAsync(owner, new { name = "Owner's" });
        var (_, analysts) = await MakeAsync(analyst, new { name = "Analyst's" });
        Assert.Equal(2, (await owner.GetFromJsonAsync<JsonElement>(Keys)).GetProperty("items").GetArrayLength());
        Assert.Equal("Analyst's", (await analyst.GetFromJsonAsync<JsonElement>(Keys)).GetProperty("items").EnumerateArray().Single().GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.DeleteAsync($"{Keys}/{owners.GetProperty("id").GetGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await other.ProgramAsync(Role.Owner)).DeleteAsync($"{Keys}/{owners.GetProperty("id").GetGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync($"{Keys}/{analysts.GetProperty("id").GetGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Last_use_is_kept_and_a_wrong_body_says_each_fault()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        using var caller = await CallerAsync(company, program, new { name = "Used" });
        await caller.GetAsync(Me);
        await Eventually.TrueAsync(() => company.WorkAsync(db => db.ApiKeys.AnyAsync(key => key.LastUsedAt != null)));
        var before = await company.WorkAsync(db => db.ApiKeys.Select(key => key.LastUsedAt).SingleAsync());
        await caller.GetAsync(Me);
        Assert.Equal(before, await company.WorkAsync(db => db.ApiKeys.Select(key => key.LastUsedAt).SingleAsync()));
        using var wrong = await program.PostAsJsonAsync(Keys, new { role = "god", scopes = new[] { "nothing" }, expires_at = "2020-01-01T00:00:00Z", rate_limit = 0, tenant_id = company.Id, key_hash = "x" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var fields = (await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("details").EnumerateArray().Select(one => one.GetProperty("field").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "/name", "/role", "/scopes", "/expires_at", "/rate_limit", "/tenant_id", "/key_hash" }, fields);
    }

    [Fact]
    public async Task A_person_makes_one_on_the_page_sees_it_once_and_revokes_it()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(await browser.OpenAsync("/settings/api-keys/new"), "/settings/api-keys/new", ("name", " "))).StatusCode);
        var shown = await (await browser.SubmitAsync(await browser.OpenAsync("/settings/api-keys/new"), "/settings/api-keys/new", ("name", "Sheet"), ("role", "Viewer"), ("life", "30"))).Content.ReadAsStringAsync();
        var key = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(shown).QuerySelector("#key")!.TextContent;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(company.Host, key));
        var list = await browser.OpenAsync("/settings/api-keys");
        Assert.DoesNotContain(key, list.Body!.InnerHtml);
        var id = list.QuerySelector("form[action='/settings/api-keys?handler=revoke'] input[name=id]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(list, "/settings/api-keys?handler=revoke", ("id", id))).StatusCode);
        await Eventually.TrueAsync(async () => await StatusAsync(company.Host, key) == HttpStatusCode.Unauthorized, 10);
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        var late = await company.BrowserAsync(Role.Analyst);
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        Assert.StartsWith("/settings/confirm", (await late.Client.GetAsync("/settings/api-keys/new")).Headers.Location!.OriginalString);
    }

    internal static async Task<(string Key, JsonElement Made)> MakeAsync(HttpClient program, object body)
    {
        using var answer = await program.PostAsJsonAsync(Keys, body);
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, made.ToString());
        return (made.GetProperty("key").GetString()!, made);
    }

    private async Task<HttpClient> CallerAsync(TestTenant company, HttpClient maker, object body) => Caller(installation.App, company, (await MakeAsync(maker, body)).Key);

    private static HttpClient Caller(TestApp app, TestTenant company, string key)
    {
        var caller = app.Bare(company.Host);
        caller.DefaultRequestHeaders.Add("X-API-Key", key);
        return caller;
    }

    private async Task<HttpStatusCode> StatusAsync(string host, string key, string? candidate = null)
    {
        using var caller = installation.App.Bare(host);
        caller.DefaultRequestHeaders.TryAddWithoutValidation("X-API-Key", key);
        if (candidate is not null) caller.DefaultRequestHeaders.Add("X-Tenant", candidate);
        return (await caller.GetAsync(Me)).StatusCode;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
