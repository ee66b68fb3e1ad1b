using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.TwoFactor;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.TwoFactor;

public sealed class SecondFactorSignInTests(TestInstallation installation)
{
    private const string Door = "/sign-in/second-factor";

    [Fact]
    public async Task A_program_is_asked_for_the_code_and_let_in_with_it_once()
    {
        var factor = await Factor.OfAsync(await TestTenant.MakeAsync(installation), installation, Role.Analyst);
        Assert.Equal((HttpStatusCode.Unauthorized, "two_factor_required"), await factor.LoginAsync(null));
        Assert.Equal((HttpStatusCode.Unauthorized, "two_factor_invalid"), await factor.LoginAsync(factor.WrongCode));
        var code = factor.Code;
        Assert.Equal(HttpStatusCode.OK, (await factor.LoginAsync(code)).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, "two_factor_invalid"), await factor.LoginAsync(code));
        Assert.Equal(HttpStatusCode.OK, (await factor.LoginAsync(factor.Codes[0])).Status);
    }

    [Fact]
    public async Task Of_twenty_sign_ins_at_once_with_one_code_one_succeeds()
    {
        var factor = await Factor.OfAsync(await TestTenant.MakeAsync(installation), installation, Role.Analyst);
        var code = factor.Code;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => factor.LoginAsync(code)));
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_refused_at_every_door()
    {
        var company = await TestTenant.MakeAsync(installation);
        var factor = await Factor.OfAsync(company, installation, Role.Analyst);
        for (var i = 0; i < 4; i++) Assert.Equal("two_factor_invalid", (await factor.LoginAsync(factor.WrongCode)).Code);
        Assert.Equal("two_factor_locked", (await factor.LoginAsync(factor.WrongCode)).Code);
        Assert.Equal("two_factor_locked", (await factor.LoginAsync(factor.Code)).Code);
        var (browser, _) = await FirstStepAsync(company, factor);
        var answer = await browser.SubmitAsync(await browser.OpenAsync(Door), Door, ("code", factor.Code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Try again in 15 minutes", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_wrong_password_does_not_tell_that_there_is_a_second_factor()
    {
        var company = await TestTenant.MakeAsync(installation);
        await Factor.OfAsync(company, installation, Role.Admin);
        var (with, without) = (await WrongAsync(Role.Admin), await WrongAsync(Role.Viewer));
        Assert.Equal(with, without);

        async Task<string> WrongAsync(Role role)
        {
            var answer = await new Browser(company.Anonymous()).TrySignInAsync(TestTenant.EmailOf(role), "wrong");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return (await answer.Content.ReadAsStringAsync()).Split("role=\"alert\"")[1].Split("</p>")[0];
        }
    }

    [Fact]
    public async Task The_first_step_opens_nothing_and_the_second_opens_the_company()
    {
        var company = await TestTenant.MakeAsync(installation);
        var factor = await Factor.OfAsync(company, installation, Role.Member);
        var (browser, first) = await FirstStepAsync(company, factor);
        Assert.Equal(Door, first.Headers.Location!.OriginalString);
        Assert.DoesNotContain(first.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("tsumugi-session=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync("/settings/preferences")).StatusCode);

        var page = await browser.OpenAsync(Door);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, Door, ("code", factor.WrongCode))).StatusCode);
        var answer = await browser.SubmitAsync(page, Door, ("code", factor.Code));
        Assert.Equal("/settings/preferences", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/settings/preferences")).StatusCode);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "auth.signed_in" && entry.MemberId == factor.Member)));
    }

    [Fact]
    public async Task A_first_step_of_one_company_is_worth_nothing_at_another()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var factor = await Factor.OfAsync(a, installation, Role.Member);
        var (_, first) = await FirstStepAsync(a, factor);
        var cookie = first.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("tsumugi-first-step=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var (home, away) = (installation.App.Bare(a.Host), installation.App.Bare(b.Host));
        foreach (var client in new[] { home, away }) client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, (await home.GetAsync(Door)).StatusCode);
        Assert.Equal("/sign-in", (await away.GetAsync(Door)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_changed_password_ends_a_first_step()
    {
        var company = await TestTenant.MakeAsync(installation);
        var factor = await Factor.OfAsync(company, installation, Role.Member);
        var (browser, _) = await FirstStepAsync(company, factor);
        var page = await browser.OpenAsync(Door);
        await company.WorkAsync(async db =>
        {
            (await db.Members.SingleAsync(member => member.Id == factor.Member)).ChangeStamp();
            return true;
        });
        Assert.Equal("/sign-in", (await browser.SubmitAsync(page, Door, ("code", factor.Code))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_recovery_code_opens_the_door_once()
    {
        var company = await TestTenant.MakeAsync(installation);
        var factor = await Factor.OfAsync(company, installation, Role.Member);
        var (browser, _) = await FirstStepAsync(company, factor);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync(Door), Door, ("recovery_code", factor.Codes[4]))).StatusCode);
        var (again, _) = await FirstStepAsync(company, factor);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.SubmitAsync(await again.OpenAsync(Door), Door, ("recovery_code", factor.Codes[4]))).StatusCode);
        Assert.Equal(9, await company.WorkAsync(db => db.RecoveryCodes.CountAsync(code => code.UsedAt == null)));
    }

    private static async Task<(Browser Browser, HttpResponseMessage Answer)> FirstStepAsync(TestTenant company, Factor factor)
    {
        var browser = new Browser(company.Anonymous());
        var answer = await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), "/sign-in",
            ("email", TestTenant.EmailOf(factor.Role)), ("password", TestTenant.Password), ("return_url", "/settings/preferences"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (browser, answer);
    }
}
