using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access;
using Web.Access.Risk;
using Web.Tests.Access.ApiKeys;
using Web.Tests.Access.TwoFactor;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Operations.Closing;

/// <summary>Every door of a company that is being closed, and of one that is suspended, tried by somebody who stood before it when it shut.</summary>
public sealed class ShutDoorsTests(TestInstallation installation) : IAsyncDisposable
{
    private const string Login = "/api/v1/tenant/auth/login", Refresh = "/api/v1/tenant/auth/refresh", Me = "/api/v1/tenant/auth/me", Step = "/sign-in/second-factor", Said = "Only its owners can sign in";
    private readonly List<TestApp> apps = [];

    /// <summary>On two instances whose clocks never ring: the streams end because they are told.</summary>
    [Fact]
    public async Task Open_pages_of_all_but_owners_are_cut_off_at_once_on_every_instance()
    {
        var (here, there) = (Still(), Still());
        var made = await Selling.MakeAsync(installation);
        var company = made.Company.At(here);
        List<EventReader> owners = [], others = [];
        foreach (var instance in new[] { here, there })
        {
            owners.Add(await EventReader.OpenAsync((await company.At(instance).BrowserAsync(Role.Owner)).Client));
            foreach (var role in new[] { Role.Admin, Role.Member }) others.Add(await EventReader.OpenAsync((await company.At(instance).BrowserAsync(role)).Client));
        }
        await CloseAsync(company);
        foreach (var stream in others) await stream.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var told = Guid.CreateVersion7();
        await made.Company.WorkAsync(db => { db.Tell(Web.Crm.Deals.DealNews.Topic, told); return Task.FromResult(true); });
        foreach (var stream in owners) await stream.UntilAsync(told); // they still listen

        await SetAsync(company, "status = 'suspended', closing_since = null, erase_at = null");
        foreach (var stream in owners) await stream.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        foreach (var stream in owners.Concat(others)) await stream.DisposeAsync();
    }

    [Fact]
    public async Task By_no_door_does_anybody_but_an_owner_get_a_session_while_it_is_being_closed()
    {
        var company = await TestTenant.MakeAsync(installation);
        var before = await BeforeAsync(company);
        await CloseAsync(company);
        var sessions = await SessionsAsync(company);

        Assert.Contains(Said, (await new Browser(company.Anonymous()).OpenAsync("/sign-in")).Body!.TextContent);
        await RefusedAsync(await new Browser(company.Anonymous()).TrySignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password));
        await RefusedAsync(await before.Held.SubmitAsync(await before.Held.OpenAsync(before.MailLink), "/sign-in/mail"));
        await RefusedAsync(await before.HalfWay.SubmitAsync(await before.HalfWay.OpenAsync(Step), Step, ("recovery_code", before.Factor.Codes[0])));
        await RefusedAsync(await PasskeyTests.AnswerAsync(new Browser(company.Anonymous()), "/sign-in", before.Device.Get));
        var manager = new Browser(company.Anonymous());
        await RefusedAsync(await manager.TrySignInAsync(TestTenant.EmailOf(Role.Manager), TestTenant.Password));
        foreach (var code in new[] { null, before.Factor.Codes[1] })
            Assert.Equal("tenant_closing", await CodeAsync(await company.Anonymous().PostAsJsonAsync(Login, new { email = TestTenant.EmailOf(Role.Manager), password = TestTenant.Password, code })));
        foreach (var door in new[] { company.Anonymous(), installation.App.At(TestApp.BaseDomain) })
            Assert.Equal("tenant_closing", await CodeAsync(await door.PostAsJsonAsync(Refresh, new { refresh_token = before.RefreshToken })));
        Assert.Equal("tenant_closing", await CodeAsync(await before.Keyed.GetAsync(Me)));
        Assert.Equal("tenant_closing", await CodeAsync(await before.Program.GetAsync(Me)));
        Assert.Equal("tenant_closing", await CodeAsync(await new Browser(company.Anonymous()).Client.GetAsync(before.Invitation)));
        Assert.Equal("tenant_closing", await CodeAsync(await before.Invited.SubmitAsync(before.InvitationPage, before.Invitation, ("name", "Ito Ren"), ("password", "a password that is long enough"))));
        var forgetful = new Browser(company.Anonymous());
        Assert.Equal("/sign-in?reset=true", (await forgetful.SubmitAsync(await forgetful.OpenAsync(before.ResetLink), "/reset-password", ("password", "another password, long enough"))).Headers.Location!.OriginalString);
        await RefusedAsync(await forgetful.TrySignInAsync(TestTenant.EmailOf(Role.Viewer), "another password, long enough"));
        Assert.Equal(sessions, await SessionsAsync(company));
        Assert.False(await company.WorkAsync(db => db.Members.AnyAsync(member => member.Email == "ito@example.com")));

