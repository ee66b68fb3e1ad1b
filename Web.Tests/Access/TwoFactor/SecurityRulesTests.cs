using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.TwoFactor;
using Web.Audit;
using Web.Mail;
using Web.Operations;
using Web.Tests.Support;

namespace Web.Tests.Access.TwoFactor;

public sealed class SecurityRulesTests(TestInstallation installation)
{
    private const string Rules = "/settings/security/rules", Security = "/settings/security";

    [Fact]
    public async Task The_rule_is_set_by_somebody_who_has_a_factor_and_noted()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Admin);
        var refused = await SaveAsync(browser, ("required", "true"), ("grace_days", "7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("your own second factor first", await refused.Content.ReadAsStringAsync());
        await (await Factor.OfAsync(company, installation, Role.Admin)).ConfirmAsync(browser);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(browser, ("required", "true"), ("grace_days", "7"), ("session_hours", "12"), ("idle_minutes", "60"))).StatusCode);
        var rules = await company.WorkAsync(db => db.SecurityRules.SingleAsync());
        Assert.Equal((true, (short)7, 12, 60), (rules.TwoFactorRequired, rules.GraceDays, rules.SessionHours, rules.IdleMinutes));
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security_rules.created")));
        Assert.Equal("12", (await browser.OpenAsync(Rules)).QuerySelector("#session_hours")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("grace_days", "91")]
    [InlineData("grace_days", "")]
    [InlineData("session_hours", "0")]
    [InlineData("idle_minutes", "14")]
    [InlineData("idle_minutes", "a while")]
    public async Task Numbers_that_cannot_be_are_refused_in_words(string field, string value)
    {
        var browser = await (await TestTenant.MakeAsync(installation)).BrowserAsync(Role.Owner);
        var answer = await SaveAsync(browser, (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{field}-error\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task In_the_days_of_grace_people_work_on_and_see_until_when()
    {
        var company = await TestTenant.MakeAsync(installation);
        await RequireAsync(company, 7);
        var browser = await company.BrowserAsync(Role.Member);
        Assert.NotNull((await browser.OpenAsync("/settings/preferences")).QuerySelector(".banner"));
        Assert.NotNull((await browser.OpenAsync(Security)).QuerySelector("main .notice"));
        Assert.Equal(HttpStatusCode.OK, (await (await company.ProgramAsync(Role.Analyst)).GetAsync("/api/v1/tenant/users")).StatusCode);
    }

    [Fact]
    public async Task After_them_only_the_set_up_is_open_until_it_is_done()
    {
        var company = await TestTenant.MakeAsync(installation);
        await RequireAsync(company, 0);
        var browser = await company.BrowserAsync(Role.Owner);
        foreach (var path in new[] { "/", "/deals", "/settings/preferences", Rules }) Assert.Equal(Security, (await browser.Client.GetAsync(path)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Client.GetAsync("/events")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Client.GetAsync("/api/v1/tenant/users")).StatusCode);
        var program = await company.ProgramAsync(Role.Analyst);
        var refused = await program.GetAsync("/api/v1/tenant/users");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("two_factor_required", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode);

        await browser.SubmitAsync(await browser.OpenAsync(Security), $"{Security}?handler=begin");
        var page = await browser.OpenAsync(Security + "/authenticator");
        var key = Base32.Decode(page.QuerySelector("#manual-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, Security + "/authenticator", ("code", TimeCode.At(key, TimeCode.StepOf(DateTimeOffset.UtcNow))))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/settings/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync(Rules)).StatusCode);
    }

    [Fact]
    public void Whoever_joins_later_has_their_own_days_of_grace()
    {
        var began = DateTimeOffset.UnixEpoch.AddYears(50);
        var rules = SecurityRules.Begin(began);
        Assert.Null(rules.DueFor(began));
        rules.RequireTwoFactor(true, 14, began);
        rules.RequireTwoFactor(true, 7, began.AddDays(3)); // a change of the days does not begin them anew
        Assert.Equal(began.AddDays(7), rules.DueFor(began.AddYears(-1)));
        Assert.Equal(began.AddDays(107), rules.DueFor(began.AddDays(100)));
    }

    [Fact]
    public async Task Those_who_are_not_ready_are_listed_and_reminded_once_a_day()
    {
        var company = await TestTenant.MakeAsync(installation);
        await Factor.OfAsync(company, installation, Role.Owner);
        await RequireAsync(company, 7);
        var browser = await SignedInAsync(company, Role.Owner);
        Assert.Contains("6 of 7", (await browser.OpenAsync(Rules)).Body!.TextContent);
        for (var i = 0; i < 2; i++) await browser.SubmitAsync(await browser.OpenAsync(Rules), $"{Rules}?handler=remind");
        var letters = await company.WorkAsync(db => db.Letters.Select(letter => letter.Address).ToListAsync());
        Assert.Equal(6, letters.Count);
        Assert.DoesNotContain(TestTenant.EmailOf(Role.Owner), letters);
    }

    [Fact]
    public async Task Another_owner_resets_a_lost_factor_and_it_is_noted_as_a_risk()
    {
        var company = await TestTenant.MakeAsync(installation);
        await Factor.OfAsync(company, installation, Role.Admin);
        var (owner, admin) = (await company.ProgramAsync(Role.Owner), await SignedInAsync(company, Role.Admin));
        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync($"/api/v1/tenant/users/{company.People[Role.Admin]}/two-factor")).StatusCode);
        await Eventually.TrueAsync(async () => (await admin.Client.GetAsync(Security)).StatusCode == HttpStatusCode.Redirect);
        await new Browser(company.Anonymous()).SignInAsync(TestTenant.EmailOf(Role.Admin), TestTenant.Password);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry =>
            entry.EventType == "security.second_factor_reset" && entry.RiskLevel == "high" && entry.EntityId == company.People[Role.Admin] && entry.MemberId == company.People[Role.Owner])));
        Assert.True(await company.WorkAsync(db => db.Letters.AnyAsync(letter => letter.Address == TestTenant.EmailOf(Role.Admin))));
    }

    [Fact]
    public async Task Nobody_resets_their_own_nor_as_less_than_an_owner_nor_after_a_long_time()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, admin) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Admin));
        Assert.Equal("own_factor_reset", await CodeAsync(owner, Role.Owner));
        Assert.Equal("permission_denied", await CodeAsync(admin, Role.Member));
        await Factor.OfAsync(company, installation, Role.Member);
        var stale = await company.ProgramAsync(Role.Owner);
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        Assert.Equal("step_up_required", await CodeAsync(stale, Role.Member));
        Assert.True(await company.WorkAsync(db => db.SecondSteps.AnyAsync(one => one.Id == company.People[Role.Member])));

        async Task<string?> CodeAsync(HttpClient client, Role role) =>
            (await (await client.DeleteAsync($"/api/v1/tenant/users/{company.People[role]}/two-factor")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    [Fact]
    public async Task The_operator_lets_a_last_owner_in_again()
    {
        var company = await TestTenant.MakeAsync(installation);
        await Factor.OfAsync(company, installation, Role.Owner);
        var services = installation.App.Services;
        Assert.False(await MemberVerbs.ResetAsync(services, company.Tenant.Slug, "nobody@example.com", default));
        Assert.False(await MemberVerbs.ResetAsync(services, "no-such-company", TestTenant.EmailOf(Role.Owner), default));
        Assert.True(await MemberVerbs.ResetAsync(services, company.Tenant.Slug, " OWNER@example.com", default));
        await new Browser(company.Anonymous()).SignInAsync(TestTenant.EmailOf(Role.Owner), TestTenant.Password);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.second_factor_reset" && entry.MemberId == null && entry.RiskLevel == "high")));
    }

    [Fact]
    public async Task A_used_recovery_code_and_a_lock_are_told_by_mail()
    {
        var company = await TestTenant.MakeAsync(installation);
        var factor = await Factor.OfAsync(company, installation, Role.Member);
        await factor.TryAsync(factor.Codes[0]);
        for (var i = 0; i < SecondStep.MostFailures; i++) await factor.TryAsync(factor.WrongCode);
        Assert.Equal(2, await company.WorkAsync(db => db.Letters.CountAsync(letter => letter.Address == TestTenant.EmailOf(Role.Member))));
    }

    private static async Task<HttpResponseMessage> SaveAsync(Browser browser, params (string Name, string Value)[] values) => await browser.SubmitAsync(await browser.OpenAsync(Rules), Rules, values);

    private async Task<Browser> SignedInAsync(TestTenant company, Role role)
    {
        var steps = await company.WorkAsync(db => db.SecondSteps.AsNoTracking().SingleAsync(one => one.Id == company.People[role]));
        var secrets = (FactorSecrets)installation.App.Services.GetService(typeof(FactorSecrets))!;
        var code = TimeCode.At(secrets.Open(steps.WrappedKey!, company.Id, company.People[role]), TimeCode.StepOf(DateTimeOffset.UtcNow));
        var browser = new Browser(company.Anonymous());
        await browser.TrySignInAsync(TestTenant.EmailOf(role), TestTenant.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync("/sign-in/second-factor"), "/sign-in/second-factor", ("code", code))).StatusCode);
        return browser;
    }

    private static Task RequireAsync(TestTenant company, short graceDays) => company.WorkAsync(db =>
    {
        db.SecurityRules.Add(SecurityRules.Begin(DateTimeOffset.UtcNow)).Entity.RequireTwoFactor(true, graceDays, DateTimeOffset.UtcNow);
        return Task.FromResult(true);
    });
}
