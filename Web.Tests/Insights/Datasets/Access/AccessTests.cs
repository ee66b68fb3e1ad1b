using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets.Access;

/// <summary>Who may use a dataset, and which of its rows: in every way of asking.</summary>
public sealed class AccessTests(TestInstallation installation)
{
    private const string Regions = "Region,Product,Amount\nEast,Tea,10\nEast,Coffee,20\nWest,Cocoa,40\nWest,Tea,80\nNorth,Water,160\n";

    [Fact]
    public async Task Two_people_see_their_own_rows_and_hear_of_no_others()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, manager, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Manager), await company.ProgramAsync(Role.Analyst));
        await owner.UploadedAsync("regions", Regions);
        await owner.PatchAsync("regions", new { row_filter = new { field = "region", op = "=", value = new { member = "region" } }, columns = new[] { new { name = "region", value_synonyms = new Dictionary<string, string[]> { ["West"] = ["occident"] } } } });
        await GiveAsync(owner, company, Role.Manager, new { region = "East" });
        await GiveAsync(owner, company, Role.Analyst, new { region = new[] { "West", "North" } });

        Assert.Equal("""[["East",30]]""", await manager.ChartAsync("regions", "region", "amount"));
        Assert.Equal("""[["North",160],["West",120]]""", await analyst.ChartAsync("regions", "region", "amount"));
        Assert.Equal("[]", await owner.ChartAsync("regions", "region", "amount"));

        var seen = await manager.GetAsync("/api/v1/datasets/regions", HttpStatusCode.OK);
        Assert.Equal(["East"], ValuesOf(seen, "region"));
        Assert.Equal(["Coffee", "Tea"], ValuesOf(seen, "product"));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("row_count").ValueKind);
        Assert.DoesNotContain("occident", seen.Column("region").GetRawText());
        Assert.Contains("occident", (await analyst.GetAsync("/api/v1/datasets/regions", HttpStatusCode.OK)).Column("region").GetRawText());
        Assert.DoesNotContain("Tea", ValuesOf(await owner.GetAsync("/api/v1/datasets/regions", HttpStatusCode.OK), "product"));

        foreach (var words in new[] { "amount for Cocoa in regions", "amount for Cocao in regions", "regions amount where region is Wst", "amount by product for occident in regions" })
        {
            var asked = await AskAsync(manager, words, "regions");
            Assert.DoesNotContain("Cocoa", asked.Replace(words, "", StringComparison.Ordinal).Replace("“Cocoa”", "", StringComparison.Ordinal)); // their own word comes back
            Assert.DoesNotContain("\"West\"", asked);
        }
        Assert.Contains("Cocoa", await AskAsync(analyst, "amount by product in regions", "regions"));
    }

    [Fact]
    public async Task A_changed_filter_counts_at_once_and_for_everybody_but_those_it_names()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Analyst));
        await owner.UploadedAsync("regions", Regions);
        Assert.Equal(["East", "North", "West"], ValuesOf(await analyst.GetAsync("/api/v1/datasets/regions", HttpStatusCode.OK), "region"));
        await owner.PatchAsync("regions", new { row_filter = new { any = new object[] { new { field = "Region", op = "=", value = "East" }, new { field = "amount", op = ">", value = 100 } } }, access = new { all_rows_roles = new[] { "owner" } } });
        Assert.Equal("""[["East",2],["North",1]]""", await analyst.ChartAsync("regions", "region"));
        Assert.Equal("""[["East",2],["West",2],["North",1]]""", await owner.ChartAsync("regions", "region"));
        Assert.Equal(["East", "North"], ValuesOf(await analyst.GetAsync("/api/v1/datasets/regions", HttpStatusCode.OK), "region"));
        await owner.PatchAsync("regions", new { row_filter = new { field = "region", op = "!=", value = new { member = "team" } } });
        Assert.Equal("[]", await analyst.ChartAsync("regions", "region"));
        await owner.PatchAsync("regions", new { row_filter = new { field = "region", op = "not_in", value = new { member = "region" } } });
        Assert.Equal("[]", await analyst.ChartAsync("regions", "region"));
        await GiveAsync(owner, company, Role.Analyst, new { region = "East" });
        Assert.Equal("""[["West",2],["North",1]]""", await analyst.ChartAsync("regions", "region"));
        await owner.PatchAsync("regions", new { row_filter = (object?)null });
        Assert.Equal("""[["East",2],["West",2],["North",1]]""", await analyst.ChartAsync("regions", "region"));
    }

    [Fact]
    public async Task Forbidden_and_absent_cannot_be_told_apart()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, manager, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Manager), await company.ProgramAsync(Role.Analyst));
        await owner.UploadedAsync("salaries", "Person,Salary\nAnn,100\nBen,200\n");
        Assert.Contains("chart", await AskAsync(analyst, "salary by person", "salaries"));
        await owner.PatchAsync("salaries", new { access = new { roles = new[] { "manager" } } });
        Assert.Equal("""[["Ben",200],["Ann",100]]""", await manager.ChartAsync("salaries", "person", "salary"));
        Assert.Equal("""[["Ben",200],["Ann",100]]""", await owner.ChartAsync("salaries", "person", "salary"));
        foreach (var (method, path, body) in Ways("salaries"))
        {
            var (forbidden, absent) = (await SendAsync(analyst, method, path, body), await SendAsync(analyst, method, path.Replace("salaries", "nothings", StringComparison.Ordinal), body?.Replace("salaries", "nothings", StringComparison.Ordinal)));
            Assert.Equal(absent.Status, forbidden.Status);
            Assert.Equal(absent.Body.Replace("nothings", "salaries", StringComparison.Ordinal), forbidden.Body);
        }
        Assert.DoesNotContain("salaries", (await analyst.GetAsync("/api/v1/datasets", HttpStatusCode.OK)).GetRawText());
        Assert.DoesNotContain("Ann", await AskAsync(analyst, "salary of Ann", null));
        Assert.DoesNotContain("salaries", await AskAsync(analyst, "total salary by person", null));
    }

    [Fact]
    public async Task A_conversation_about_data_that_was_taken_away_goes_on_without_it()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Analyst));
        await owner.UploadedAsync("salaries", "Person,Salary\nAnn,100\nBen,200\n");
        var first = JsonSerializer.Deserialize<JsonElement>(await AskAsync(analyst, "salary by person", "salaries"));
        await owner.PatchAsync("salaries", new { access = new { roles = new[] { "manager" } } });
        var next = await Uploading.JsonAsync(await analyst.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = "as a pie chart", conversation_id = first.GetProperty("conversation_id").GetGuid(), locale = "en" }), HttpStatusCode.OK);
        Assert.NotEqual("chart", next.GetProperty("status").GetString());
        Assert.DoesNotContain("Ann", next.GetRawText());
        var browser = await company.BrowserAsync(Role.Analyst);
        Assert.DoesNotContain("Ann", (await browser.OpenAsync($"/ask?c={first.GetProperty("conversation_id").GetGuid()}")).DocumentElement.OuterHtml);
    }

    private static IEnumerable<(string Method, string Path, string? Body)> Ways(string key)
    {
        yield return ("GET", $"/api/v1/datasets/{key}", null);
        yield return ("PATCH", $"/api/v1/datasets/{key}", """{"title":"x"}""");
        yield return ("DELETE", $"/api/v1/datasets/{key}", null);
        yield return ("GET", $"/api/v1/datasets/{key}/loads", null);
        yield return ("POST", "/api/v1/charts/render", $$$"""{"query":{"version":1,"chart_type":"column","dataset":"{{{key}}}","dimensions":[{"field":"person","role":"x"}],"measures":[{"field":null,"aggregate":"count"}]}}""");
        yield return ("POST", "/api/v1/charts/ask", $$"""{"utterance":"rows by person","dataset":"{{key}}","locale":"en"}""");
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpClient client, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        using var answer = await client.SendAsync(request);
        var json = await answer.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>() ?? [];
        return (answer.StatusCode, string.Join('\n', json.Where(part => part.Key is not ("trace_id" or "conversation_id")).Select(part => $"{part.Key}: {part.Value}")));
    }

    private static async Task<string> AskAsync(HttpClient client, string words, string? dataset) =>
        (await Uploading.JsonAsync(await client.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = words, dataset, locale = "en" }), HttpStatusCode.OK)).GetRawText();

    private static async Task GiveAsync(HttpClient owner, TestTenant company, Role role, object attributes) =>
        await Uploading.JsonAsync(await owner.PatchAsJsonAsync($"/api/v1/tenant/users/{company.People[role]}", new { attributes }), HttpStatusCode.OK);

    private static IEnumerable<string?> ValuesOf(JsonElement contract, string column) =>
        contract.Column(column).TryGetProperty("values", out var values) ? values.EnumerateArray().Select(value => value.GetString()) : [];
}
