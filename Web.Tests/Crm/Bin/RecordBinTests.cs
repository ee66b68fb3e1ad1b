using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Crm;
using Web.Crm.Activities;
using Web.Crm.Bin;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Jobs;
using Web.Tests.Support;

namespace Web.Tests.Crm.Bin;

/// <summary>What is deleted is in the bin for 30 days, comes back whole, and is then erased.</summary>
public sealed class RecordBinTests(TestInstallation installation)
{
    private static readonly (string Kind, object Body)[] Four =
        [("accounts", new { name = "Kiso Kogaku" }), ("contacts", new { family_name = "佐伯", given_name = "美咲" }), ("deals", new { name = "Line-scan retrofit" }), ("tasks", new { title = "Call back" })];

    [Fact]
    public async Task Each_kind_goes_to_the_bin_is_listed_there_and_comes_back_as_it_was()
    {
        var client = await (await Selling.MakeAsync(installation)).Company.ProgramAsync(Role.Manager);
        foreach (var (kind, body) in Four)
        {
            var made = await client.PostsAsync(kind, body);
            var path = $"{kind}/{made.Text("id")}";
            await client.PostsAsync($"{path}/restore", new { }, HttpStatusCode.NotFound); // it is not in the bin
            Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/v1/" + path)).StatusCode);
            await client.GetsAsync(path, HttpStatusCode.NotFound);
            var binned = (await client.GetsAsync("bin")).GetProperty("items").EnumerateArray().Single();
            Assert.Equal((kind[..^1], made.Text("id")), (binned.Text("entity"), binned.Text("id")));
            Assert.Equal(30, (binned.GetProperty("erased_at").GetDateTimeOffset() - binned.GetProperty("deleted_at").GetDateTimeOffset()).TotalDays, 3);
            await client.PostsAsync($"{path}/restore", new { }, HttpStatusCode.NoContent);
            Assert.Equal(made.Text("id"), (await client.GetsAsync(path)).Text("id"));
            Assert.Empty((await client.GetsAsync("bin")).GetProperty("items").EnumerateArray());
        }
    }

    [Fact]
    public async Task The_list_is_read_page_by_page_with_the_names_that_people_know()
    {
        var client = await (await Selling.MakeAsync(installation)).Company.ProgramAsync(Role.Manager);
        foreach (var (kind, body) in Four) await client.DeleteAsync($"/api/v1/{kind}/{(await client.PostsAsync(kind, body)).Text("id")}");
        List<string> names = [];
        for (var path = "bin?page_size=3"; ;)
        {
            var page = await client.GetsAsync(path);
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(one => one.Text("name")));
            if (page.GetProperty("next_cursor").GetString() is not { } next) break;
            path = $"bin?page_size=3&cursor={Uri.EscapeDataString(next)}";
        }
        Assert.Equal(["Call back", "Line-scan retrofit", "佐伯 美咲", "Kiso Kogaku"], names);
    }

    [Fact]
    public async Task Who_may_delete_only_their_own_sees_and_restores_only_that_and_viewers_nothing()
    {
        var company = (await Selling.MakeAsync(installation)).Company;
        var manager = await company.ProgramAsync(Role.Manager);
        var theirs = await manager.PostsAsync("accounts", new { name = "Theirs" });
        var own = await manager.PostsAsync("accounts", new { name = "Own", owner_id = company.People[Role.Member] });
        foreach (var made in new[] { theirs, own }) await manager.DeleteAsync($"/api/v1/accounts/{made.Text("id")}");
        var member = await company.BrowserAsync(Role.Member);
        var page = await member.OpenAsync("/records/in-bin");
        Assert.Equal(["Own"], page.QuerySelectorAll("td.name").Select(cell => cell.TextContent));
        Assert.Equal(HttpStatusCode.Forbidden, (await member.SubmitAsync(page, "/records/in-bin", ("id", theirs.Text("id")))).StatusCode);
        var restored = await member.SubmitAsync(page, "/records/in-bin");
        Assert.Equal("/records/in-bin?restored=Account", restored.Headers.Location!.OriginalString);
        Assert.Empty((await member.OpenAsync("/records/in-bin?restored=Account")).QuerySelectorAll("td.name"));
        Assert.Equal("Own", (await manager.GetsAsync($"accounts/{own.Text("id")}")).Text("name"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await company.BrowserAsync(Role.Viewer)).Client.GetAsync("/records/in-bin")).StatusCode);
        var other = (await Selling.MakeAsync(installation)).Company;
        await (await other.ProgramAsync(Role.Owner)).PostsAsync($"accounts/{theirs.Text("id")}/restore", new { }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_thirty_days_it_is_erased_with_what_hung_on_it_and_only_that()
    {
        var selling = await Selling.MakeAsync(installation);
        var (company, client) = (selling.Company, await selling.Company.ProgramAsync(Role.Manager));
        var ids = new Dictionary<string, Guid>();
        foreach (var (kind, body) in Four)
        {
            ids[kind] = (await client.PostsAsync(kind, body)).GetProperty("id").GetGuid();
            await client.PostsAsync(kind, body); // one that stays
        }
        var now = Selling.NowOf(company);
        var hanging = await company.WorkAsync(db =>
        {
            db.Notes.Add(Note.Write(RecordKind.Account, ids["accounts"], "Canary", now));
            db.Activities.Add(Activity.Log(ActivityKind.Call, RecordKind.Deal, ids["deals"], new ActivityStory("Canary"), now));
            return Task.FromResult(db.Tasks.Add(TaskItem.Plan(new TaskDetails { Title = "Left over", Entity = RecordKind.Deal, EntityId = ids["deals"] }, now)).Entity.Id);
        });
        foreach (var (kind, id) in ids) Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/{kind}/{id}")).StatusCode);
        var job = await company.WorkAsync(db => db.Jobs.AsNoTracking().SingleAsync(one => one.Kind == RecordSweep.Kind)); // one for all of them
        Assert.InRange((job.DueAt - now.At).TotalDays, 30, 30.2);

        await Later.RunAsync<RecordSweep>(installation, company, now.At.AddDays(29));
        Assert.Equal(4, (await client.GetsAsync("bin")).GetProperty("items").GetArrayLength());
        await Later.RunAsync<RecordSweep>(installation, company, now.At.AddDays(30).AddMinutes(1));
        Assert.Empty((await client.GetsAsync("bin")).GetProperty("items").EnumerateArray());
        foreach (var (kind, id) in ids) await client.PostsAsync($"{kind}/{id}/restore", new { }, HttpStatusCode.NotFound);
        var (left, erased, task) = await company.WorkAsync(async db => (
            await db.Database.SqlQuery<int>($"select (select count(*)::int from app.notes where tenant_id = {company.Id}) + (select count(*)::int from app.activities where tenant_id = {company.Id})").ToListAsync(),
            await db.AuditEntries.Where(entry => entry.EventType.EndsWith(".erased")).Select(entry => entry.EntityId).ToListAsync(),
            await db.Tasks.SingleAsync(one => one.Id == hanging)));
        Assert.Equal([0], left);
        Assert.Equal(ids.Values.Order(), erased.OfType<Guid>().Order());
        Assert.Null(task.EntityId);
        foreach (var (kind, _) in Four.Where(four => four.Kind != "tasks")) Assert.NotEmpty((await client.GetsAsync(kind)).GetProperty("items").EnumerateArray());
    }
}
