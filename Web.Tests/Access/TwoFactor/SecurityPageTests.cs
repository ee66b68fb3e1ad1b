using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.TwoFactor;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.TwoFactor;

public sealed class SecurityPageTests(TestInstallation installation)
{
    private const string Security = "/settings/security", Begin = Security + "?handler=begin", Off = Security + "?handler=off";
    private const string Authenticator = Security + "/authenticator", Codes = Security + "/codes";

    [Fact]
    public async Task An_authenticator_is_set_up_by_its_key_and_then_asked_for()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        await browser.SubmitAsync(await browser.OpenAsync(Security), Begin);
        var page = await browser.OpenAsync(Authenticator);
        var key = Base32.Decode(page.QuerySelector("#manual-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(TimeCode.KeyBytes, key.Length);
        Assert.NotNull(page.QuerySelector("svg.qr path"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, Authenticator, ("code", "abcdef"))).StatusCode);
        var shown = await CodesOfAsync(await browser.SubmitAsync(page, Authenticator, ("code", TimeCode.At(key, TimeCode.StepOf(DateTimeOffset.UtcNow)))));
        Assert.Equal(RecoveryCode.Count, shown.Distinct().Count());
        Assert.Contains("10 recovery codes left", (await browser.OpenAsync(Security)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync(Authenticator)).StatusCode);

        var next = await new Browser(company.Anonymous()).TrySignInAsync(TestTenant.EmailOf(Role.Member), TestTenant.Password);
        Assert.Equal("/sign-in/second-factor", next.Headers.Location!.OriginalString);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.authenticator_added")));
    }

    [Fact]
    public async Task The_code_that_confirmed_it_is_used()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Analyst);
        await browser.SubmitAsync(await browser.OpenAsync(Security), Begin);
        var page = await browser.OpenAsync(Authenticator);
        var code = TimeCode.At(Base32.Decode(page.QuerySelector("#manual-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal)), TimeCode.StepOf(DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, Authenticator, ("code", code))).StatusCode);
        var factor = await company.Anonymous().PostAsync("/api/v1/tenant/auth/login", System.Net.Http.Json.JsonContent.Create(new { email = TestTenant.EmailOf(Role.Analyst), password = TestTenant.Password, code }));
        Assert.Equal(HttpStatusCode.Unauthorized, factor.StatusCode);
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones_and_are_not_kept_by_the_browser()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        var factor = await Factor.OfAsync(company, installation, Role.Member);
        await factor.ConfirmAsync(browser);
        var answer = await browser.SubmitAsync(await browser.OpenAsync(Codes), Codes);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var fresh = await CodesOfAsync(answer);
        Assert.Equal(10, fresh.Count);
        Assert.IsType<CodeOutcome.Wrong>(await factor.TryAsync(factor.Codes[0]));
        Assert.IsType<CodeOutcome.Right>(await factor.TryAsync(fresh[0]));
    }

    [Fact]
    public async Task Few_codes_left_are_a_warning()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        var factor = await Factor.OfAsync(company, installation, Role.Member);
        Assert.Null((await browser.OpenAsync(Security)).QuerySelector(".notice"));
        foreach (var code in factor.Codes.Take(7)) await factor.TryAsync(code);
        Assert.Contains("3 recovery codes left", (await browser.OpenAsync(Security)).QuerySelector(".notice")!.TextContent);
    }

    [Fact]
    public async Task Turning_it_off_ends_its_codes_and_is_noted_as_a_risk()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        await (await Factor.OfAsync(company, installation, Role.Member)).ConfirmAsync(browser);
        await browser.SubmitAsync(await browser.OpenAsync(Security), Off);
        Assert.Equal(0, await company.WorkAsync(db => db.RecoveryCodes.CountAsync()));
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.authenticator_removed" && entry.RiskLevel == "high")));
        await new Browser(company.Anonymous()).SignInAsync(TestTenant.EmailOf(Role.Member), TestTenant.Password);
    }

    [Fact]
    public async Task After_a_factor_is_set_up_or_removed_one_click_ends_the_other_sessions()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        using var device = new SoftAuthenticator(company.Host);
        Assert.Equal(Codes, (await PasskeyTests.AddAsync(browser, device)).Headers.Location!.OriginalString);
        var shown = new HtmlParser().ParseDocument(await (await browser.SubmitAsync(await browser.OpenAsync(Codes), Codes)).Content.ReadAsStringAsync());
        var back = shown.QuerySelector("a[href^='/settings/security?']")!.GetAttribute("href")!;
        Assert.Null((await browser.OpenAsync(back)).QuerySelector("#other-sessions")); // there are none

        foreach (var change in new[] { "added", "removed" })
        {
            var program = await LeftOverAsync(company);
            if (change == "removed") back = (await browser.SubmitAsync(await browser.OpenAsync(Security), Security + "?handler=remove")).Headers.Location!.OriginalString;
            Assert.Null((await browser.OpenAsync(Security)).QuerySelector("#other-sessions"));
            var offer = await browser.OpenAsync(back);
            Assert.Contains("Other sessions of yours that go on: 1.", offer.QuerySelector("#other-sessions")!.TextContent);
            Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
            Assert.Equal("/settings/sessions", (await browser.SubmitAsync(offer, "/settings/sessions?handler=others")).Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync(Security)).StatusCode);
            Assert.Null((await browser.OpenAsync(back)).QuerySelector("#other-sessions"));
        }
        Assert.Equal(2, await company.WorkAsync(db => db.AuditEntries.CountAsync(entry => entry.EventType == "auth.session_ended" && entry.MemberId == company.People[Role.Member])));
    }

    /// <summary>A program of theirs that is still signed in from before.</summary>
    private async Task<HttpClient> LeftOverAsync(TestTenant company)
    {
        var session = await company.WorkAsync(async db => db.Sessions.Add(Web.Access.Sessions.Session.Begin(
            await db.Members.SingleAsync(member => member.Role == Role.Member), Web.Access.Sessions.SessionKind.Program, Web.Access.Sessions.Proof.Password, null, null, DateTimeOffset.UtcNow)).Entity);
        var tokens = (Web.Access.SignIn.AccessToken)installation.App.Services.GetService(typeof(Web.Access.SignIn.AccessToken))!;
        var program = installation.App.Bare(company.Host);
        program.DefaultRequestHeaders.Authorization = new("Bearer", tokens.Issue(company.Id, session.MemberId, session.Id));
        return program;
    }

    private static async Task<IReadOnlyList<string>> CodesOfAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        IHtmlDocument page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        return [.. page.QuerySelectorAll(".codes code").Select(code => code.TextContent)];
    }
}
