using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Seats;
using Web.Audit;
using Web.Crm.Deals;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Access.Members;

/// <summary>Who may change what about whom, for programs; the pages go the same way.</summary>
public sealed class MembersApiTests(TestInstallation installation)
{
    private const string Users = "/api/v1/tenant/users";

    [Theory]
    [InlineData(Role.Owner)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Analyst)]
    public async Task Nobody_gives_a_role_that_is_not_below_their_own_nor_touches_anyone_as_high(Role actor)
    {
        List<string> wrong = [];
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(actor);
        foreach (var target in Enum.GetValues<Role>().Where(role => role != actor))
            foreach (var to in Enum.GetValues<Role>().Where(role => role != target))
            {
                var someone = await AddAsync(company, target);
                var answer = await program.PatchAsJsonAsync($"{Users}/{someone}", new { role = to.Word });
                var may = actor.Governs(target) && actor.Governs(to);
                if (answer.StatusCode != (may ? HttpStatusCode.OK : HttpStatusCode.Forbidden)) wrong.Add($"{actor}: {target} → {to} answered {(int)answer.StatusCode}");
                var now = await company.WorkAsync(db => db.Members.Where(member => member.Id == someone).Select(member => member.Role).SingleAsync());
                if (now != (may ? to : target)) wrong.Add($"{actor}: {target} → {to} became {now}");
            }
        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task One_s_own_role_is_nobody_s_to_raise_and_a_body_cannot_bring_more_than_it_may()
    {
        var company = await TestTenant.MakeAsync(installation);
        var manager = await company.ProgramAsync(Role.Manager);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PatchAsJsonAsync($"{Users}/{company.People[Role.Manager]}", new { role = "admin" })).StatusCode);
        foreach (var body in new object[] { new { tenant_id = Guid.CreateVersion7() }, new { email = "x@example.com" }, new { password_hash = "x" }, new { role = "god" }, new { role = 0 }, new { active = "no" }, new { team = Guid.CreateVersion7() } })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PatchAsJsonAsync($"{Users}/{company.People[Role.Member]}", body)).StatusCode);
        var other = await TestTenant.MakeAsync(installation);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PatchAsJsonAsync($"{Users}/{other.People[Role.Member]}", new { role = "viewer" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.DeleteAsync($"{Users}/{other.People[Role.Member]}")).StatusCode);
    }

    [Fact]
    public async Task The_last_owner_stays_an_owner_who_is_there()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        var self = $"{Users}/{company.People[Role.Owner]}";
        foreach (var body in new object[] { new { role = "admin" }, new { active = false } })
            await RefusedAsync(await owner.PatchAsJsonAsync(self, body), HttpStatusCode.Conflict, "last_owner");
        await RefusedAsync(await owner.DeleteAsync($"{self}?records_to={company.People[Role.Admin]}"), HttpStatusCode.Conflict, "last_owner");
        var second = await AddAsync(company, Role.Owner);
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync($"{Users}/{second}", new { active = false })).StatusCode);
        await RefusedAsync(await owner.PatchAsJsonAsync(self, new { role = "admin" }), HttpStatusCode.Conflict, "last_owner"); // one who is deactivated does not count
    }

    /// <summary>Two owners end each other's rule at the same moment, over and over: one of them is left every time.</summary>
    [Fact]
    public async Task Of_two_owners_who_demote_each_other_at_once_one_is_left()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (first, second) = (company.People[Role.Owner], await AddAsync(company, Role.Owner));
        for (var round = 0; round < 40; round++)
        {
            await company.WorkAsync(db => db.Database.ExecuteSqlAsync(
                $"update app.members set role = 'owner', deactivated_at = null where tenant_id = {db.TenantId} and id in ({first}, {second})"));
            var attacks = await Task.WhenAll(
                TestRoster.ActAsync(installation.App, company, first, second, round), TestRoster.ActAsync(installation.App, company, second, first, round + 1));
            var left = await company.WorkAsync(db => db.Members.CountAsync(member => member.Role == Role.Owner && member.DeactivatedAt == null));
            Assert.True(left == 1 && attacks.Count(done => done) == 1, $"round {round}: {left} owners, {string.Join(", ", attacks)}");
        }
    }

    [Theory]
    [InlineData("{\"active\":false}")]
    [InlineData("{\"role\":\"viewer\"}")]
    [InlineData("{\"seat\":false}")]
    public async Task What_takes_rights_away_ends_every_session_at_once(string change)
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, program, browser) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Analyst), await company.BrowserAsync(Role.Analyst));
        await using var stream = await EventReader.OpenAsync((await company.BrowserAsync(Role.Analyst)).Client);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/settings/preferences")).StatusCode);
        var answer = await owner.PatchAsync($"{Users}/{company.People[Role.Analyst]}", new StringContent(change, null, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync("/settings/preferences")).StatusCode);
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_is_removed_leaves_the_records_to_another_and_the_address_free()
    {
        var selling = await Selling.MakeAsync(installation);
        var company = selling.Company;
        var deal = await selling.OpenAsync("Line-scan retrofit", 1_000);
        var from = company.People[Role.Member];
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.deals set owner_id = {from} where tenant_id = {db.TenantId}"));
        var owner = await company.ProgramAsync(Role.Owner);
        await RefusedAsync(await owner.DeleteAsync($"{Users}/{from}?records_to={from}"), HttpStatusCode.UnprocessableEntity, "validation_failed");
        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync($"{Users}/{from}?records_to={company.People[Role.Manager]}")).StatusCode);
        var (given, entries, name) = await company.WorkAsync(async db => (
            await db.Deals.Where(one => one.Id == deal.Id).Select(one => one.OwnerId).SingleAsync(),
            await db.AuditEntries.Where(entry => entry.EventType == "deal.handed_over" || entry.EventType == "member.removed").ToListAsync(),
            await db.Members.Where(member => member.Id == from).Select(member => member.Name).SingleAsync()));
        Assert.Equal(company.People[Role.Manager], given);
        Assert.Equal(deal.Id, Assert.Single(entries, entry => entry.EventType == "deal.handed_over").EntityId);
        Assert.Equal(company.People[Role.Owner], Assert.Single(entries, entry => entry.EventType == "member.removed").MemberId);
        Assert.Equal("The Member", name);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"{Users}/{from}")).StatusCode);
        var login = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Member), password = TestTenant.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, login.StatusCode);
        await AddAsync(company, Role.Member, TestTenant.EmailOf(Role.Member));
    }

    [Fact]
    public async Task The_list_says_what_everybody_is()
    {
        var company = await TestTenant.MakeAsync(installation);
        var people = await (await company.ProgramAsync(Role.Analyst)).GetFromJsonAsync<JsonElement>(Users);
        var viewer = people.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("role").GetString() == "viewer");
        Assert.False(viewer.GetProperty("seat").GetBoolean());
        var analyst = people.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("role").GetString() == "analyst");
        Assert.True(analyst.GetProperty("seat").GetBoolean() && analyst.GetProperty("active").GetBoolean());
        Assert.NotEqual(JsonValueKind.Null, analyst.GetProperty("last_seen_at").ValueKind);
    }

    [Fact]
    public async Task Somebody_was_seen_when_they_last_did_something_not_when_they_signed_in()
    {
        var company = await TestTenant.MakeAsync(installation);
        foreach (var _ in Enumerable.Range(0, 2)) await company.ProgramAsync(Role.Analyst);
        var seen = new DateTimeOffset(2036, 5, 1, 9, 30, 0, TimeSpan.Zero);
        var analyst = company.People[Role.Analyst];
        await company.WorkAsync(async db =>
        {
            var first = await db.Sessions.Where(session => session.MemberId == analyst).OrderBy(session => session.CreatedAt).Select(session => session.Id).FirstAsync();
            return await db.Sessions.Where(session => session.Id == first).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastUsedAt, seen));
        });
        var answer = await (await company.ProgramAsync(Role.Owner)).GetFromJsonAsync<JsonElement>($"{Users}/{analyst}");
        Assert.Equal(seen, answer.GetProperty("last_seen_at").GetDateTimeOffset());
    }

    internal static Task<Guid> AddAsync(TestTenant company, Role role, string? email = null) => company.WorkAsync(async db =>
    {
        var member = Member.Join(email ?? $"{Guid.CreateVersion7():N}@example.com", "Somebody", role, null, DateTimeOffset.UtcNow);
        db.Members.Add(member);
        (await Seating.HoldAsync(db, DateTimeOffset.UtcNow, default)).Give(member);
        return member.Id;
    });

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
