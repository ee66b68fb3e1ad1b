using System.Net;
using System.Text.Json;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets;

/// <summary>Every change of what a dataset means can be read and taken back; a deleted dataset comes back from the bin.</summary>
public sealed class HistoryTests(TestInstallation installation)
{
    [Fact]
    public async Task Changes_are_told_and_an_earlier_state_comes_back()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales, ("title", "Orders"));
        await program.PatchAsync("sales", new { title = "Turnover", columns = new[] { new { name = "region", synonyms = new[] { "area" } } }, access = new { roles = new[] { "analyst" } } });
        await program.PatchAsync("sales", new { title = "Takings", measures = new[] { new { name = "mean_order", title = "Mean order", expression = "avg(amount)" } } });
        var browser = await company.BrowserAsync(Role.Analyst);
        var page = await browser.OpenAsync("/data/sales/history");
        var entries = page.QuerySelectorAll(".history-entry");
        Assert.Equal(2, entries.Length);
        Assert.Contains("Turnover", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("avg(amount)", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("area", entries[1].TextContent, StringComparison.Ordinal);
        var version = entries[1].QuerySelector("input[name=version]")!.GetAttribute("value")!;
        var back = await browser.SubmitAsync(page, "/data/sales/history?handler=restore", ("version", version));
        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        var contract = await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK);
        Assert.Equal("Orders", contract.GetProperty("title").GetString());
        Assert.Empty(contract.GetProperty("measures").EnumerateArray());
        Assert.DoesNotContain(contract.Column("region").GetProperty("synonyms").EnumerateArray(), word => word.GetString() == "area");
        Assert.Empty(contract.GetProperty("access").GetProperty("roles").EnumerateArray());
        var again = await browser.OpenAsync("/data/sales/history");
        Assert.Equal(3, again.QuerySelectorAll(".history-entry").Length); // that it was restored is a change like any other
        version = again.QuerySelectorAll(".history-entry")[0].QuerySelector("input[name=version]")!.GetAttribute("value")!;
        await browser.SubmitAsync(again, "/data/sales/history?handler=restore", ("version", version));
        Assert.Equal("Takings", (await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Kinds_currencies_and_what_was_empty_come_back()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", "Day,Region,Amount (USD),Quantity\n2024-01-05,East,1200.50,3\n2024-01-20,West,800.25,1\n2024-02-03,East,450.75,3\n");
        var before = await program.PatchAsync("sales", new { default_time = (string?)null, default_grain = (string?)null, default_measure = (string?)null });
        var amount = before.GetProperty("columns")[2].GetProperty("name").GetString()!;
        Assert.Equal(("integer", "USD"), (before.Column("quantity").GetProperty("type").GetString(), before.Column(amount).GetProperty("currency").GetString()));
        await program.PatchAsync("sales", new
        {
            default_time = "day", default_grain = "week", default_measure = amount,
            columns = new object[] { new { name = "quantity", type = "text" }, new { name = amount, currency = "EUR", title = "Turnover" } },
        });
        var browser = await company.BrowserAsync(Role.Analyst);
        var said = (await browser.OpenAsync("/data/sales/history")).QuerySelectorAll(".history-entry")[0].TextContent;
        Assert.All(["Whole number", "Week", "Turnover"], word => Assert.Contains(word, said, StringComparison.Ordinal));
        Assert.DoesNotContain("integer", said, StringComparison.Ordinal);
        await RestoreAsync(browser, 0);
        var after = await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK);
        foreach (var part in new[] { "default_time", "default_grain", "default_measure", "columns" })
            Assert.Equal(Raw(before, part), Raw(after, part));
    }

    [Fact]
    public async Task Conditions_and_roles_are_told_in_words()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales);
        await program.PatchAsync("sales", new { row_filter = new { field = "region", op = "=", value = new { member = "team" } }, access = new { roles = new[] { "analyst", "viewer" } } });
        var said = (await (await company.BrowserAsync(Role.Analyst)).OpenAsync("/data/sales/history")).QuerySelector(".history-entry")!.TextContent;
        Assert.Contains("the person’s Team", said, StringComparison.Ordinal);
        Assert.Contains("Analyst", said, StringComparison.Ordinal);
        Assert.DoesNotContain("{", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_rows_of_today_do_not_fit_stays_as_it_is()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales);
        await program.PatchAsync("sales", new { row_filter = new { field = "region", op = "=", value = "East" } });
        await program.PatchAsync("sales", new { title = "Turnover", row_filter = (object?)null });
        await program.UploadedAsync("sales", "Order,Region,Amount\nA-1,2024-01-05,10\nA-2,2024-02-05,20\n", ("mode", "replace"));
        var now = await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK);
        await RestoreAsync(await company.BrowserAsync(Role.Analyst), 0);
        var after = await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK);
        Assert.NotEqual("Turnover", after.GetProperty("title").GetString());
        Assert.Equal(now.Column("region").GetProperty("type").GetString(), after.Column("region").GetProperty("type").GetString());
        Assert.Null(Raw(after, "row_filter"));
        Assert.Equal(Raw(now, "default_time"), Raw(after, "default_time"));
    }

    [Fact]
    public async Task Nobody_restores_what_is_not_theirs()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var (mine, theirs) = (await company.ProgramAsync(Role.Analyst), await other.ProgramAsync(Role.Analyst));
        foreach (var program in new[] { mine, theirs })
        {
            await program.UploadedAsync("sales", Uploading.Sales, ("title", "First"));
            await program.PatchAsync("sales", new { title = "Second" });
        }
        var page = await (await other.BrowserAsync(Role.Analyst)).OpenAsync("/data/sales/history");
        var version = page.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        var stranger = await company.BrowserAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SubmitAsync(await stranger.OpenAsync("/data/sales/history"), "/data/sales/history?handler=restore", ("version", version))).StatusCode);
        Assert.Equal("Second", (await mine.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await company.BrowserAsync(Role.Member)).Client.GetAsync("/data/sales/history")).StatusCode);
    }

    [Fact]
    public async Task What_was_deleted_comes_back_as_it_was()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales);
        await program.PatchAsync("sales", new { title = "Turnover" });
        await Uploading.JsonAsync(await program.DeleteAsync("/api/v1/datasets/sales"), HttpStatusCode.NoContent);
        await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.NotFound);
        var browser = await company.BrowserAsync(Role.Manager);
        var bin = await browser.OpenAsync("/data/in-bin");
        Assert.Contains("Turnover", bin.Body!.TextContent, StringComparison.Ordinal);
        var id = bin.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Found, (await browser.SubmitAsync(bin, "/data/in-bin", ("id", id))).StatusCode);
        Assert.Equal("Turnover", (await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("title").GetString());
        Assert.Equal("""[["East",2],["North",1],["West",1]]""", await program.ChartAsync("sales", "region"));
    }

    [Fact]
    public async Task A_name_that_was_taken_since_is_not_taken_back()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales, ("title", "Old"));
        await program.DeleteAsync("/api/v1/datasets/sales");
        await program.UploadedAsync("sales", Uploading.Sales, ("title", "New"));
        var browser = await company.BrowserAsync(Role.Analyst);
        var bin = await browser.OpenAsync("/data/in-bin");
        var answer = await browser.SubmitAsync(bin, "/data/in-bin", ("id", bin.QuerySelector("input[name=id]")!.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("New", (await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Who_may_not_use_a_dataset_does_not_find_it_in_the_bin()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("secret_sales", Uploading.Sales, ("title", "Secret sales"));
        await owner.PatchAsync("secret_sales", new { access = new { roles = new[] { "manager" } } });
        await owner.DeleteAsync("/api/v1/datasets/secret_sales");
        Assert.DoesNotContain("ecret", (await (await company.BrowserAsync(Role.Analyst)).OpenAsync("/data/in-bin")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Secret", (await (await company.BrowserAsync(Role.Manager)).OpenAsync("/data/in-bin")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task RestoreAsync(Browser browser, int entry)
    {
        var page = await browser.OpenAsync("/data/sales/history");
        var version = page.QuerySelectorAll(".history-entry")[entry].QuerySelector("input[name=version]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Found, (await browser.SubmitAsync(page, "/data/sales/history?handler=restore", ("version", version))).StatusCode);
    }

    private static string? Raw(JsonElement contract, string part) => contract.TryGetProperty(part, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetRawText() : null;
}
