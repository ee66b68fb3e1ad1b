using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Risk;
using Web.Access.Sessions;
using Web.Audit;
using Web.Tests.Access.TwoFactor;
using Web.Tests.Support;

namespace Web.Tests.Access.Risk;

public sealed class RiskTests(TestInstallation installation) : IAsyncLifetime
{
    private const string Office = "198.51.100.7", Home = "203.0.113.7", Login = "/api/v1/tenant/auth/login";
    private TestApp app = null!;
    private TestTenant company = null!;

    public async ValueTask InitializeAsync()
    {
        app = FromAddress.App(new Dictionary<string, string?>(installation.Settings) { ["Risk:BurstRequests"] = "25" });
        company = await TestTenant.MakeAsync(app);
    }

    public async ValueTask DisposeAsync() => await app.StopAsync();

    [Fact]
    public async Task The_first_sign_in_is_new_in_everything_and_the_next_from_there_is_not()
    {
        var browser = At(Office);
        await SignInAsync(browser);
        Assert.Equal(("new_device new_network no_history no_second_factor", "medium"), await LastAsync());
        await OutAsync(browser);
        await SignInAsync(browser);
        Assert.Equal(("no_history no_second_factor", "low"), await LastAsync());
        await SignInAsync(At("198.51.100.200"));
        Assert.Equal(("new_device no_history no_second_factor", "medium"), await LastAsync());
    }

    [Fact]
    public async Task Nothing_that_a_caller_sends_makes_it_lower()
    {
        await SignInAsync(At(Office));
        await EndAllAsync();
        var liar = At(Home);
        foreach (var (name, value) in new[] { ("X-Forwarded-For", Office), ("X-Real-IP", Office), ("Forwarded", $"for={Office}"), ("X-Risk-Score", "0"), ("X-Device-Known", "true") }) liar.Client.DefaultRequestHeaders.Add(name, value);
        liar.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await SignInAsync(liar);
        Assert.Equal(("new_device new_network no_history no_second_factor", "medium"), await LastAsync());
        await EndAllAsync();
        await company.Anonymous().PostAsJsonAsync(Login, new { email = TestTenant.EmailOf(Role.Analyst), password = TestTenant.Password });
        Assert.Equal(("new_device no_address no_history no_second_factor", "medium"), await LastAsync());
    }

    [Fact]
    public async Task A_device_is_known_for_its_person_of_its_company_alone_and_an_old_copy_is_nobodys()
    {
        var browser = At(Office);
        var first = await DeviceOfAsync(browser, Role.Analyst);
        Assert.Contains("httponly", first.Set, StringComparison.OrdinalIgnoreCase);
        await DeviceOfAsync(browser, Role.Analyst);
        Assert.DoesNotContain("new_device", (await LastAsync()).Reasons);
        await WithCopyAsync(first.Cookie, Role.Analyst); // it has a new secret by now
        Assert.Contains("new_device", (await LastAsync()).Reasons);
        var other = await DeviceOfAsync(browser, Role.Manager);
        Assert.Contains("new_device", (await LastAsync(Role.Manager)).Reasons);
        var fresh = await DeviceOfAsync(browser, Role.Analyst);
        await WithCopyAsync($"{other.Cookie.Split('=')[0]}={fresh.Cookie.Split('=', 2)[1]}", Role.Manager);
        Assert.Contains("new_device", (await LastAsync(Role.Manager)).Reasons);
        await WithCopyAsync(fresh.Cookie, Role.Analyst); // whoever has the very cookie is that browser
        Assert.DoesNotContain("new_device", (await LastAsync()).Reasons);
    }

    [Fact]
    public async Task Another_network_moments_after_use_elsewhere_is_an_impossible_pace()
    {
        await SignInAsync(At(Office));
        await SignInAsync(At(Home));
        Assert.Contains("impossible_pace", (await LastAsync()).Reasons);
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        await SignInAsync(At("192.0.2.1"));
        Assert.DoesNotContain("impossible_pace", (await LastAsync()).Reasons);
    }

    [Theory]
    [InlineData(12, "odd_hour")]
    [InlineData(1, null)]
    public async Task An_hour_at_which_somebody_is_never_here_is_odd(int hoursAway, string? reason)
    {
        await company.WorkAsync(async db =>
        {
            var member = await db.Members.SingleAsync(one => one.Role == Role.Analyst);
            for (var day = 1; day <= 12; day++) db.Sessions.Add(Session.Begin(member, SessionKind.Browser, Proof.Password, null, null, DateTimeOffset.UtcNow.AddDays(-day).AddHours(hoursAway)));
            return true;
        });
        await SignInAsync(At(Office));
        Assert.Equal(reason, (await LastAsync()).Reasons.Split(' ').SingleOrDefault(one => one is "odd_hour" or "no_history"));
    }

