using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Crm;
using Web.Crm.Accounts;
using Web.Crm.Activities;
using Web.Crm.Contacts;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Tests.Access.Members;
using Web.Tests.Crm;
using Web.Tests.Support;
using Web.Tests.Walls;

namespace Web.Tests.Access.Teams;

/// <summary>What a member may not see by the company's rule is nowhere: no page, no list, no search, no sum and no chart.</summary>
public sealed partial class RecordSightTests(TestInstallation installation)
{
    private const string Canary = "Zaibatsu";

    [Fact]
    public async Task A_member_sees_what_the_rule_says_and_leaders_their_teams()
    {
        var selling = await Selling.MakeAsync(installation);
        var company = selling.Company;
        var (west, north) = (new Team(Guid.CreateVersion7(), "West"), new Team(Guid.CreateVersion7(), "North-west"));
        var (leader, mate, below, stranger) = (
            await MembersApiTests.AddAsync(company, Role.Member), await MembersApiTests.AddAsync(company, Role.Member),
            await MembersApiTests.AddAsync(company, Role.Member), await MembersApiTests.AddAsync(company, Role.Member));
        var own = company.People[Role.Member];
        await company.WorkAsync(async db =>
        {
            db.Teams.Add(west);
            await db.SaveChangesAsync();
            db.Teams.Add(north);
            north.StandBelow(west.Id, new Dictionary<Guid, Team> { [west.Id] = west, [north.Id] = north });
            north.LedBy(leader);
            foreach (var (id, team) in new[] { (own, west.Id), (mate, west.Id), (below, north.Id) })
                (await db.Members.SingleAsync(member => member.Id == id)).WorkIn(team);
            return true;
        });
        Assert.Null(await SightAsync(own));
        await RuleAsync(company, "own");
        Assert.Equal([own], (await SightAsync(own))!);
        Assert.Equal(Sorted(leader, below), (await SightAsync(leader))!);
        Assert.Null(await SightAsync(company.People[Role.Manager]));
        await RuleAsync(company, "team");
        Assert.Equal(Sorted(own, mate, below), (await SightAsync(own))!);
        Assert.Equal(Sorted(below), (await SightAsync(below))!);
        Assert.Equal(Sorted(stranger), (await SightAsync(stranger))!);

        async Task<Guid[]?> SightAsync(Guid member) => (await company.WorkAsync(db => Web.Access.Teams.RecordSight.SightOfAsync(db, member, default)))?.Order().ToArray();
    }

