using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.SignIn;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.SignIn;

public sealed class SignInPageTests(TestInstallation installation)
{
    [Fact]
    public async Task The_right_password_opens_the_company()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        var page = await browser.OpenAsync("/settings/preferences");
        Assert.Contains("The Member", page.Body!.TextContent);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_form_and_says_what_to_do()
    {
        var company = await TestTenant.MakeAsync(installation);
        var answer = await new Browser(company.Anonymous()).TrySignInAsync(TestTenant.EmailOf(Role.Owner), "wrong");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("After 4 more", text);
        Assert.Contains(TestTenant.EmailOf(Role.Owner), text);
    }

    [Fact]
    public async Task A_stranger_and_a_member_get_the_same_answers_down_to_the_lock()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = new Browser(company.Anonymous());
        for (var i = 0; i < 6; i++)
        {
            var member = await browser.TrySignInAsync(TestTenant.EmailOf(Role.Admin), "wrong");
            var stranger = await browser.TrySignInAsync("nobody@example.com", "wrong");
            Assert.Equal(Sentence(await member.Content.ReadAsStringAsync()), Sentence(await stranger.Content.ReadAsStringAsync()));
        }
        var locked = await browser.TrySignInAsync(TestTenant.EmailOf(Role.Admin), TestTenant.Password);
        Assert.Contains("Try again in 15 minutes", await locked.Content.ReadAsStringAsync());

        static string Sentence(string html) => html[html.IndexOf("sign-in-error\" role", StringComparison.Ordinal)..].Split("</p>")[0];
    }

    /// <summary>Tried now at one instance, now at the other: who counts by itself would give itself away.</summary>
    [Fact]
    public async Task A_stranger_is_counted_and_locked_by_all_instances_together_and_forgotten_as_a_member_is()
    {
        var company = await TestTenant.MakeAsync(installation);
        var other = new TestApp(installation.Settings);
        try
        {
            for (var i = 0; i < 12; i++)
            {
                var at = i % 2 == 0 ? company : company.At(other);
                var (member, stranger) = (await LoginAsync(at, TestTenant.EmailOf(Role.Admin)), await LoginAsync(at, "nobody@example.com"));
                Assert.Equal((i, member), (i, stranger));
                if (i is 2 or 8) await AgeAsync(company, i == 2 ? 16 : 5);
            }
            Assert.Contains("locked_out", await LoginAsync(company, "nobody@example.com"), StringComparison.Ordinal);
            await AgeAsync(company, 16);
            Assert.Equal(await LoginAsync(company, TestTenant.EmailOf(Role.Admin)), await LoginAsync(company, "nobody@example.com"));
            Assert.Contains("credentials_invalid", await LoginAsync(company, "nobody@example.com"), StringComparison.Ordinal);
        }
        finally
        {
            await other.StopAsync();
        }
    }

    [Fact]
    public async Task Parallel_guesses_on_a_stranger_are_counted_exactly_too_and_nobody_s_address_is_kept()
    {
        var company = await TestTenant.MakeAsync(installation);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new Browser(company.Anonymous()).TrySignInAsync("nobody@example.com", "wrong")));
        var failures = await company.WorkAsync(db => db.AuditEntries.CountAsync(e => e.EventType == "auth.sign_in_failed"));
        var decoy = await company.WorkAsync(db => db.Set<Decoy>().SingleAsync());
        Assert.Equal(4, failures);
        Assert.NotNull(decoy.LockedUntil);
        var elsewhere = await TestTenant.MakeAsync(installation);
        await new Browser(elsewhere.Anonymous()).TrySignInAsync("nobody@example.com", "wrong");
        Assert.NotEqual(decoy.Id, (await elsewhere.WorkAsync(db => db.Set<Decoy>().SingleAsync())).Id);
    }

    private static async Task<string> LoginAsync(TestTenant company, string email)
    {
        using var answer = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email, password = "wrong" });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return $"{(int)answer.StatusCode} {body.GetProperty("code").GetString()} {body.GetProperty("message").GetString()}";
    }

    /// <summary>As if what was tried had been tried so many minutes earlier.</summary>
    private static Task AgeAsync(TestTenant company, int minutes) => company.WorkAsync(async db =>
    {
        var by = TimeSpan.FromMinutes(minutes);
        await db.Database.ExecuteSqlAsync($"update app.members set failed_at = failed_at - {by}, lockout_end = lockout_end - {by} where tenant_id = {db.TenantId}");
        return await db.Database.ExecuteSqlAsync($"update app.decoys set failed_at = failed_at - {by}, locked_until = locked_until - {by} where tenant_id = {db.TenantId}");
    });

    [Fact]
    public async Task Parallel_guesses_are_counted_exactly()
    {
        var company = await TestTenant.MakeAsync(installation);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new Browser(company.Anonymous()).TrySignInAsync(TestTenant.EmailOf(Role.Viewer), "wrong")));
        var member = await company.WorkAsync(db => db.Members.SingleAsync(m => m.Role == Role.Viewer));
        Assert.NotNull(member.LockoutEnd);
        var failures = await company.WorkAsync(db => db.AuditEntries.CountAsync(e => e.EventType == "auth.sign_in_failed"));
        Assert.Equal(4, failures);
    }

    [Fact]
    public async Task Sign_out_kills_the_cookie_itself()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        var page = await browser.OpenAsync("/settings/preferences");
        var thief = company.Anonymous();
        thief.DefaultRequestHeaders.Add("Cookie", browser.SessionCookie);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/settings/preferences")).StatusCode);

        var answer = await browser.SubmitAsync(page, "/sign-out");
        Assert.Contains("storage", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/settings/preferences")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_of_one_company_opens_no_other_and_its_own_company_hears_of_it()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var cookie = (await a.BrowserAsync(Role.Owner)).SessionCookie;
        var thief = b.Anonymous();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/settings/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
        await Eventually.TrueAsync(() => a.WorkAsync(db =>
            db.AuditEntries.AnyAsync(e => e.EventType == "security.credential_at_other_tenant" && e.MemberId == a.People[Role.Owner])));
    }

    [Fact]
    public async Task A_form_of_one_company_cannot_be_sent_to_another()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var page = await new Browser(a.Anonymous()).OpenAsync("/sign-in");
        var answer = await new Browser(b.Anonymous()).SubmitAsync(page, "/sign-in", ("email", TestTenant.EmailOf(Role.Owner)), ("password", TestTenant.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Sign_in_leads_nowhere_else(string target)
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = new Browser(company.Anonymous());
        var answer = await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), "/sign-in",
            ("email", TestTenant.EmailOf(Role.Member)), ("password", TestTenant.Password), ("return_url", target));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_changed_security_stamp_ends_every_session()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await company.WorkAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Role == Role.Analyst)).ChangeStamp();
            return true;
        });
        await Eventually.TrueAsync(async () => (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_cookie_is_hidden_from_scripts_and_bound_to_its_host()
    {
        var cookie = (await (await TestTenant.MakeAsync(installation)).BrowserAsync(Role.Member)).SetCookie;
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