    [Fact]
    public async Task Tries_that_failed_before_count()
    {
        var browser = At(Office);
        for (var i = 0; i < 3; i++) await browser.TrySignInAsync(TestTenant.EmailOf(Role.Analyst), "wrong");
        await SignInAsync(browser);
        Assert.Contains("failures_before", (await LastAsync()).Reasons);
    }

    [Fact]
    public async Task The_operators_list_counts_and_a_list_that_cannot_be_read_distrusts_everybody()
    {
        var file = Path.Combine(Path.GetTempPath(), $"tsumugi-reputation-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllTextAsync(file, "# seen in attacks\n203.0.113.0/24\n2001:db8::1\n", TestContext.Current.CancellationToken);
            var (bad, good) = (await Listed(file, Home), await Listed(file, Office));
            Assert.Equal((true, false), (bad, good));
            Assert.True(await Listed(file + "-none", Office));
        }
        finally
        {
            File.Delete(file);
        }

        async Task<bool> Listed(string list, string address)
        {
            var distrusting = FromAddress.App(new Dictionary<string, string?>(installation.Settings) { ["Risk:ReputationFile"] = list });
            try
            {
                var other = await TestTenant.MakeAsync(distrusting);
                await new Browser(FromAddress.Of(other.Anonymous(), address)).SignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password);
                return await other.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "auth.signed_in" && entry.RiskReasons.Contains("bad_reputation")));
            }
            finally
            {
                await distrusting.StopAsync();
            }
        }
    }

    [Fact]
    public async Task From_the_level_on_the_person_and_the_owners_get_a_letter()
    {
        await RuleAsync(notify: RiskLevel.Medium);
        await SignInAsync(At(Office));
        foreach (var role in new[] { Role.Analyst, Role.Owner })
            await Eventually.TrueAsync(async () => await company.NewestAsync(TestTenant.EmailOf(role), "An unusual sign-in") is { } letter && string.Join(' ', letter.Words!.Paragraphs).Contains(Office, StringComparison.Ordinal));
        Assert.Null(await company.NewestAsync(TestTenant.EmailOf(Role.Admin), "An unusual sign-in"));
    }

    [Fact]
    public async Task Whoever_has_no_second_factor_opens_a_link_in_the_same_browser_once()
    {
        await RuleAsync(ask: RiskLevel.Medium);
        var (browser, stranger) = (At(Office), At(Home));
        var held = await browser.TrySignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password);
        Assert.Equal("/sign-in/mail", held.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync("/deals")).StatusCode);
        var link = await company.LinkAsync(TestTenant.EmailOf(Role.Analyst), "Continue signing in");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.SubmitAsync(await stranger.OpenAsync(link), "/sign-in/mail")).StatusCode);
        Assert.Equal("/", (await browser.SubmitAsync(await browser.OpenAsync(link), "/sign-in/mail")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/deals")).StatusCode);
        await EndAllAsync();
        await stranger.TrySignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.SubmitAsync(await stranger.OpenAsync(link), "/sign-in/mail")).StatusCode);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "auth.sign_in_held" && entry.RiskReasons.Contains("new_device"))));
    }

    [Fact]
    public async Task A_program_without_a_second_factor_is_refused_and_one_with_its_code_is_not()
    {
        await RuleAsync(ask: RiskLevel.Medium);
        Assert.Equal((HttpStatusCode.Forbidden, "sign_in_risky"), await LoginAsync(Role.Analyst, null));
        var factor = await Factor.OfAsync(company, installation, Role.Manager);
        Assert.Equal((HttpStatusCode.OK, null), await LoginAsync(Role.Manager, factor.Code));
    }

    [Fact]
    public async Task From_the_level_on_a_sign_in_is_refused_but_an_owner_with_a_second_factor_is_not_locked_out()
    {
        await RuleAsync(refuse: RiskLevel.Medium);
        var answer = await At(Office).TrySignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("too risky", await answer.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.Forbidden, "sign_in_refused"), await LoginAsync(Role.Owner, null));
        var (owner, admin) = (await Factor.OfAsync(company, installation, Role.Owner), await Factor.OfAsync(company, installation, Role.Admin));
        Assert.Equal((HttpStatusCode.OK, null), await LoginAsync(Role.Owner, owner.Code));
        Assert.Equal((HttpStatusCode.Forbidden, "sign_in_refused"), await LoginAsync(Role.Admin, admin.Code));
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "auth.sign_in_refused" && entry.RiskReasons.Contains("new_network"))));
    }

    [Fact]
    public async Task A_burst_is_asked_once_more_who_it_is()
    {
        var browser = At(Office);
        await SignInAsync(browser);
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/settings/preferences")).StatusCode); // without a rule nothing is asked
        await RuleAsync(ask: RiskLevel.Medium);
        var again = At(Office);
        await SignInKnownAsync(again);
        HttpResponseMessage answer;
        var count = 0;
        do answer = await again.Client.GetAsync("/settings/preferences");
        while (answer.StatusCode == HttpStatusCode.OK && ++count < 60);
        Assert.Equal("/settings/confirm?return_url=%2Fsettings%2Fpreferences", answer.Headers.Location!.OriginalString);
        Assert.InRange(count, 20, 40);
        Assert.Equal(HttpStatusCode.Redirect, (await again.SubmitAsync(await again.OpenAsync("/settings/confirm"), "/settings/confirm", ("password", TestTenant.Password))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await again.Client.GetAsync("/settings/preferences")).StatusCode);
        await Eventually.TrueAsync(() => company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.risk_raised" && entry.RiskReasons.Contains("burst"))));
    }

    /// <summary>A session that goes to and fro between two instances; each alone sees half of it.</summary>
    [Fact]
    public async Task Two_instances_see_one_burst()
    {
        var second = FromAddress.App(new Dictionary<string, string?>(installation.Settings) { ["Risk:BurstRequests"] = "25" });
        try
        {
            int count;
            long minute;
            do
            {
                await RuleAsync();
                var browser = At(Office);
                await SignInAsync(browser);
                await RuleAsync(ask: RiskLevel.Medium);
                HttpClient[] instances = [FromAddress.Of(app.Bare(company.Host), Office), FromAddress.Of(second.Bare(company.Host), Office)];
                foreach (var client in instances) client.DefaultRequestHeaders.Add("Cookie", browser.SessionCookie);
                (count, minute) = (0, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 60);
                while (count < 60 && (await instances[count % 2].GetAsync("/settings/preferences")).StatusCode == HttpStatusCode.OK) count++;
                Assert.Equal(HttpStatusCode.Redirect, (await instances[0].GetAsync("/settings/preferences")).StatusCode);
            }
            while (minute != DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 60); // the count began anew in between
            Assert.InRange(count, 20, 27);
        }
        finally
        {
            await second.StopAsync();
        }
    }

    [Fact]
    public async Task Whoever_took_up_an_invitation_is_known_in_that_browser()
    {
        Assert.Equal(HttpStatusCode.Created, (await (await company.ProgramAsync(Role.Owner)).PostAsJsonAsync("/api/v1/tenant/users", new { email = "ito@example.com", role = "analyst" })).StatusCode);
        var link = await company.LinkAsync("ito@example.com", "");
        var browser = At(Office);
        Assert.Equal("/", (await browser.SubmitAsync(await browser.OpenAsync(link), link, ("name", "Ito Ren"), ("password", "a password that is long enough"))).Headers.Location?.OriginalString);
        await OutAsync(browser);
        await browser.SignInAsync("ito@example.com", "a password that is long enough");
        Assert.Equal("no_history no_second_factor", await ReasonsAsync());
        await At(Office).SignInAsync("ito@example.com", "a password that is long enough");
        Assert.Equal("new_device no_history no_second_factor", await ReasonsAsync());

        Task<string> ReasonsAsync() => company.WorkAsync(async db =>
        {
            var member = await db.Members.Where(one => one.Email == "ito@example.com").Select(one => one.Id).SingleAsync();
            return string.Join(' ', await db.AuditEntries.Where(entry => entry.EventType == "auth.signed_in" && entry.MemberId == member).OrderByDescending(entry => entry.Id).Select(entry => entry.RiskReasons).FirstAsync());
        });
    }

    [Fact]
    public async Task What_a_rule_asks_of_whoever_has_a_second_factor_is_that_factor()
    {
        var factor = await Factor.OfAsync(company, installation, Role.Analyst);
        var browser = At(Office);
        await browser.TrySignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync("/sign-in/second-factor"), "/sign-in/second-factor", ("recovery_code", factor.Codes[0]))).StatusCode);
        await RuleAsync(ask: RiskLevel.Medium);
        FromAddress.Of(browser.Client, Home);
        var asked = (await browser.Client.GetAsync("/settings/preferences")).Headers.Location!.OriginalString;
        Assert.StartsWith("/settings/confirm", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(await browser.OpenAsync(asked), "/settings/confirm", ("password", TestTenant.Password))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync("/settings/preferences")).StatusCode);
        Assert.Equal("/settings/preferences", (await browser.SubmitAsync(await browser.OpenAsync(asked), "/settings/confirm", ("code", factor.Code))).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/settings/preferences")).StatusCode);
    }

    [Fact]
    public async Task A_session_that_shows_up_in_another_network_is_asked_or_ended_as_the_rules_say()
    {
        var browser = At(Office);
        await SignInAsync(browser);
        await RuleAsync(ask: RiskLevel.Medium);
        FromAddress.Of(browser.Client, Home);
        Assert.StartsWith("/settings/confirm", (await browser.Client.GetAsync("/settings/preferences")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Client.GetAsync("/api/v1/tenant/sessions")).StatusCode);
        await RuleAsync(refuse: RiskLevel.Medium);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Client.GetAsync("/api/v1/tenant/sessions")).StatusCode);
        FromAddress.Of(browser.Client, Office);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Client.GetAsync("/api/v1/tenant/sessions")).StatusCode); // it has ended, there too
    }

    [Fact]
    public async Task Who_may_sets_the_rules_and_the_log_has_them()
    {
        const string Page = "/settings/risk";
        var owner = At(Office);
        await owner.SignInAsync(TestTenant.EmailOf(Role.Owner), TestTenant.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync(await owner.OpenAsync(Page), Page, ("notify", "medium"), ("ask", "high"))).StatusCode);
        var rules = await company.WorkAsync(db => db.RiskRules.AsNoTracking().SingleAsync());
        Assert.Equal((RiskLevel.Medium, RiskLevel.High, null), (rules.NotifyFrom, rules.AskFrom, rules.RefuseFrom));
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "risk_rules.created" && entry.RiskLevel == "medium")));
        var manager = At(Office);
        await manager.SignInAsync(TestTenant.EmailOf(Role.Manager), TestTenant.Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Client.GetAsync(Page)).StatusCode);
    }

    private Browser At(string address) => new(FromAddress.Of(company.Anonymous(), address));

    private static Task SignInAsync(Browser browser) => browser.SignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password);

    /// <summary>Signs in where a rule asks for the link first.</summary>
    private async Task SignInKnownAsync(Browser browser)
    {
        await browser.TrySignInAsync(TestTenant.EmailOf(Role.Analyst), TestTenant.Password);
        var link = await company.LinkAsync(TestTenant.EmailOf(Role.Analyst), "Continue signing in");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync(link), "/sign-in/mail")).StatusCode);
    }

    private static async Task OutAsync(Browser browser)
    {
        if ((await browser.Client.GetAsync("/settings/preferences")).StatusCode != HttpStatusCode.OK) return;
        await browser.SubmitAsync(await browser.OpenAsync("/settings/preferences"), "/sign-out");
    }

    private static async Task<(string Set, string Cookie)> DeviceOfAsync(Browser browser, Role role)
    {
        await OutAsync(browser);
        return DeviceIn(await browser.TrySignInAsync(TestTenant.EmailOf(role), TestTenant.Password));
    }

    private static (string Set, string Cookie) DeviceIn(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var set = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("tsumugi-device-", StringComparison.Ordinal));
        return (set, set.Split(';')[0]);
    }

    /// <summary>Signs in with a device's cookie that somebody copied.</summary>
    private async Task<(string Set, string Cookie)> WithCopyAsync(string cookie, Role role)
    {
        using var client = FromAddress.Of(app.Bare(company.Host), Office);
        var door = await client.GetAsync("/sign-in");
        var antiforgery = door.Headers.GetValues("Set-Cookie").First(one => one.StartsWith("tsumugi-antiforgery", StringComparison.Ordinal)).Split(';')[0];
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await door.Content.ReadAsStringAsync());
        var token = page.QuerySelector("form[action='/sign-in'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        request.Headers.Add("Cookie", $"{antiforgery}; {cookie}");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["email"] = TestTenant.EmailOf(role), ["password"] = TestTenant.Password });
        return DeviceIn(await client.SendAsync(request));
    }

    private async Task<(HttpStatusCode Status, string? Code)> LoginAsync(Role role, string? code)
    {
        var answer = await FromAddress.Of(company.Anonymous(), Office).PostAsJsonAsync(Login, new { email = TestTenant.EmailOf(role), password = TestTenant.Password, code });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, body.TryGetProperty("code", out var word) ? word.GetString() : null);
    }

    private Task EndAllAsync() => company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, DateTimeOffset.UtcNow).SetProperty(one => one.LastUsedAt, DateTimeOffset.UtcNow.AddHours(-1))));

    private Task<bool> RuleAsync(RiskLevel? notify = null, RiskLevel? ask = null, RiskLevel? refuse = null) => company.WorkAsync(async db =>
    {
        var rules = await db.RiskRules.SingleOrDefaultAsync() ?? db.RiskRules.Add(RiskRules.Begin(DateTimeOffset.UtcNow)).Entity;
        rules.Set(notify, ask, refuse, DateTimeOffset.UtcNow);
        return true;
    });

    private Task<(string Reasons, string Level)> LastAsync(Role role = Role.Analyst) => company.WorkAsync(async db =>
    {
        var entry = await db.AuditEntries.Where(entry => entry.EventType == "auth.signed_in" && entry.MemberId == company.People[role]).OrderByDescending(entry => entry.Id).FirstAsync();
        return (string.Join(' ', entry.RiskReasons), entry.RiskLevel);
    });
}