    /// <summary>Every CRM route and chart, asked by a member who sees only their own: a colleague's records are nowhere in it.</summary>
    [Fact]
    public async Task Nothing_of_a_hidden_record_is_on_any_route_or_chart()
    {
        var selling = await Selling.MakeAsync(installation);
        var company = selling.Company;
        var (other, me) = (company.People[Role.Manager], company.People[Role.Member]);
        var (account, contact, deal, task) = await PlantAsync(selling, other, Canary);
        await PlantAsync(selling, me, "Minnow");
        var browser = (await company.BrowserAsync(Role.Member)).Client;

        Assert.Contains(Canary, await TextAsync(browser, "/deals"), StringComparison.Ordinal); // the rule is "all", and what is cached now must not be served later
        Assert.Contains(Canary, await TextAsync(browser, "/accounts"), StringComparison.Ordinal);
        Assert.NotEqual(0m, await SumAsync(browser));
        await RuleAsync(company, "own");
        await Eventually.TrueAsync(async () => !(await TextAsync(browser, "/deals")).Contains(Canary, StringComparison.Ordinal));

        List<string> seen = [];
        var minnows = 0;
        foreach (var path in Paths(account, contact, deal, task).Distinct())
        {
            var text = await TextAsync(browser, path);
            if (text.Contains(Canary, StringComparison.OrdinalIgnoreCase)) seen.Add(path);
            if (text.Contains("Minnow", StringComparison.Ordinal)) minnows++;
        }
        Assert.Equal([], seen);
        Assert.InRange(minnows, 6, int.MaxValue); // one's own is there
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync($"/deals/{deal}")).StatusCode);
        Assert.Equal(1_000m, await SumAsync(browser));
        Assert.Contains(Canary, await TextAsync((await company.BrowserAsync(Role.Manager)).Client, "/deals"), StringComparison.Ordinal);
    }

    /// <summary>What was done on a colleague's deal, also by oneself, is on no timeline, in no count, in no file.</summary>
    [Fact]
    public async Task Of_a_hidden_deal_neither_what_happened_nor_how_much_of_it_gets_out()
    {
        var place = await Sighted.MakeAsync(installation.App);
        var (company, browser) = (place.Company, place.Member.Client);
        foreach (var path in new[] { $"deals/{place.Theirs.Deal}", $"accounts/{place.Theirs.Account}", $"contacts/{place.Theirs.Contact}" })
            foreach (var part in new[] { "timeline", "notes", "tasks" })
                Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync($"/api/v1/{path}/{part}")).StatusCode);
        var own = await TextAsync(browser, $"/api/v1/deals/{place.Mine.Deal}/timeline");
        Assert.Contains("Minnow note", own, StringComparison.Ordinal);

        var saved = await (await company.ProgramAsync(Role.Analyst)).PostAsJsonAsync("/api/v1/charts", new
        {
            title = "What was done",
            query = new { version = 1, chart_type = "table", dataset = "crm_activities", dimensions = new[] { new { field = "subject" } }, measures = new[] { new { field = (string?)null, aggregate = "count" } } },
        });
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        var id = (await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        foreach (var (accept, all) in new[] { ("text/csv", false), ("application/json", false), ("text/csv", true) })
        {
            using var reader = all ? (await company.BrowserAsync(Role.Manager)).Client : (await company.BrowserAsync(Role.Member)).Client;
            reader.DefaultRequestHeaders.Accept.ParseAdd(accept);
            Assert.Equal(all, (await TextAsync(reader, $"/api/v1/charts/{id}/data")).Contains(Sighted.Hidden, StringComparison.Ordinal));
        }
        foreach (var path in new[] { $"/api/v1/deals?q={Canary[..^1]}&count=true", $"/api/v1/accounts?q={Canary[..^1]}&count=true", $"/api/v1/contacts?q={Canary[..^1]}&count=true" })
            Assert.Equal(0, JsonDocument.Parse(await TextAsync(browser, path)).RootElement.GetProperty("total").GetInt32());
    }

    /// <summary>PostgreSQL asks that what is written be seen; giving away must not fail for that.</summary>
    [Fact]
    public async Task A_member_gives_a_record_away_and_sees_it_no_more()
    {
        var place = await Sighted.MakeAsync(installation.App);
        var manager = place.Company.People[Role.Manager];
        foreach (var (kind, id) in new[] { ("deals", place.Mine.Deal), ("accounts", place.Mine.Account), ("contacts", place.Mine.Contact) })
        {
            var answer = await PatchAsync(place.Member.Client, $"/api/v1/{kind}/{id}", new { owner_id = manager });
            Assert.True(answer.IsSuccessStatusCode, $"{kind}: {await answer.Content.ReadAsStringAsync()}");
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await place.Member.Client.GetAsync($"/api/v1/{kind}/{id}")).StatusCode);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await PatchAsync(place.Member.Client, $"/api/v1/{kind}/{id}", new { owner_id = place.Company.People[Role.Member] })).StatusCode);
        }
        Assert.Contains("Minnow deal", await TextAsync((await place.Company.BrowserAsync(Role.Manager)).Client, "/deals"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient browser, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", Token().Match(await browser.GetStringAsync("/settings/preferences")).Groups["token"].Value);
        return await browser.SendAsync(request);
    }

    private IEnumerable<string> Paths(Guid account, Guid contact, Guid deal, Guid task)
    {
        foreach (var route in installation.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + (route.RoutePattern.RawText ?? "").Trim('/');
            var permissions = route.Metadata.GetOrderedMetadata<RequiresAttribute>().Select(requires => requires.Permission).ToList();
            if (!permissions.Any(permission => permission.StartsWith("crm.", StringComparison.Ordinal))) continue;
            if (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == false && route.Metadata.GetMetadata<PageActionDescriptor>() is null) continue;
            foreach (var id in new[] { account, contact, deal, task })
                foreach (var kind in new[] { "accounts", "contacts", "deals" })
                    yield return Parameter().Replace(path, part => part.Groups["name"].Value.Contains("id", StringComparison.OrdinalIgnoreCase) ? id.ToString() : kind);
        }
        foreach (var path in new[] { "/", "/deals", "/deals/board", "/accounts", "/contacts", "/tasks", "/tasks?owner=all" }) yield return path;
        foreach (var path in new[] { "/deals", "/accounts", "/contacts", "/api/v1/deals", "/api/v1/accounts", "/api/v1/contacts" }) yield return $"{path}?q={Canary[..^1]}";
    }

    private static async Task<decimal> SumAsync(HttpClient browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/charts/render");
        var page = await browser.GetStringAsync("/settings/preferences");
        request.Headers.Add("RequestVerificationToken", Token().Match(page).Groups["token"].Value);
        request.Content = JsonContent.Create(new { query = new { version = 1, chart_type = "bar", dataset = "crm_deals", dimensions = new[] { new { field = "owner", role = "x" } }, measures = new[] { new { field = "amount", aggregate = "sum" } } } });
        var answer = await browser.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("result").GetProperty("rows").EnumerateArray().Sum(row => row[1].ValueKind == JsonValueKind.Number ? row[1].GetDecimal() : 0);
    }

    /// <summary>One record of each kind, all of one owner's and all named alike.</summary>
    private static async Task<(Guid Account, Guid Contact, Guid Deal, Guid Task)> PlantAsync(Selling selling, Guid owner, string name)
    {
        var now = Selling.NowOf(selling.Company) with { By = owner };
        var account = Account.Open(new AccountDetails { Name = $"{name} Heavy", OwnerId = owner }, now);
        var contact = Contact.Meet(new ContactDetails { FamilyName = $"{name} Person", AccountId = account.Id, OwnerId = owner }, now);
        var task = TaskItem.Plan(new TaskDetails { Title = $"{name} call", DueOn = now.Today, OwnerId = owner, AssigneeId = owner }, now);
        var deal = await selling.OpenAsync($"{name} deal", 1_000);
        await selling.Company.WorkAsync(db =>
        {
            db.Accounts.Add(account);
            db.Contacts.Add(contact);
            db.Tasks.Add(task);
            db.Activities.Add(Activity.Log(ActivityKind.Call, RecordKind.Account, account.Id, new ActivityStory($"{name} talk", null, null, false, 5), now));
            db.Notes.Add(Note.Write(RecordKind.Account, account.Id, $"{name} note", now));
            return Task.FromResult(true);
        });
        await selling.Company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.deals set owner_id = {owner}, account_id = {account.Id} where tenant_id = {db.TenantId} and id = {deal.Id}"));
        return (account.Id, contact.Id, deal.Id, task.Id);
    }

    private static async Task<string> TextAsync(HttpClient browser, string path) => await (await browser.GetAsync(path)).Content.ReadAsStringAsync();

    private static Task RuleAsync(TestTenant company, string rule) =>
        company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.tenants set record_sight = {rule} where tenant_id = {db.TenantId}"));

    private static Guid[] Sorted(params Guid[] ids) => [.. ids.Order()];

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("name=\"antiforgery\" content=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
