using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.Seats;
using Web.Data;
using Web.Demo;
using Web.Kernel;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.Access.Seats;

/// <summary>There are never more seats than were bought, whoever comes at the same moment.</summary>
public sealed class SeatingTests(TestInstallation installation)
{
    /// <summary>How often the race is run; <c>TSUMUGI_ROUNDS</c> asks for more.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TSUMUGI_ROUNDS") ?? "50", CultureInfo.InvariantCulture);

    /// <summary>Twenty people reach for the last seat at once, over and over.</summary>
    [Fact]
    public async Task Of_twenty_who_reach_for_the_last_seat_exactly_one_gets_it()
    {
        var company = await TestTenant.MakeAsync(installation);
        var people = new List<Guid>();
        for (var i = 0; i < 20; i++) people.Add(await AddSeatlessAsync(company));
        await BuyAsync(company, await TakenAsync(company) + 1);
        for (var round = 0; round < Rounds; round++)
        {
            var got = await Task.WhenAll(people.Select(person => ReachAsync(company, person)));
            Assert.Equal(1, got.Count(one => one));
            await company.WorkAsync(async db =>
            {
                foreach (var person in await db.Members.Where(member => people.Contains(member.Id)).ToListAsync()) (await Seating.HoldAsync(db, DateTimeOffset.UtcNow, default)).Free(person);
                return true;
            });
        }
    }

    [Fact]
    public async Task A_full_company_says_402_with_its_numbers_and_changes_nothing()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        var taken = await TakenAsync(company);
        await BuyAsync(company, taken);
        var viewer = company.People[Role.Viewer];
        var answer = await owner.PatchAsJsonAsync($"/api/v1/tenant/users/{viewer}", new { role = "member" });
        Assert.Equal(HttpStatusCode.PaymentRequired, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("plan_limit_reached", taken, taken), (problem.GetProperty("code").GetString(), problem.GetProperty("limit").GetInt32(), problem.GetProperty("used").GetInt32()));
        Assert.Equal(Role.Viewer, await company.WorkAsync(db => db.Members.Where(member => member.Id == viewer).Select(member => member.Role).SingleAsync()));

        // Who leaves makes room, and who comes back finds it taken.
        var analyst = $"/api/v1/tenant/users/{company.People[Role.Analyst]}";
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync(analyst, new { active = false })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync($"/api/v1/tenant/users/{viewer}", new { role = "member" })).StatusCode);
        Assert.Equal(HttpStatusCode.PaymentRequired, (await owner.PatchAsJsonAsync(analyst, new { active = true })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync($"/api/v1/tenant/users/{viewer}", new { role = "viewer" })).StatusCode); // gives it back
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync(analyst, new { active = true })).StatusCode);
    }

    [Fact]
    public async Task Without_a_seat_only_owners_and_those_who_need_none_come_in()
    {
        var company = await TestTenant.MakeAsync(installation);
        await company.WorkAsync(db => db.Seats.ExecuteDeleteAsync());
        foreach (var role in Enum.GetValues<Role>())
        {
            var login = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(role), password = TestTenant.Password });
            Assert.Equal(role is Role.Owner or Role.Viewer or Role.Compliance ? HttpStatusCode.OK : HttpStatusCode.Forbidden, login.StatusCode);
            if (login.StatusCode == HttpStatusCode.Forbidden)
                Assert.Equal("seat_required", (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }
        var wrong = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Member), password = "not the password at all" });
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode); // what is told of the seat is told to its owner alone
        var page = await new Browser(company.Anonymous()).TrySignInAsync(TestTenant.EmailOf(Role.Member), TestTenant.Password);
        Assert.Contains("You have no seat", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var owner = (await company.BrowserAsync(Role.Owner)).Client;
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/settings/members")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.GetAsync("/deals")).StatusCode);
    }

    [Fact]
    public async Task Every_company_that_is_made_has_its_plan_and_a_demo_no_limit()
    {
        var demo = await installation.App.Services.GetRequiredService<DemoCompanies>().MakeSmallAsync(Aoba.Recipe, TestTenant.Password, TestContext.Current.CancellationToken);
        await using var services = installation.App.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(demo.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: true, default);
        Assert.Null((await db.Plans.SingleAsync()).Seats);
        Assert.Equal(await db.Members.CountAsync(member => member.Role != Role.Viewer && member.Role != Role.Compliance), await db.Seats.CountAsync());
    }

    [Fact]
    public async Task A_change_of_plan_reaches_the_door()
    {
        var company = await TestTenant.MakeAsync(installation);
        await company.WorkAsync(async db => { (await db.HoldPlanAsync(default)).Change("team", 20); return true; });
        var directory = installation.App.Services.GetRequiredService<TenantDirectory>();
        await Eventually.TrueAsync(async () => (await directory.FindAsync(company.Id, default))!.Plan == "team");
    }

    internal static Task BuyAsync(TestTenant company, int seats) =>
        company.WorkAsync(async db => { (await db.HoldPlanAsync(default)).Change("trial", seats); return true; });

    internal static Task<int> TakenAsync(TestTenant company) => company.WorkAsync(async db => (await Seating.HoldAsync(db, DateTimeOffset.UtcNow, default)).Taken);

    private static Task<Guid> AddSeatlessAsync(TestTenant company) => company.WorkAsync(db =>
        Task.FromResult(db.Members.Add(Member.Join($"{Guid.CreateVersion7():N}@example.com", "Somebody", Role.Member, null, DateTimeOffset.UtcNow)).Entity.Id));

    private static async Task<bool> ReachAsync(TestTenant company, Guid person)
    {
        try
        {
            return await company.WorkAsync(async db =>
            {
                var seats = await Seating.HoldAsync(db, DateTimeOffset.UtcNow, default);
                seats.Give(await db.Members.SingleAsync(member => member.Id == person));
                return true;
            });
        }
        catch (RefusalException refusal) when (refusal is { Status: 402 })
        {
            return false;
        }
    }
}
