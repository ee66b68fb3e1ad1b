using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.Invitations;
using Web.Access.Seats;
using Web.Audit;
using Web.Data;
using Web.Kernel;
using Web.Mail;
using Web.Tenancy;
using Web.Tests.Access.Seats;
using Web.Tests.Support;

namespace Web.Tests.Access.Invitations;

public sealed partial class InvitationsTests(TestInstallation installation)
{
    private const string Users = "/api/v1/tenant/users", Secret = "a password that is long enough";

    [Fact]
    public async Task Each_address_of_a_pasted_list_gets_its_own_answer()
    {
        var company = await TestTenant.MakeAsync(installation);
        await SeatingTests.BuyAsync(company, await SeatingTests.TakenAsync(company) + 2);
        var answer = await InviteAsync(company, Role.Admin, $"ito@example.com\nno address\n{TestTenant.EmailOf(Role.Member)}; Kato Jun <kato@example.com>, ITO@example.com\nlate@example.com");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode); // what was not done stands in the field to be mended
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
        Assert.Equal(
            ["ito@example.com: Invited", "no address: Not an e-mail address", $"{TestTenant.EmailOf(Role.Member)}: Already a member", "kato@example.com: Invited", "late@example.com: No seat left"],
            page.QuerySelectorAll("ul.list li").Select(line => $"{line.Children[0].TextContent}: {line.Children[1].TextContent}"));
        Assert.Equal(["no address", "late@example.com"], page.QuerySelector("textarea")!.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal(2, await company.WorkAsync(db => db.Letters.CountAsync()));
    }

