using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.TwoFactor;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.TwoFactor;

public sealed class PasskeyTests(TestInstallation installation)
{
    private const string Security = "/settings/security", Door = "/sign-in";

    [Fact]
    public async Task A_passkey_alone_opens_the_company_and_recovery_codes_are_offered_with_the_first()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var device = new SoftAuthenticator(company.Host);
        var added = await AddAsync(await company.BrowserAsync(Role.Member), device);
        Assert.Equal("/settings/security/codes", added.Headers.Location!.OriginalString);
        var browser = new Browser(company.Anonymous());
        var answer = await SignInAsync(browser, device);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("The Member", (await browser.OpenAsync("/settings/preferences")).Body!.TextContent);
        Assert.Contains("Work laptop", (await browser.OpenAsync(Security)).QuerySelector(".passkeys")!.InnerHtml);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.passkey_added")));
    }

    [Fact]
    public async Task It_is_the_second_step_after_a_password_of_its_own_member_only()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var mine = new SoftAuthenticator(company.Host);
        using var theirs = new SoftAuthenticator(company.Host);
        await AddAsync(await company.BrowserAsync(Role.Member), mine);
        await AddAsync(await company.BrowserAsync(Role.Owner), theirs);
        var browser = new Browser(company.Anonymous());
        Assert.Equal("/sign-in/second-factor", (await browser.TrySignInAsync(TestTenant.EmailOf(Role.Member), TestTenant.Password)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(browser, "/sign-in/second-factor", theirs.Get)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(browser, "/sign-in/second-factor", mine.Get)).StatusCode);
        Assert.Contains("The Member", (await browser.OpenAsync("/settings/preferences")).Body!.TextContent);
    }

    [Fact]
    public async Task It_proves_once_more_who_one_is()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var device = new SoftAuthenticator(company.Host);
        var browser = await company.BrowserAsync(Role.Member);
        await AddAsync(browser, device);
        var before = await company.WorkAsync(db => db.Sessions.Where(one => one.EndedAt == null).Select(one => one.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(browser, "/settings/confirm", device.Get)).StatusCode);
        var after = await company.WorkAsync(db => db.Sessions.SingleAsync(one => one.EndedAt == null));
        Assert.NotEqual(before, after.Id);
        Assert.Equal(Web.Access.Sessions.Proof.Passkey, after.Proof);
    }

    /// <summary>A new passkey proves its person at once; the password that let them in does so no more.</summary>
    [Fact]
    public async Task With_a_passkey_alone_the_password_proves_nothing_and_a_recovery_code_does()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var device = new SoftAuthenticator(company.Host);
        var browser = await company.BrowserAsync(Role.Member);
        await AddAsync(browser, device);
        var made = await browser.SubmitAsync(await browser.OpenAsync($"{Security}/codes"), $"{Security}/codes");
        var code = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await made.Content.ReadAsStringAsync()).QuerySelector(".codes code")!.TextContent;
        var page = await browser.OpenAsync("/settings/confirm");
        Assert.Null(page.QuerySelector("#password, #code"));
        var refused = await browser.SubmitAsync(page, "/settings/confirm", ("password", TestTenant.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync()).QuerySelector("details[open] #confirm-error"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, "/settings/confirm", ("recovery_code", code))).StatusCode);
        Assert.Equal(Web.Access.Sessions.Proof.RecoveryCode, (await company.WorkAsync(db => db.Sessions.SingleAsync(one => one.EndedAt == null))).Proof);
    }

    [Fact]
    public async Task A_copy_that_lags_behind_the_counter_is_refused_and_noted()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var device = new SoftAuthenticator(company.Host);
        await AddAsync(await company.BrowserAsync(Role.Member), device);
        device.Counter = 50;
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(new Browser(company.Anonymous()), device)).StatusCode);
        device.Counter = 40;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(new Browser(company.Anonymous()), device)).StatusCode);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.passkey_refused")));
    }

    [Fact]
    public async Task An_answer_counts_once_also_from_a_vault_that_does_not_count()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var device = new SoftAuthenticator(company.Host) { Counter = 0 };
        await AddAsync(await company.BrowserAsync(Role.Member), device);
        var client = installation.App.Bare(company.Host);
        var page = await client.GetAsync(Door);
        var cookies = page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).ToList();
        var token = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        var asked = await client.PostAsync($"{Door}?handler=passkeyOptions", Form(token, ""));
        cookies.AddRange(asked.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        device.Counter = uint.MaxValue; // the next is 0
        var answer = device.Get(await asked.Content.ReadAsStringAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.PostAsync($"{Door}?handler=passkey", Form(token, answer))));
        Assert.Equal(1, answers.Count(one => one.StatusCode == HttpStatusCode.Redirect));
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.passkey_replayed" && entry.RiskLevel == "high")));

        static FormUrlEncodedContent Form(string token, string credential) => new([new("__RequestVerificationToken", token), new("credential", credential)]);
    }

    [Fact]
    public async Task A_passkey_of_one_company_opens_no_other()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        using var device = new SoftAuthenticator(a.Host);
        await AddAsync(await a.BrowserAsync(Role.Owner), device);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(new Browser(b.Anonymous()), device)).StatusCode);
        (device.Origin, device.RelyingParty) = ($"http://{b.Host}", b.Host); // even if a browser could be made to
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(new Browser(b.Anonymous()), device)).StatusCode);
    }

    [Fact]
    public async Task Without_the_persons_own_proof_on_the_device_or_from_elsewhere_it_counts_for_nothing()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var device = new SoftAuthenticator(company.Host);
        var browser = await company.BrowserAsync(Role.Member);
        await AddAsync(browser, device);
        device.VerifiesUser = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(new Browser(company.Anonymous()), device)).StatusCode);
        using var unverified = new SoftAuthenticator(company.Host) { VerifiesUser = false };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AddAsync(browser, unverified)).StatusCode);
        (device.VerifiesUser, device.Origin) = (true, "http://evil.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(new Browser(company.Anonymous()), device)).StatusCode);
    }

    [Fact]
    public async Task The_deactivated_stay_outside()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var device = new SoftAuthenticator(company.Host);
        await AddAsync(await company.BrowserAsync(Role.Member), device);
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.members set deactivated_at = now() where role = 'member'"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(new Browser(company.Anonymous()), device)).StatusCode);
    }

    [Fact]
    public async Task It_is_renamed_and_removed_by_its_member_alone()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var device = new SoftAuthenticator(company.Host);
        var browser = await company.BrowserAsync(Role.Member);
        await AddAsync(browser, device);
        var page = await browser.OpenAsync(Security);
        await browser.SubmitAsync(page, $"{Security}?handler=rename", ("name", "  Phone  "));
        Assert.Equal("Phone", (await company.WorkAsync(db => db.Passkeys.SingleAsync())).Name);

        var id = (await company.WorkAsync(db => db.Passkeys.SingleAsync())).Id;
        var other = await company.BrowserAsync(Role.Owner);
        var theft = await other.SubmitToAsync(await other.OpenAsync(Security), $"{Security}?handler=begin", $"{Security}?handler=remove", ("id", id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, theft.StatusCode);
        await browser.SubmitAsync(await browser.OpenAsync(Security), $"{Security}?handler=remove");
        Assert.Equal(0, await company.WorkAsync(db => db.Passkeys.CountAsync()));
    }

    [Fact]
    public async Task The_last_factor_stays_where_the_company_asks_for_one()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var device = new SoftAuthenticator(company.Host);
        var browser = await company.BrowserAsync(Role.Member);
        await AddAsync(browser, device);
        await company.WorkAsync(db =>
        {
            db.SecurityRules.Add(SecurityRules.Begin(DateTimeOffset.UtcNow)).Entity.RequireTwoFactor(true, 7, DateTimeOffset.UtcNow);
            return Task.FromResult(true);
        });
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(await browser.OpenAsync(Security), $"{Security}?handler=remove")).StatusCode);
        await Factor.OfAsync(company, installation, Role.Member, keeps: true);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync(Security), $"{Security}?handler=remove")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(await browser.OpenAsync(Security), $"{Security}?handler=off")).StatusCode);
    }

    internal static async Task<HttpResponseMessage> AddAsync(Browser browser, SoftAuthenticator device)
    {
        var page = await browser.OpenAsync(Security);
        var asked = await browser.SubmitToAsync(page, $"{Security}?handler=passkey", $"{Security}?handler=passkeyOptions");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        return await browser.SubmitAsync(page, $"{Security}?handler=passkey", ("name", "Work laptop"), ("credential", device.Create(await asked.Content.ReadAsStringAsync())));
    }

    internal static Task<HttpResponseMessage> SignInAsync(Browser browser, SoftAuthenticator device) => AnswerAsync(browser, Door, device.Get);

    internal static async Task<HttpResponseMessage> AnswerAsync(Browser browser, string path, Func<string, string> device)
    {
        var page = await browser.OpenAsync(path);
        var asked = await browser.SubmitToAsync(page, $"{path}?handler=passkey", $"{path}?handler=passkeyOptions");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        return await browser.SubmitAsync(page, $"{path}?handler=passkey", ("credential", device(await asked.Content.ReadAsStringAsync())));
    }
}
