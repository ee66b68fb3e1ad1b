using System.Net;
using System.Text.Json;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Crm.Deals;

public sealed class DealsApiTests(TestInstallation installation)
{
    [Fact]
    public async Task A_deal_goes_its_way()
    {
        var (tenant, client, stages) = await GroundAsync();
        var account = (await client.PostsAsync("accounts", new { name = "Halden Optics AS" })).Text("id");
        var contact = (await client.PostsAsync("contacts", new { family_name = "Brandt", given_name = "Lena", account_id = account })).Text("id");
        var deal = await client.PostsAsync("deals", new
        {
            name = "Line-scan retrofit",
            account_id = account,
            amount = new { amount = "9250000", currency = "JPY" },
            contacts = new[] { new { contact_id = contact, role = "User" } },
            next_step = "Demo",
            next_step_on = "2026-12-01",
        });
        Assert.Equal((stages[0], 10, "open"), (deal.Text("stage_id"), deal.GetProperty("probability").GetInt32(), deal.Text("status")));
        var path = $"deals/{deal.Text("id")}";
        var moved = await client.PatchesAsync(path, new { stage_id = stages[1] });
        Assert.Equal((50, "9250000"), (moved.GetProperty("probability").GetInt32(), moved.GetProperty("amount").Text("amount")));
        var won = await client.PostsAsync(path + "/win", new { }, HttpStatusCode.OK);
        Assert.Equal(("won", JsonValueKind.String), (won.Text("status"), won.GetProperty("closed_on").ValueKind));
        Assert.Equal("deal_closed", (await client.PostsAsync(path + "/lose", new { lost_reason = "price" }, HttpStatusCode.Conflict)).Text("code"));
        await client.PostsAsync(path + "/reopen", new { }, HttpStatusCode.OK);
        Assert.Equal(["/lost_reason required"], (await client.PostsAsync(path + "/lose", new { }, HttpStatusCode.UnprocessableEntity)).Faults());
        Assert.Equal("price", (await client.PostsAsync(path + "/lose", new { lost_reason = "price" }, HttpStatusCode.OK)).Text("lost_reason"));

        await client.PostsAsync(path + "/notes", new { body = "They liked it." });
        await client.PostsAsync(path + "/tasks", new { title = "Thank them", due_on = "2026-12-02" });
        var timeline = (await client.GetsAsync(path + "/timeline")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["task", "note"], timeline.Take(2).Select(item => item.Text("kind")));
        Assert.Equal(["lost", "reopened", "won", "stage_changed"], timeline.Where(item => item.Text("kind") == "change").Take(4).Select(item => item.Text("happening")));
        var step = timeline.Single(item => item.GetProperty("happening").GetString() == "stage_changed");
        Assert.Equal(["Lead", "Offer"], step.GetProperty("changes").GetProperty("stage_id").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("The Owner", step.Text("member"));
        Assert.NotEqual(default, tenant.Id);
    }

    [Fact]
    public async Task Pages_of_all_deals_are_those_that_any_list_gives()
    {
        var (_, client, _) = await GroundAsync();
        var account = (await client.PostsAsync("accounts", new { name = "Halden Optics AS" })).Text("id");
        var contacts = new List<string>();
        foreach (var name in new[] { "Brandt", "Aasen" }) contacts.Add((await client.PostsAsync("contacts", new { family_name = name, account_id = account })).Text("id"));
        for (var i = 0; i < 5; i++)
            await client.PostsAsync("deals", new
            {
                name = $"Deal {i} “縫製” <&>",
                account_id = i == 0 ? null : account,
                amount = i == 1 ? null : new { amount = "1250", currency = "JPY" },
                contacts = i == 3 ? [] : contacts.Select(id => new { contact_id = id, role = i == 4 ? null : "User" }),
                lines = Enumerable.Range(0, i).Select(n => new { name = $"Line {n}", quantity = n + 0.5m, unit_price = new { amount = "12", currency = "JPY" } }),
                tags = i == 2 ? new[] { "new", "急ぎ" } : [],
            });
        var (next, pages) = ("", 0);
        do
        {
            var counted = await client.GetsAsync($"deals?page_size=2&count=true{next}"); // read as every list is
            var page = await client.GetStringAsync($"/api/v1/deals?page_size=2{next}");
            Assert.Equal(counted.GetRawText().Replace(",\"total\":5}", "}", StringComparison.Ordinal), page);
            next = counted.GetProperty("next_cursor").GetString() is { } cursor ? "&cursor=" + cursor : null;
            pages++;
        } while (next is not null);
        Assert.Equal(3, pages);
        Assert.Equal((await client.GetsAsync("deals?sort=-updated_at,name")).GetProperty("items").GetRawText(), (await client.GetsAsync("deals")).GetProperty("items").GetRawText());
        var elsewhere = (await client.GetsAsync("deals?page_size=2&sort=name")).Text("next_cursor");
        Assert.Equal(["cursor cursor_invalid"], (await client.GetsAsync($"deals?cursor={elsewhere}", HttpStatusCode.UnprocessableEntity)).Faults());
    }

    [Fact]
    public async Task A_closed_deal_can_be_written_down_as_it_was()
    {
        var (_, client, _) = await GroundAsync();
        var deal = await client.PostsAsync("deals", new { name = "Long ago", status = "lost", closed_on = "2025-03-14", lost_reason = "timing", amount = new { amount = "100", currency = "JPY" } });
        Assert.Equal(("lost", "2025-03-14", "timing", 0), (deal.Text("status"), deal.Text("closed_on"), deal.Text("lost_reason"), deal.GetProperty("probability").GetInt32()));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var (_, client, _) = await GroundAsync();
        var problem = await client.PostsAsync("deals", new
        {
            name = "",
            amount = new { amount = "lots" },
            stage_id = Guid.NewGuid(),
            account_id = Guid.NewGuid(),
            probability = 120,
            status = "maybe",
            contacts = new[] { new { contact_id = Guid.NewGuid() } },
        }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            ["/account_id reference_not_found", "/amount not_money", "/contacts/0/contact_id reference_not_found", "/name required", "/probability out_of_range", "/stage_id reference_not_found", "/status not_one_of"],
            problem.Faults().Order());
        Assert.Equal(["/amount currency_differs"], (await client.PostsAsync("deals", new { name = "X", amount = new { amount = "1", currency = "USD" } }, HttpStatusCode.UnprocessableEntity)).Faults());
    }

    [Fact]
    public async Task Lists_filter_and_sort()
    {
        var (_, client, stages) = await GroundAsync();
        foreach (var (name, amount, stage) in new[] { ("a", "300", 0), ("b", "100", 1), ("c", "200", 0) })
            await client.PostsAsync("deals", new { name, stage_id = stages[stage], amount = new { amount, currency = "JPY" } });
        await client.PostsAsync("deals", new { name = "d" });
        async Task<string> NamesAsync(string query) => string.Concat((await client.GetsAsync("deals?" + query)).GetProperty("items").EnumerateArray().Select(item => item.Text("name")));
        Assert.Equal("acbd", await NamesAsync("sort=-amount"));
        Assert.Equal("ac", await NamesAsync("sort=name&amount[gte]=200&status=open"));
        Assert.Equal("b", await NamesAsync($"stage={stages[1]}"));
        Assert.Equal("acd", await NamesAsync($"stage={stages[0]}&sort=name"));
    }

    [Fact]
    public async Task Without_a_pipeline_there_is_nothing_to_stand_in()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        Assert.Equal("pipeline_missing", (await client.PostsAsync("deals", new { name = "X" }, HttpStatusCode.Conflict)).Text("code"));
        Assert.Equal(["/stages/0/probability required", "/stages/1/name already_exists"], (await client.PostsAsync("pipelines", new
        {
            name = "P",
            stages = new object[] { new { name = "A" }, new { name = "A", probability = 3 } },
        }, HttpStatusCode.UnprocessableEntity)).Faults());
    }

