using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Insights.Saved;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Insights.Saved;

public sealed class SavedChartsApiTests(TestInstallation installation)
{
    private static readonly object ByStatus = Query("crm_deals", "status");

    [Fact]
    public async Task A_chart_is_saved_read_changed_and_binned()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Analyst);
        var made = await client.PostsAsync("charts", new { query = ByStatus, description = "For the Monday meeting" });
        Assert.Equal("Number of deals by Status", made.Text("title"));
        Assert.Equal(("crm_deals", "column", tenant.People[Role.Analyst].ToString()), (made.Text("dataset"), made.Text("chart_type"), made.Text("owner_id")));
        Assert.Equal("status", made.GetProperty("query").GetProperty("dimensions")[0].Text("field"));
        Assert.Equal(
            ["chart_type", "created_at", "dataset", "description", "id", "owner_id", "query", "title", "updated_at"], made.EnumerateObject().Select(one => one.Name).Order());

        var path = $"charts/{made.Text("id")}";
        Assert.True(JsonElement.DeepEquals(made.GetProperty("query"), (await client.GetsAsync(path)).GetProperty("query")));
        var changed = await client.PatchesAsync(path, new { title = "Deals", description = (string?)null, query = Query("crm_activities", "kind") });
        Assert.Equal(("Deals", "crm_activities"), (changed.Text("title"), changed.Text("dataset")));
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("description").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/v1/" + path)).StatusCode);
        await client.GetsAsync(path, HttpStatusCode.NotFound);
        Assert.Equal(0, (await client.GetsAsync("charts")).GetProperty("items").GetArrayLength());
        var log = await tenant.WorkAsync(db => db.AuditEntries.Where(entry => entry.Entity == "chart").OrderBy(entry => entry.Id).Select(entry => entry.EventType).ToListAsync());
        Assert.Equal(["chart.created", "chart.updated", "chart.deleted"], log);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_with_one_detail_for_each_fault()
    {
        var client = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);
        var problem = await client.PostsAsync("charts", new
        {
            title = " ",
            colour = "red",
            id = Guid.NewGuid(),
            query = new { chart_type = "column", dataset = "crm_deals", dimensions = new[] { new { field = "shoe_size" } }, measures = new[] { new { field = "amount", aggregate = "smallest" } } },
        }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            ["/colour unknown_field", "/id read_only", "/query/dimensions/0/field field_not_found", "/query/measures/0/aggregate aggregate_not_found", "/title required"], problem.Faults().Order());
        Assert.Equal(["/query required"], (await client.PostsAsync("charts", new { title = "x" }, HttpStatusCode.UnprocessableEntity)).Faults());
        Assert.Equal(["/title text_invalid"], (await client.PostsAsync("charts", new { title = "x\0", query = ByStatus }, HttpStatusCode.UnprocessableEntity)).Faults());
        Assert.Equal("dataset_not_found", (await client.PostsAsync("charts", new { query = Query("secrets", "status") }, HttpStatusCode.NotFound)).Text("code"));
    }

    [Fact]
    public async Task Lists_are_read_page_by_page_and_narrowed()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        foreach (var title in new[] { "Delta", "alpha", "Charlie", "bravo", "echo" }) await client.PostsAsync("charts", new { title, query = title == "echo" ? Query("crm_activities", "kind") : ByStatus });
        // Charts over data that this reader may not use lie between the others and must not make pages short.
        for (var i = 0; i < 4; i++) await HideAsync(tenant, "removed_data");
        List<string> read = [];
        var cursor = "";
        do
        {
            var page = await client.GetsAsync($"charts?sort=title&page_size=2&count=true{cursor}");
            var items = page.GetProperty("items");
            Assert.True(items.GetArrayLength() == 2 || page.GetProperty("next_cursor").GetString() is null);
            Assert.Equal(5, page.GetProperty("total").GetInt32());
            read.AddRange(items.EnumerateArray().Select(item => item.Text("title")));
            cursor = page.GetProperty("next_cursor").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor is not "");
        Assert.Equal(["alpha", "bravo", "Charlie", "Delta", "echo"], read);
        foreach (var (filter, expected) in new[] { ("dataset=crm_activities", "echo"), ("q=ＢＲＡ", "bravo"), ("dataset=removed_data", ""), ("chart_type=line", "") })
            Assert.Equal(expected, string.Join(',', (await client.GetsAsync("charts?" + filter)).GetProperty("items").EnumerateArray().Select(item => item.Text("title"))));
        Assert.Equal(5, (await client.GetsAsync($"charts?owner={tenant.People[Role.Owner]}")).GetProperty("items").GetArrayLength());
        Assert.Equal(["chart_type not_one_of"], (await client.GetsAsync("charts?chart_type=doughnut", HttpStatusCode.UnprocessableEntity)).Faults());
    }

    [Fact]
    public async Task A_chart_over_data_that_its_reader_may_not_use_is_not_there()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        var hidden = $"charts/{await HideAsync(tenant, "removed_data")}";
        var absent = $"charts/{Guid.CreateVersion7()}";
        Assert.Equal(Shape(await client.GetsAsync(absent, HttpStatusCode.NotFound)), Shape(await client.GetsAsync(hidden, HttpStatusCode.NotFound)));
        Assert.Equal(Shape(await client.GetsAsync(absent + "/data", HttpStatusCode.NotFound)), Shape(await client.GetsAsync(hidden + "/data", HttpStatusCode.NotFound)));
        Assert.Equal(Shape(await client.PatchesAsync(absent, new { title = "Mine" }, HttpStatusCode.NotFound)), Shape(await client.PatchesAsync(hidden, new { title = "Mine" }, HttpStatusCode.NotFound)));
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync("/api/v1/" + hidden)).StatusCode);
        Assert.Empty((await client.GetsAsync("charts?count=true")).GetProperty("items").EnumerateArray());

        static string Shape(JsonElement problem) => string.Join('|', problem.EnumerateObject().Where(one => one.Name != "trace_id").Select(one => one.ToString()));
    }

    [Fact]
    public async Task Another_companys_charts_are_not_there()
    {
        var (ours, theirs) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var id = (await (await ours.ProgramAsync(Role.Owner)).PostsAsync("charts", new { query = ByStatus })).Text("id");
        var them = await theirs.ProgramAsync(Role.Owner);
        await them.GetsAsync($"charts/{id}", HttpStatusCode.NotFound);
        await them.GetsAsync($"charts/{id}/data", HttpStatusCode.NotFound);
        await them.PatchesAsync($"charts/{id}", new { title = "Theirs" }, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await them.DeleteAsync($"/api/v1/charts/{id}")).StatusCode);
        Assert.Empty((await them.GetsAsync("charts")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task An_analyst_changes_their_own_only_a_manager_everybodys()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var (analyst, manager) = (await tenant.ProgramAsync(Role.Analyst), await tenant.ProgramAsync(Role.Manager));
        var managers = (await manager.PostsAsync("charts", new { title = "M", query = ByStatus })).Text("id");
        var analysts = (await analyst.PostsAsync("charts", new { title = "A", query = ByStatus })).Text("id");
        Assert.Equal("permission_denied", (await analyst.PatchesAsync($"charts/{managers}", new { title = "mine" }, HttpStatusCode.Forbidden)).Text("code"));
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.DeleteAsync($"/api/v1/charts/{managers}")).StatusCode);
        Assert.Equal("Tidied", (await manager.PatchesAsync($"charts/{analysts}", new { title = "Tidied" })).Text("title"));
    }

    [Fact]
    public async Task A_stale_stamp_is_refused()
    {
        var client = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);
        var path = $"charts/{(await client.PostsAsync("charts", new { query = ByStatus })).Text("id")}";
        var stamp = (await client.GetAsync("/api/v1/" + path)).Headers.ETag!;
        await client.PatchesAsync(path, new { title = "Twice" });
        client.DefaultRequestHeaders.IfMatch.Add(stamp);
        Assert.Equal("changed_meanwhile", (await client.PatchesAsync(path, new { title = "Thrice" }, HttpStatusCode.PreconditionFailed)).Text("code"));
    }

    [Fact]
    public async Task Its_rows_come_as_json_or_as_a_file_that_no_spreadsheet_runs()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("=HYPERLINK(\"http://evil\")", 1000);
        await selling.OpenAsync("plain, \"quoted\"", 2500);
        var client = await selling.Company.ProgramAsync(Role.Owner);
        var query = new
        {
            chart_type = "table",
            dataset = "crm_deals",
            dimensions = new[] { new { field = "name", role = "detail" } },
            measures = new[] { new { field = "amount", aggregate = "sum" } },
            sort = new { by = "y", order = "asc" },
        };
        var path = $"/api/v1/charts/{(await client.PostsAsync("charts", new { title = "売上/明細", query })).Text("id")}/data";
        var json = await client.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal("=HYPERLINK(\"http://evil\")", json.GetProperty("rows")[0][0].GetString());
        Assert.Equal((2, "Asia/Tokyo"), (json.GetProperty("row_count").GetInt32(), json.Text("time_zone")));

        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        var file = await client.GetAsync(path);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^売上-明細-[0-9]{8}\\.csv$", file.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.False(file.Headers.Contains("X-Truncated-At"));
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var columns = json.GetProperty("columns").EnumerateArray().Select(column => column.Text("name"));
        Assert.Equal($"{string.Join(',', columns)}\r\n\"'=HYPERLINK(\"\"http://evil\"\")\",1000\r\n\"plain, \"\"quoted\"\"\",2500\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task A_query_that_no_longer_fits_says_why_fault_by_fault()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var id = await HideAsync(tenant, "crm_deals", """{"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"gone"}],"measures":[{"aggregate":"count"}]}""");
        var client = await tenant.ProgramAsync(Role.Owner);
        Assert.Contains("/dimensions/0/field field_not_found", (await client.GetsAsync($"charts/{id}/data", HttpStatusCode.UnprocessableEntity)).Faults());
    }

    private static object Query(string dataset, string field) => new
    {
        version = 1,
        chart_type = "column",
        dataset,
        dimensions = new[] { new { field } },
        measures = new[] { new { field = (string?)null, aggregate = "count" } },
    };

    /// <summary>A chart that was saved when its data was there.</summary>
    private static Task<Guid> HideAsync(TestTenant tenant, string dataset, string? query = null) => tenant.WorkAsync(db =>
    {
        var kept = KeptQuery.Of(query ?? $$"""{"chart_type":"column","dataset":"{{dataset}}","dimensions":[{"field":"x"}],"measures":[{"aggregate":"count"}]}""");
        return Task.FromResult(db.SavedCharts.Add(SavedChart.Keep("Budget", null, kept, tenant.People[Role.Owner], DateTimeOffset.UtcNow)).Entity.Id);
    });
}
