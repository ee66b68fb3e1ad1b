using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Passwords;
using Web.Audit;
using Web.Mail;
using Web.Tests.Support;

namespace Web.Tests.Access.Passwords;

public sealed class PasswordResetTests(TestInstallation installation)
{
    private const string New = "vermilion otter on a kite", Subject = "Set a new password";
    private static readonly string Address = TestTenant.EmailOf(Role.Member);

    [Fact]
    public async Task A_link_sets_a_password_once_and_ends_every_session()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (session, program) = ((await company.BrowserAsync(Role.Member)).Client, await company.ProgramAsync(Role.Member));
        var browser = new Browser(company.Anonymous());
        var asked = await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), "/forgot-password", ("email", Address));
        Assert.Contains("a letter with a link is on its way", await asked.Content.ReadAsStringAsync());
        var link = await company.LinkAsync(Address, Subject);
        var page = await browser.OpenAsync(link);
        await browser.OpenAsync(link); // looking, as programs that read letters do, uses nothing up
        var set = await browser.SubmitAsync(page, "/reset-password", ("password", New));
        Assert.Equal("/sign-in?reset=true", set.Headers.Location?.OriginalString);

        Assert.Equal(HttpStatusCode.Redirect, (await session.GetAsync("/settings/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.TrySignInAsync(Address, TestTenant.Password)).StatusCode);
        await browser.SignInAsync(Address, New);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(company, new Uri($"http://x{link}").Query["?token=".Length..], New + "!"));
        Assert.NotNull(await company.NewestAsync(Address, "Your password for"));
        Assert.Equal(1, await company.WorkAsync(db => db.AuditEntries.CountAsync(entry => entry.EventType == "auth.password_reset" && entry.MemberId == company.People[Role.Member])));
    }

    /// <summary>Every transport by which somebody may still be in, whichever way the password is changed.</summary>
    [Theory]
    [InlineData("by its owner")]
    [InlineData("by a link on the page")]
    [InlineData("by a link over the API")]
    public async Task Everything_that_was_open_ends_with_the_old_password(string way)
    {
        var company = await TestTenant.MakeAsync(installation);
        var stop = TestContext.Current.CancellationToken;
        var (own, cookie, listener) = (await company.BrowserAsync(Role.Member), await company.BrowserAsync(Role.Member), await company.BrowserAsync(Role.Member));
        await using var stream = await EventReader.OpenAsync(listener.Client);
        var login = await (await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = Address, password = TestTenant.Password }, stop)).Content.ReadFromJsonAsync<JsonElement>(stop);
        var (program, refresh) = (company.Anonymous(), login.GetProperty("refresh_token").GetString());
        program.DefaultRequestHeaders.Authorization = new("Bearer", login.GetProperty("access_token").GetString());
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/tenant/auth/me", stop)).StatusCode);

        if (way == "by its owner") Assert.Equal(HttpStatusCode.Redirect, (await own.SubmitAsync(await own.OpenAsync("/settings/password"), "/settings/password", ("current", TestTenant.Password), ("password", New))).StatusCode);
        else
        {
            var token = await TokenAsync(company);
            var visitor = new Browser(company.Anonymous());
            if (way == "by a link over the API") Assert.Equal(HttpStatusCode.NoContent, await ResetAsync(company, token, New));
            else Assert.Equal("/sign-in?reset=true", (await visitor.SubmitAsync(await visitor.OpenAsync($"/reset-password?token={token}"), "/reset-password", ("password", New))).Headers.Location?.OriginalString);
        }
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(20), stop);
        Assert.Equal(HttpStatusCode.Redirect, (await cookie.Client.GetAsync("/settings/preferences", stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await listener.Client.GetAsync("/events", stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/tenant/auth/me", stop)).StatusCode);
        foreach (var door in new[] { company.Anonymous(), installation.App.At(TestApp.BaseDomain) })
            Assert.Equal(HttpStatusCode.Unauthorized, (await door.PostAsJsonAsync("/api/v1/tenant/auth/refresh", new { refresh_token = refresh }, stop)).StatusCode);
        Assert.Equal(way == "by its owner" ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await own.Client.GetAsync("/settings/preferences", stop)).StatusCode);
        Assert.Equal(way == "by its owner" ? 1 : 0, await company.WorkAsync(db => db.Sessions.CountAsync(session => session.MemberId == company.People[Role.Member] && session.EndedAt == null)));
    }

    [Fact]
    public async Task Of_many_uses_at_the_same_moment_one_succeeds()
    {
        var company = await TestTenant.MakeAsync(installation);
        var token = await TokenAsync(company);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => ResetAsync(company, token, $"{New} number {n}")));
        Assert.Equal(1, answers.Count(answer => answer == HttpStatusCode.NoContent));
        Assert.Equal(5, answers.Count(answer => answer == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_newer_link_ends_the_older_and_a_change_of_password_ends_both()
    {
        var company = await TestTenant.MakeAsync(installation);
        var first = await TokenAsync(company);
        var second = await TokenAsync(company);
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(company, first, New));
        var browser = await company.BrowserAsync(Role.Member);
        await browser.SubmitAsync(await browser.OpenAsync("/settings/password"), "/settings/password", ("current", TestTenant.Password), ("password", New));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(company, second, New + "!"));
    }

    [Fact]
    public async Task A_link_opens_nothing_at_another_company_and_nothing_when_it_is_old()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var token = await TokenAsync(company);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(other, token, New));
        Assert.Contains("too old", (await new Browser(other.Anonymous()).OpenAsync($"/reset-password?token={token}")).Body!.TextContent);
        await company.WorkAsync(db => db.OneTimeLinks.ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, DateTimeOffset.UtcNow)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(company, token, New));
    }

    [Fact]
    public async Task A_refused_password_leaves_the_link_as_it_was()
    {
        var company = await TestTenant.MakeAsync(installation);
        var token = await TokenAsync(company);
        var answer = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/reset_password", new { token, password = "password123" });
        Assert.Equal("/password password_common", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("details")[0] is var detail ? $"{detail.GetProperty("field")} {detail.GetProperty("code")}" : "");
        Assert.Equal(HttpStatusCode.NoContent, await ResetAsync(company, token, New));
    }

    [Fact]
    public async Task The_answer_is_the_same_for_everybody_and_only_members_get_letters()
    {
        var company = await TestTenant.MakeAsync(installation);
        await company.WorkAsync(db => db.Members.Where(member => member.Role == Role.Viewer).ExecuteUpdateAsync(set => set.SetProperty(member => member.DeactivatedAt, DateTimeOffset.UtcNow)));
        List<string> answers = [];
        foreach (var address in new[] { Address, "nobody@example.com", TestTenant.EmailOf(Role.Viewer), "no address", "" })
        {
            var answer = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/forgot_password", new { email = address });
            answers.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        Assert.Equal(["202 "], answers.Distinct());
        await company.LinkAsync(Address, Subject);
        await TokenAsync(company, Role.Owner); // by then the others' jobs are done, too
        Assert.Empty(await company.WorkAsync(db => db.Letters.Where(letter => letter.Address == "nobody@example.com" || letter.Address == TestTenant.EmailOf(Role.Viewer)).ToListAsync()));
        Assert.All(await company.WorkAsync(db => db.OneTimeLinks.AsNoTracking().ToListAsync()), link => Assert.Equal(32, link.TokenHash.Length));
    }

    /// <summary>The request does the same for a known and an unknown address: it queues one job and no more.</summary>
    [Fact]
    public async Task A_known_and_an_unknown_address_cost_the_same_in_the_request()
    {
        var app = new TestApp(new Dictionary<string, string?>(installation.SettingsFor(await installation.CopyAsync(installation.Fresh))) { ["Jobs:Workers"] = "0" });
        try
        {
            var company = await TestTenant.MakeAsync(app);
            foreach (var address in new[] { Address, "nobody@example.com" }) await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/forgot_password", new { email = address }, TestContext.Current.CancellationToken);
            var jobs = await company.WorkAsync(db => db.Set<Web.Jobs.Job>().Where(job => job.Kind != Web.Audit.Chain.SealWork.Kind).Select(job => job.Kind).ToListAsync());
            Assert.Equal([ForgottenWork.Kind, ForgottenWork.Kind], jobs);
            Assert.Empty(await company.WorkAsync(db => db.Letters.ToListAsync()));
        }
        finally
        {
            await app.StopAsync();
        }
    }

    [Fact]
    public async Task Letters_lead_to_the_configured_host_whatever_the_request_said()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var client = company.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        client.DefaultRequestHeaders.Add("Forwarded", "host=evil.example");
        await client.PostAsJsonAsync("/api/v1/tenant/auth/forgot_password", new { email = Address });
        await company.LinkAsync(Address, Subject);
        Assert.StartsWith($"http://{company.Host}/reset-password?token=", (await company.NewestAsync(Address, Subject))!.Words!.Link);
    }

    [Fact]
    public async Task The_page_of_a_link_is_told_to_nobody()
    {
        var company = await TestTenant.MakeAsync(installation);
        var answer = await company.Anonymous().GetAsync("/reset-password?token=x");
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private static async Task<string> TokenAsync(TestTenant company, Role role = Role.Member)
    {
        var address = TestTenant.EmailOf(role);
        var before = (await company.NewestAsync(address, Subject))?.Id;
        Assert.Equal(HttpStatusCode.Accepted, (await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/forgot_password", new { email = address })).StatusCode);
        PostedLetter? letter = null;
        await Eventually.TrueAsync(async () => (letter = await company.NewestAsync(address, Subject)) is not null && letter.Id != before);
        return new Uri(letter!.Words!.Link!).Query["?token=".Length..];
    }

    private static async Task<HttpStatusCode> ResetAsync(TestTenant company, string token, string password) =>
        (await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/reset_password", new { token, password })).StatusCode;
}
