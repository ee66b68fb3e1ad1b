using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.Sessions;

public sealed class SessionsTests(TestInstallation installation)
{
    private const string Page = "/settings/sessions", Api = "/api/v1/tenant/sessions";

    [Fact]
    public async Task One_sees_ones_own_sessions_and_which_of_them_this_is()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await company.ProgramAsync(Role.Owner);
        var browser = new Browser(company.Anonymous());
        browser.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36");
        await browser.SignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password);
        var rows = (await browser.OpenAsync(Page)).QuerySelectorAll(".sessions li");
        Assert.Equal(2, rows.Length);
        Assert.Contains("Chrome on Windows", rows[0].TextContent);
        Assert.Contains("This one", rows[0].TextContent);
        var told = (await program.GetFromJsonAsync<JsonElement>(Api)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([("program", true), ("browser", false)], told.Select(one => (one.GetProperty("kind").GetString()!, one.GetProperty("current").GetBoolean())));
    }

    [Fact]
    public async Task Ending_one_ends_its_tokens_at_once_and_nobody_elses_can_be_ended()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (mine, other) = (await company.ProgramAsync(Role.Analyst), await company.ProgramAsync(Role.Owner));
        var first = await company.ProgramAsync(Role.Analyst);
        var id = (await first.GetFromJsonAsync<JsonElement>(Api)).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("current").GetBoolean()).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"{Api}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync(Api)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await mine.DeleteAsync($"{Api}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.GetAsync(Api)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.DeleteAsync($"{Api}/{id}")).StatusCode);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "auth.session_ended")));
    }

    [Fact]
    public async Task All_others_end_and_this_one_stays()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (program, elsewhere, browser) = (await company.ProgramAsync(Role.Analyst), await company.BrowserAsync(Role.Analyst), await company.BrowserAsync(Role.Analyst));
        await browser.SubmitAsync(await browser.OpenAsync(Page), $"{Page}?handler=others");
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Api)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Client.GetAsync(Page)).StatusCode);
        Assert.Single((await browser.OpenAsync(Page)).QuerySelectorAll(".sessions li"));
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(null, 30)]
    public async Task The_companys_limits_end_cookies_tokens_and_refresh_tokens(int? hours, int? idleMinutes)
    {
        var company = await TestTenant.MakeAsync(installation);
        await LimitAsync(company, hours, idleMinutes);
        var (browser, program) = (await company.BrowserAsync(Role.Analyst), await company.ProgramAsync(Role.Analyst));
        var login = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Analyst), password = TestTenant.Password });
        var refresh = (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refresh_token").GetString();
        var past = DateTimeOffset.UtcNow.AddHours(-9);
        await company.WorkAsync(db => hours is null
            ? db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, past))
            : db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.CreatedAt, past)));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Api)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/refresh", new { refresh_token = refresh })).StatusCode);
    }

    [Fact]
    public async Task An_open_stream_is_no_use_and_ends_with_the_idle_limit()
    {
        var company = await TestTenant.MakeAsync(installation);
        await LimitAsync(company, null, 30);
        var browser = await company.BrowserAsync(Role.Member);
        await using var stream = await EventReader.OpenAsync(browser.Client);
        await Eventually.TrueAsync(() => company.WorkAsync(db => db.Sessions.AnyAsync(one => one.LastUsedAt > one.CreatedAt)));
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync(Page)).StatusCode);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1", "Safari", "iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge", "Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux")]
    [InlineData("curl/8.5.0", "curl", null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void A_device_is_called_what_people_call_it(string? agent, string? browser, string? system) => Assert.Equal((browser, system), Device.Of(agent));

    private static Task LimitAsync(TestTenant company, int? hours, int? idleMinutes) => company.WorkAsync(db =>
    {
        db.SecurityRules.Add(SecurityRules.Begin(DateTimeOffset.UtcNow)).Entity.LimitSessions(hours, idleMinutes, DateTimeOffset.UtcNow);
        return Task.FromResult(true);
    });
}