        // Its owners come in as ever and stop it; who was turned away comes in again by what they had.
        var owner = await company.BrowserAsync(Role.Owner);
        Assert.NotNull(await RefreshAsync(company, before.OwnersToken));
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync(await owner.OpenAsync("/settings/close"), "/settings/close?handler=revoke")).StatusCode);
        Assert.NotNull(await RefreshAsync(company, before.RefreshToken));
        Assert.Equal(HttpStatusCode.OK, (await before.Keyed.GetAsync(Me)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await before.HalfWay.SubmitAsync(await before.HalfWay.OpenAsync(Step), Step, ("recovery_code", before.Factor.Codes[2]))).StatusCode);
    }

    [Fact]
    public async Task A_suspended_company_lets_nobody_in_by_any_door()
    {
        var company = await TestTenant.MakeAsync(installation);
        var before = await BeforeAsync(company);
        var owner = await company.BrowserAsync(Role.Owner);
        var sessions = await company.WorkAsync(db => db.Sessions.CountAsync());
        var door = await new Browser(company.Anonymous()).OpenAsync("/sign-in");
        await SetAsync(company, "status = 'suspended'");
        await Eventually.TrueAsync(async () => (await company.Anonymous().GetAsync("/sign-in")).StatusCode == HttpStatusCode.Forbidden);
        Dictionary<string, HttpResponseMessage> tried = new()
        {
            ["sign-in page"] = await company.Anonymous().GetAsync("/sign-in"),
            ["password"] = await before.Held.SubmitAsync(door, "/sign-in", ("email", TestTenant.EmailOf(Role.Owner)), ("password", TestTenant.Password)),
            ["login"] = await company.Anonymous().PostAsJsonAsync(Login, new { email = TestTenant.EmailOf(Role.Owner), password = TestTenant.Password }),
            ["second factor"] = await before.HalfWay.Client.GetAsync(Step),
            ["mail"] = await before.Held.Client.GetAsync(before.MailLink),
            ["refresh"] = await company.Anonymous().PostAsJsonAsync(Refresh, new { refresh_token = before.OwnersToken }),
            ["refresh on the apex"] = await installation.App.At(TestApp.BaseDomain).PostAsJsonAsync(Refresh, new { refresh_token = before.OwnersToken }),
            ["key"] = await before.Keyed.GetAsync(Me),
            ["token"] = await before.Program.GetAsync(Me),
            ["cookie"] = await owner.Client.GetAsync("/settings/preferences"),
            ["events"] = await owner.Client.GetAsync("/events"),
            ["invitation"] = await before.Invited.SubmitAsync(before.InvitationPage, before.Invitation, ("name", "Ito Ren"), ("password", "a password that is long enough")),
            ["reset"] = await company.Anonymous().GetAsync(before.ResetLink),
        };
        foreach (var (name, answer) in tried) Assert.Equal((name, "tenant_suspended"), (name, await CodeAsync(answer)));
        Assert.Equal(sessions, await company.WorkAsync(db => db.Sessions.CountAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps) await app.StopAsync();
    }

    /// <summary>What people hold in their hands at the moment it shuts.</summary>
    private sealed record Before(
        Browser Held, string MailLink, Browser HalfWay, Factor Factor, SoftAuthenticator Device, HttpClient Program, string RefreshToken, string OwnersToken, HttpClient Keyed,
        string Invitation, Browser Invited, AngleSharp.Html.Dom.IHtmlDocument InvitationPage, string ResetLink);

    private async Task<Before> BeforeAsync(TestTenant company)
    {
        var (program, token) = await TokensAsync(company, Role.Analyst);
        var (owner, ownersToken) = await TokensAsync(company, Role.Owner);
        var keyed = installation.App.Bare(company.Host);
        keyed.DefaultRequestHeaders.Add("X-API-Key", (await ApiKeysTests.MakeAsync(await company.ProgramAsync(Role.Admin), new { name = "Sync" })).Key);
        var device = new SoftAuthenticator(company.Host);
        await PasskeyTests.AddAsync(await company.BrowserAsync(Role.Member), device);
        Assert.Equal(HttpStatusCode.Created, (await owner.PostAsJsonAsync("/api/v1/tenant/users", new { email = "ito@example.com", role = "analyst" })).StatusCode);
        var (invitation, invited) = (await company.LinkAsync("ito@example.com", ""), new Browser(company.Anonymous()));
        await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/forgot_password", new { email = TestTenant.EmailOf(Role.Viewer) });
        var reset = await company.LinkAsync(TestTenant.EmailOf(Role.Viewer), "");
        var factor = await Factor.OfAsync(company, installation, Role.Manager);
        var halfWay = new Browser(company.Anonymous());
        Assert.Equal(Step, (await halfWay.TrySignInAsync(TestTenant.EmailOf(Role.Manager), TestTenant.Password)).Headers.Location!.OriginalString);
        await RuleAsync(company, RiskLevel.Medium);
        var held = new Browser(company.Anonymous());
        Assert.Equal("/sign-in/mail", (await held.TrySignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password)).Headers.Location!.OriginalString);
        var mail = await company.LinkAsync(TestTenant.EmailOf(Role.Analyst), "Continue signing in");
        await RuleAsync(company, null);
        return new Before(held, mail, halfWay, factor, device, program, token, ownersToken, keyed, invitation, invited, await invited.OpenAsync(invitation), reset);
    }

    private static async Task<(HttpClient Program, string RefreshToken)> TokensAsync(TestTenant company, Role role)
    {
        var client = company.Anonymous();
        var body = await (await client.PostAsJsonAsync(Login, new { email = TestTenant.EmailOf(role), password = TestTenant.Password })).Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new("Bearer", body.GetProperty("access_token").GetString());
        return (client, body.GetProperty("refresh_token").GetString()!);
    }

    private static async Task<string?> RefreshAsync(TestTenant company, string token)
    {
        var answer = await company.Anonymous().PostAsJsonAsync(Refresh, new { refresh_token = token });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
    }

    private static Task<bool> RuleAsync(TestTenant company, RiskLevel? ask) => company.WorkAsync(async db =>
    {
        var rules = await db.RiskRules.SingleOrDefaultAsync() ?? db.RiskRules.Add(RiskRules.Begin(DateTimeOffset.UtcNow)).Entity;
        rules.Set(null, ask, null, DateTimeOffset.UtcNow);
        return true;
    });

    private static async Task CloseAsync(TestTenant company)
    {
        var owner = await company.BrowserAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync(await owner.OpenAsync("/settings/close"), "/settings/close", ("address", company.Tenant.Slug), ("days", "30"))).StatusCode);
    }

    private async Task SetAsync(TestTenant company, string what)
    {
        await using var platform = NpgsqlDataSource.Create(installation.Postgres.Platform);
        await using var set = platform.CreateCommand($"update app.tenants set {what} where tenant_id = '{company.Id}'");
        await set.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Of those who are no owners.</summary>
    private static Task<int> SessionsAsync(TestTenant company) => company.WorkAsync(db => db.Sessions.CountAsync(session => session.MemberId != company.People[Role.Owner]));

    /// <summary>The door itself says why, and gives no cookie.</summary>
    private static async Task RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Said, await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("tsumugi-session=", StringComparison.Ordinal)));
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
        ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() : $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType}";

    private TestApp Still()
    {
        var app = new TestApp(installation.Settings, services => services.AddSingleton<TimeProvider>(new NoLooks()));
        apps.Add(app);
        return app;
    }

    /// <summary>A clock by which no stream looks by itself whether it may go on.</summary>
    private sealed class NoLooks : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => period == TimeSpan.FromSeconds(2) ? new Silent() : base.CreateTimer(callback, state, dueTime, period);

        private sealed class Silent : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