    [Fact]
    public async Task An_invitation_lets_one_person_in_once()
    {
        var company = await TestTenant.MakeAsync(installation);
        var token = await InvitedAsync(company, "ito@example.com", Role.Analyst);
        var taken = await SeatingTests.TakenAsync(company);
        var browser = new Browser(company.Anonymous());
        Assert.Contains("ito@example.com", (await browser.OpenAsync("/invitations/" + token)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AcceptAsync(browser, token, "Ito Ren", "short")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await AcceptAsync(browser, token, "Ito Ren", Secret)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/settings/preferences")).StatusCode);
        var (member, seated, entries) = await company.WorkAsync(async db => (
            await db.Members.SingleAsync(one => one.Name == "Ito Ren"), await db.Seats.CountAsync(seat => seat.InvitationId != null),
            await db.AuditEntries.Where(entry => entry.EventType == "invitation.accepted").ToListAsync()));
        Assert.Equal((Role.Analyst, "ito@example.com", 0), (member.Role, member.Email, seated));
        Assert.Equal(taken, await SeatingTests.TakenAsync(company)); // the seat that was held became theirs
        Assert.Equal(member.Id, Assert.Single(entries).MemberId);
        Assert.Equal(HttpStatusCode.NotFound, (await company.Anonymous().GetAsync("/invitations/" + token)).StatusCode);
    }

    [Fact]
    public async Task A_link_is_good_at_its_own_address_only_and_while_it_is_open()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var token = await InvitedAsync(company, "ito@example.com", Role.Member);
        await NotFoundAsync(other, token);
        await NotFoundAsync(company, token + "x");
        await NotFoundAsync(company, new string('a', 5000));
        Assert.Equal(HttpStatusCode.OK, (await company.Anonymous().GetAsync("/invitations/" + token)).StatusCode);

        await company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.invitations set expires_at = now() - interval '1 second' where tenant_id = {db.TenantId}"));
        await NotFoundAsync(company, token);
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.invitations set expires_at = now() + interval '1 hour' where tenant_id = {db.TenantId}"));
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.members set role = 'member' where tenant_id = {db.TenantId} and id = {company.People[Role.Admin]}"));
        await NotFoundAsync(company, token); // whoever invited could not do so any more
    }

    [Fact]
    public async Task Resending_ends_the_earlier_link_and_revoking_the_last()
    {
        var company = await TestTenant.MakeAsync(installation);
        var first = await InvitedAsync(company, "ito@example.com", Role.Member);
        var taken = await SeatingTests.TakenAsync(company);
        var admin = await company.BrowserAsync(Role.Admin);
        var id = await company.WorkAsync(db => db.Invitations.Select(one => one.Id).SingleAsync());
        await PressAsync(admin, "resend", id);
        await NotFoundAsync(company, first);
        var second = await TokenAsync(company);
        Assert.Equal(HttpStatusCode.OK, (await company.Anonymous().GetAsync("/invitations/" + second)).StatusCode);
        Assert.Equal(taken, await SeatingTests.TakenAsync(company));
        await PressAsync(admin, "revoke", id);
        await NotFoundAsync(company, second);
        Assert.Equal(taken - 1, await SeatingTests.TakenAsync(company));
        await InvitedAsync(company, "ito@example.com", Role.Member); // the address is free to be invited again
    }

    [Theory]
    [InlineData(Role.Manager, "manager", HttpStatusCode.Forbidden)]
    [InlineData(Role.Manager, "admin", HttpStatusCode.Forbidden)]
    [InlineData(Role.Manager, "compliance", HttpStatusCode.Forbidden)]
    [InlineData(Role.Admin, "owner", HttpStatusCode.Forbidden)]
    [InlineData(Role.Manager, "member", HttpStatusCode.Created)]
    [InlineData(Role.Owner, "owner", HttpStatusCode.Created)]
    public async Task A_program_invites_below_its_own_role(Role actor, string role, HttpStatusCode status)
    {
        var company = await TestTenant.MakeAsync(installation);
        var answer = await (await company.ProgramAsync(actor)).PostAsJsonAsync(Users, new { email = "ito@example.com", role });
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.Created ? 1 : 0, await company.WorkAsync(db => db.Invitations.CountAsync()));
        Assert.DoesNotContain("token", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong_with_an_address()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await RefusedAsync(await owner.PostAsJsonAsync(Users, new { email = TestTenant.EmailOf(Role.Member), role = "member" }), HttpStatusCode.Conflict, "already_a_member");
        Assert.Equal(HttpStatusCode.Created, (await owner.PostAsJsonAsync(Users, new { email = "ito@example.com", role = "member" })).StatusCode);
        await RefusedAsync(await owner.PostAsJsonAsync(Users, new { email = "ito@example.com", role = "member" }), HttpStatusCode.Conflict, "already_invited");
        await RefusedAsync(await owner.PostAsJsonAsync(Users, new { email = "nobody", role = "member" }), HttpStatusCode.UnprocessableEntity, "validation_failed");
        await RefusedAsync(await owner.PostAsJsonAsync(Users, new { email = "kato@example.com", role = "member", tenant_id = company.Id }), HttpStatusCode.UnprocessableEntity, "validation_failed");
        await SeatingTests.BuyAsync(company, await SeatingTests.TakenAsync(company));
        await RefusedAsync(await owner.PostAsJsonAsync(Users, new { email = "kato@example.com", role = "member" }), HttpStatusCode.PaymentRequired, "plan_limit_reached");
        Assert.Equal(HttpStatusCode.Created, (await owner.PostAsJsonAsync(Users, new { email = "kato@example.com", role = "viewer" })).StatusCode); // needs no seat
    }

    [Theory]
    [InlineData("rinzler.fujiwara2026")]
    [InlineData("Fujiwara-Rinzler!!")]
    [InlineData("testcompany12345")]
    public async Task A_password_is_not_made_of_the_address_that_was_invited_nor_of_the_company(string password)
    {
        var company = await TestTenant.MakeAsync(installation);
        var token = await InvitedAsync(company, "rinzler.fujiwara@example.com", Role.Member);
        var answer = await AcceptAsync(new Browser(company.Anonymous()), token, "R", password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("#password-error"));
        Assert.Equal(HttpStatusCode.Redirect, (await AcceptAsync(new Browser(company.Anonymous()), token, "R", Secret)).StatusCode);
    }

    /// <summary>Twenty people accept at once where one seat is left, again and again: what had been held for them has run out.</summary>
    [Fact]
    public async Task Of_twenty_who_accept_at_once_one_gets_the_last_seat()
    {
        var company = await TestTenant.MakeAsync(installation);
        for (var round = 0; round < 5; round++)
        {
            var tokens = await company.WorkAsync(async db =>
            {
                var by = await db.Members.SingleAsync(member => member.Id == company.People[Role.Owner]);
                var written = Enumerable.Range(0, 20).Select(i => Invitation.Write($"r{round}i{i}@example.com", Role.Member, null, "en", by, DateTimeOffset.UtcNow)).ToList();
                db.Invitations.AddRange(written.Select(one => one.Invitation));
                return written.ConvertAll(one => one.Token);
            });
            await SeatingTests.BuyAsync(company, await SeatingTests.TakenAsync(company) + 1);
            var outcomes = await Task.WhenAll(tokens.Select((token, i) => JoinAsync(company, token, $"Person {i}")));
            Assert.Equal((1, 19), (outcomes.Count(status => status == 200), outcomes.Count(status => status == 402)));
            Assert.Equal(round + 1, await company.WorkAsync(db => db.Members.CountAsync(member => EF.Functions.Like(member.Name, "Person%"))));
        }
    }

    [Fact]
    public async Task Of_many_who_use_one_link_at_once_one_gets_in()
    {
        var company = await TestTenant.MakeAsync(installation);
        for (var round = 0; round < 5; round++)
        {
            var token = await InvitedAsync(company, $"ito{round}@example.com", Role.Member);
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => JoinAsync(company, token, "Ito Ren")));
            Assert.Equal((1, 7), (outcomes.Count(status => status == 200), outcomes.Count(status => status == 404)));
        }
    }

    private async Task<int> JoinAsync(TestTenant company, string token, string name)
    {
        await using var services = installation.App.Services.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<EnteredTenant>().EnterAsync(
            company.Id, services.ServiceProvider.GetRequiredService<TenantDirectory>(), services.ServiceProvider.GetRequiredService<TenantScope>(), TestContext.Current.CancellationToken);
        try
        {
            await services.ServiceProvider.GetRequiredService<Acceptance>().AcceptAsync(token, name, Secret, default);
            return 200;
        }
        catch (RefusalException refusal)
        {
            return refusal.Status;
        }
    }

    private static async Task<HttpResponseMessage> InviteAsync(TestTenant company, Role actor, string addresses, Role role = Role.Member)
    {
        var browser = await company.BrowserAsync(actor);
        return await browser.SubmitAsync(await browser.OpenAsync("/settings/members/invite"), "/settings/members/invite", ("addresses", addresses), ("role", role.ToString()), ("team", ""));
    }

    private static async Task<string> InvitedAsync(TestTenant company, string address, Role role)
    {
        Assert.Equal(HttpStatusCode.OK, (await InviteAsync(company, Role.Admin, address, role)).StatusCode);
        return await TokenAsync(company);
    }

    /// <summary>The secret in the latest letter's link.</summary>
    private static async Task<string> TokenAsync(TestTenant company)
    {
        var content = await company.WorkAsync(db => db.Letters.OrderByDescending(letter => letter.Id).Select(letter => letter.Content).FirstAsync());
        var link = new Uri(Link().Match(content!).Value);
        Assert.Equal(company.Host, link.Authority);
        return link.Segments[^1];
    }

    private static async Task<HttpResponseMessage> AcceptAsync(Browser browser, string token, string name, string password) =>
        await browser.SubmitAsync(await browser.OpenAsync("/invitations/" + token), "/invitations/" + token, ("name", name), ("password", password));

    private static async Task PressAsync(Browser browser, string act, Guid invitation)
    {
        var answer = await browser.SubmitToAsync(
            await browser.OpenAsync("/settings/members"), "/settings/members?handler=resend", $"/settings/members?handler={act}", ("invitation", invitation.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task NotFoundAsync(TestTenant company, string token) =>
        Assert.Equal(HttpStatusCode.NotFound, (await company.Anonymous().GetAsync("/invitations/" + token)).StatusCode);

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [GeneratedRegex("http[^\"]+/invitations/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
