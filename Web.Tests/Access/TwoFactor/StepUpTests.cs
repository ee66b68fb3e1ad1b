using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Tests.Support;

namespace Web.Tests.Access.TwoFactor;

public sealed class StepUpTests(TestInstallation installation)
{
    private const string Confirm = "/settings/confirm", Security = "/settings/security", Begin = "/settings/security?handler=begin";

    [Fact]
    public async Task An_old_sign_in_is_sent_to_prove_itself_and_back()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await OldAsync(company, Role.Member);
        var asked = await browser.SubmitAsync(await browser.OpenAsync(Security), Begin);
        Assert.Equal($"{Confirm}?return_url=%2Fsettings%2Fsecurity", asked.Headers.Location!.OriginalString);
        Assert.Equal(0, await company.WorkAsync(db => db.SecondSteps.CountAsync()));

        var page = await browser.OpenAsync(asked.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, Confirm, ("password", "wrong"))).StatusCode);
        var proved = await browser.SubmitAsync(page, Confirm, ("password", TestTenant.Password));
        Assert.Equal(Security, proved.Headers.Location!.OriginalString);
        var begun = await browser.SubmitAsync(await browser.OpenAsync(Security), Begin);
        Assert.Equal("/settings/security/authenticator", begun.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_proof_gives_the_session_a_new_id_and_the_old_cookie_is_dead()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await OldAsync(company, Role.Member);
        var (old, ends) = await company.WorkAsync(async db => { var one = await db.Sessions.SingleAsync(); return (one.Id, one.ExpiresAt); });
        var thief = installation.App.Bare(company.Host);
        thief.DefaultRequestHeaders.Add("Cookie", browser.SessionCookie);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(Security)).StatusCode);

        var proved = await browser.SubmitAsync(await browser.OpenAsync(Confirm), Confirm, ("password", TestTenant.Password));
        Assert.NotEqual(browser.SessionCookie, proved.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("tsumugi-session=", StringComparison.Ordinal)).Split(';')[0]);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(Security)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync(Security)).StatusCode);
        var renewed = await company.WorkAsync(db => db.Sessions.SingleAsync(one => one.EndedAt == null));
        Assert.NotEqual(old, renewed.Id);
        Assert.Equal(ends, renewed.ExpiresAt);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task It_leads_nowhere_else(string target)
    {
        var browser = await (await TestTenant.MakeAsync(installation)).BrowserAsync(Role.Member);
        var page = await browser.OpenAsync($"{Confirm}?return_url={Uri.EscapeDataString(target)}");
        Assert.Equal(Security, (await browser.SubmitAsync(page, Confirm, ("password", TestTenant.Password))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_code_proves_as_well_and_guesses_are_counted_with_those_at_the_door()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await OldAsync(company, Role.Member);
        var factor = await Factor.OfAsync(company, installation, Role.Member);
        for (var i = 0; i < 3; i++) await factor.LoginAsync(factor.WrongCode);
        var page = await browser.OpenAsync(Confirm);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, Confirm, ("code", factor.WrongCode))).StatusCode);
        await browser.SubmitAsync(page, Confirm, ("code", factor.WrongCode));
        Assert.Equal("two_factor_locked", (await factor.LoginAsync(factor.Code)).Code);
        await factor.ForgetTriesAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, Confirm, ("code", factor.Code))).StatusCode);
    }

    [Fact]
    public async Task The_password_alone_proves_nothing_for_whoever_has_a_second_factor()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await OldAsync(company, Role.Member);
        var factor = await Factor.OfAsync(company, installation, Role.Member);
        var page = await browser.OpenAsync(Confirm);
        Assert.Null(page.QuerySelector("#password"));
        var refused = await browser.SubmitAsync(page, Confirm, ("password", TestTenant.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("The password alone is not enough", await refused.Content.ReadAsStringAsync());
        Assert.StartsWith(Confirm, (await browser.Client.GetAsync(Security + "/codes")).Headers.Location!.OriginalString, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, Confirm, ("recovery_code", factor.Codes[0]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync(Security + "/codes")).StatusCode);
        var used = await browser.SubmitAsync(await browser.OpenAsync(Confirm), Confirm, ("recovery_code", factor.Codes[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, used.StatusCode);
    }

    /// <summary>Whoever came in by the password moments before its owner turned the factor on does not turn it off again.</summary>
    [Fact]
    public async Task A_password_of_before_the_factor_does_not_outlive_it()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (browser, program) = (await company.BrowserAsync(Role.Owner), await company.ProgramAsync(Role.Owner));
        var reset = $"/api/v1/tenant/users/{company.People[Role.Member]}/two-factor";
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync(reset)).StatusCode);
        var factor = await Factor.OfAsync(company, installation, Role.Owner);
        Assert.Equal($"{Confirm}?return_url=%2Fsettings%2Fsecurity", (await browser.SubmitAsync(await browser.OpenAsync(Security), Security + "?handler=off")).Headers.Location!.OriginalString);
        Assert.StartsWith(Confirm, (await browser.Client.GetAsync("/settings/password")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("step_up_required", (await (await program.DeleteAsync(reset)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        await factor.ConfirmAsync(browser);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/settings/password")).StatusCode);
        await browser.SubmitAsync(await browser.OpenAsync(Security), Security + "?handler=off");
        Assert.False(await company.WorkAsync(db => db.SecondSteps.AnyAsync(one => one.ConfirmedAt != null)));
    }

    [Fact]
    public async Task Wrong_passwords_there_lock_the_account_as_at_the_door()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        var page = await browser.OpenAsync(Confirm);
        for (var i = 0; i < 5; i++) await browser.SubmitAsync(page, Confirm, ("password", "wrong"));
        Assert.Contains("15 minutes", await (await browser.SubmitAsync(page, Confirm, ("password", TestTenant.Password))).Content.ReadAsStringAsync());
        Assert.NotNull((await company.WorkAsync(db => db.Members.SingleAsync(member => member.Role == Role.Member))).LockoutEnd);
    }

    [Fact]
    public async Task A_session_that_was_ended_is_not_brought_back_by_a_proof()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        var page = await browser.OpenAsync(Confirm);
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, DateTimeOffset.UtcNow)));
        var answer = await browser.SubmitAsync(page, Confirm, ("password", TestTenant.Password));
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("tsumugi-session=", StringComparison.Ordinal)));
        Assert.Equal(0, await company.WorkAsync(db => db.Sessions.CountAsync(one => one.EndedAt == null)));
    }

    [Fact]
    public void A_proof_counts_for_ten_minutes_and_a_job_has_none()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(50);
        Assert.True(At(now.AddMinutes(-9)).HasRecentProof(now));
        Assert.False(At(now.AddMinutes(-10)).HasRecentProof(now));
        Assert.Equal("step_up_required", Assert.Throws<Web.Kernel.RefusalException>(() => At(null).MustHaveRecentProof(now)).Code);

        static CurrentMember At(DateTimeOffset? proved)
        {
            var current = new CurrentMember();
            current.Be(new SignedIn(Guid.Empty, "", "", Role.Owner, null, "system", Guid.Empty, SessionKind.Browser) { ProvedAt = proved });
            return current;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=own")]
    [InlineData("?handler=factors")]
    public async Task Roles_ownership_and_the_factors_of_another_change_by_whoever_proved_themselves(string handler)
    {
        var company = await TestTenant.MakeAsync(installation);
        await Factor.OfAsync(company, installation, Role.Admin);
        var person = $"/settings/members/{company.People[Role.Admin]}";
        var browser = await OldAsync(company, Role.Owner);
        async Task<HttpResponseMessage> ActAsync() => await browser.SubmitAsync(await browser.OpenAsync(person), person + handler, ("role", "Viewer"), ("team", ""));
        Assert.StartsWith($"{Confirm}?return_url=%2Fsettings%2Fmembers%2F", (await ActAsync()).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal((Role.Admin, 1), await StateAsync());

        await browser.SubmitAsync(await browser.OpenAsync(Confirm), Confirm, ("password", TestTenant.Password));
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync()).StatusCode);
        Assert.NotEqual((Role.Admin, 1), await StateAsync());

        Task<(Role, int)> StateAsync() => company.WorkAsync(async db => (
            await db.Members.Where(member => member.Id == company.People[Role.Admin]).Select(member => member.Role).SingleAsync(), await db.SecondSteps.CountAsync()));
    }

    [Fact]
    public async Task What_is_no_other_role_needs_no_proof_and_nobody_is_offered_what_they_may_not()
    {
        var company = await TestTenant.MakeAsync(installation);
        var person = $"/settings/members/{company.People[Role.Member]}";
        var manager = await OldAsync(company, Role.Manager);
        await Factor.OfAsync(company, installation, Role.Member);
        var saved = await manager.SubmitAsync(await manager.OpenAsync(person), person, ("role", "Member"), ("team", ""), ("seat", "true"));
        Assert.Equal($"{person}?done=changed", saved.Headers.Location!.OriginalString);
        Assert.Null((await manager.OpenAsync(person)).QuerySelector("#two-factor"));
        var owner = await company.BrowserAsync(Role.Owner);
        Assert.NotNull((await owner.OpenAsync(person)).QuerySelector("#two-factor"));
        Assert.Null((await owner.OpenAsync($"/settings/members/{company.People[Role.Viewer]}")).QuerySelector("#two-factor"));
    }

    [Fact]
    public async Task A_program_proves_itself_anew_before_it_changes_a_role_and_another_role_ends_every_sign_in()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, promoted) = (await company.ProgramAsync(Role.Owner), await company.BrowserAsync(Role.Member));
        var user = $"/api/v1/tenant/users/{company.People[Role.Member]}";
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        var refused = await owner.PatchAsJsonAsync(user, new { role = "manager" });
        Assert.Equal("step_up_required", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync(user, new { role = "member" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await promoted.Client.GetAsync("/settings/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await company.ProgramAsync(Role.Owner)).PatchAsJsonAsync(user, new { role = "manager" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await promoted.Client.GetAsync("/settings/preferences")).StatusCode); // upwards as well
    }

    /// <summary>A browser whose sign-in was a while ago.</summary>
    private static async Task<Browser> OldAsync(TestTenant company, Role role)
    {
        var browser = await company.BrowserAsync(role);
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        return browser;
    }
}