    [Fact]
    public async Task A_task_is_done_and_undone()
    {
        var (_, client, _) = await GroundAsync();
        var task = await client.PostsAsync("tasks", new { title = "Call back", due_on = "2026-11-25", priority = "high" });
        var path = $"tasks/{task.Text("id")}";
        Assert.Equal(JsonValueKind.String, (await client.PatchesAsync(path, new { done_at = "2026-11-20T01:00:00Z" })).GetProperty("done_at").ValueKind);
        Assert.Equal(1, (await client.GetsAsync("tasks?done=true&priority=high&due[lte]=2026-11-25")).GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, (await client.PatchesAsync(path, new { done_at = (string?)null })).GetProperty("done_at").ValueKind);
        Assert.Equal(["/entity_id required"], (await client.PatchesAsync(path, new { entity = "deal" }, HttpStatusCode.UnprocessableEntity)).Faults());
    }

    private async Task<(TestTenant Tenant, HttpClient Client, string[] Stages)> GroundAsync()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        var pipeline = await client.PostsAsync("pipelines", new { name = "New business", stages = new[] { new { name = "Lead", probability = 10 }, new { name = "Offer", probability = 50 } } });
        return (tenant, client, [.. pipeline.GetProperty("stages").EnumerateArray().Select(stage => stage.Text("id"))]);
    }
}
