using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets.Editing;

/// <summary>What a dataset means and whose it is, set by people in its page.</summary>
public sealed class DatasetPageTests(TestInstallation installation)
{
    [Fact]
    public async Task What_is_written_in_the_form_is_the_contract()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales);
        var browser = await company.BrowserAsync(Role.Analyst);
        var page = await browser.OpenAsync("/data/sales");
        var saved = await browser.SubmitAsync(page, "/data/sales", [.. SelectsOf(page), ("title", "Sales by order"), ("description", "From the shop"), ("certified", "true"), ("c3.title", "Turnover"), ("c3.synonyms", "revenue, 売上高"), ("role", "analyst"), ("rows", "own"), ("filter_field", "region"), ("filter_member", "team")]);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var contract = await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK);
        Assert.Equal(("Sales by order", "From the shop", true), (contract.GetProperty("title").GetString(), contract.GetProperty("description").GetString(), contract.GetProperty("certified").GetBoolean()));
        Assert.Equal("Turnover", contract.Column("amount").GetProperty("title").GetString());
        Assert.Equal("analyst", Assert.Single(contract.GetProperty("access").GetProperty("roles").EnumerateArray()).GetString());
        Assert.Equal("team", contract.GetProperty("row_filter").GetProperty("value").GetProperty("member").GetString());
    }

    [Fact]
    public async Task A_form_made_before_somebody_elses_change_is_not_saved_over_it()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales);
        var browser = await company.BrowserAsync(Role.Manager);
        var page = await browser.OpenAsync("/data/sales");
        await program.PatchAsync("sales", new { title = "Changed meanwhile" });
        var late = await browser.SubmitAsync(page, "/data/sales", [.. SelectsOf(page), ("title", "Mine")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal("Changed meanwhile", (await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Whoever_may_not_use_it_sees_it_nowhere()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var program = await company.ProgramAsync(Role.Owner);
        await program.UploadedAsync("secret_sales", Uploading.Sales, ("title", "Secret sales"));
        await program.PatchAsync("secret_sales", new { access = new { roles = new[] { "manager" } } });
        foreach (var browser in new[] { await company.BrowserAsync(Role.Analyst), await other.BrowserAsync(Role.Owner) })
        {
            Assert.DoesNotContain("ecret", (await browser.OpenAsync("/data")).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.GetAsync("/data/secret_sales")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.GetAsync("/data/new?into=secret_sales")).StatusCode == HttpStatusCode.OK ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }
        Assert.Contains("Secret sales", (await (await company.BrowserAsync(Role.Manager)).OpenAsync("/data")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_reads_what_columns_mean_and_changes_nothing()
    {
        var company = await TestTenant.MakeAsync(installation);
        await (await company.ProgramAsync(Role.Owner)).UploadedAsync("sales", Uploading.Sales);
        var page = await (await company.BrowserAsync(Role.Member)).OpenAsync("/data/sales");
        Assert.Empty(page.QuerySelectorAll(".columns input, .columns select, .act-bar"));
        Assert.Equal(6, page.QuerySelectorAll(".columns tbody tr").Length);
    }

    [Fact]
    public async Task Both_languages_words_for_values_and_figures_are_written_in_the_form()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales);
        var browser = await company.BrowserAsync(Role.Analyst);
        var page = await browser.OpenAsync("/data/sales");
        var saved = await browser.SubmitAsync(page, "/data/sales", [.. SelectsOf(page), ("title", "Orders"), ("title.other", "注文"), ("count", "orders"), ("count.other", "注文"), ("measure", "quantity"), ("c2.values", "East = 東, orient\nWest = 西"),
            ("m0.title", "Value per piece"), ("m0.expression", "sum(amount) / sum(quantity)"), ("rows", "all")]);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var contract = await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK);
        Assert.Equal("quantity", contract.GetProperty("default_measure").GetString());
        Assert.Equal("orient", contract.Column("region").GetProperty("value_synonyms").GetProperty("East")[1].GetString());
        Assert.Equal("value_per_piece", contract.GetProperty("measures")[0].GetProperty("name").GetString());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/datasets/sales") { Headers = { { "Accept-Language", "ja" } } };
        Assert.Equal("注文", (await Uploading.JsonAsync(await program.SendAsync(request), HttpStatusCode.OK)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_figure_gets_a_name_that_is_free_whatever_it_is_called()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales);
        await program.PatchAsync("sales", new { measures = new[] { new { name = "measure_2", title = "粗利", expression = "count()" } } });
        var browser = await company.BrowserAsync(Role.Analyst);
        var page = await browser.OpenAsync("/data/sales");
        var saved = await browser.SubmitAsync(page, "/data/sales", [.. SelectsOf(page), ("rows", "all"), ("m1.title", "ヽヽ"), ("m1.expression", "sum(amount)"), .. Figure(2, "Sum"), .. Figure(3, "Amount"), .. Figure(4, "Amount")]);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var names = (await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("measures").EnumerateArray().Select(one => one.GetProperty("name").GetString()!);
        Assert.Equal(["measure_2", "measure_2_2", "sum_2", "amount_2", "amount_3"], names);
    }

    [Fact]
    public async Task A_figure_whose_columns_are_gone_does_not_keep_the_rest_from_being_saved()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync("sales", Uploading.Sales);
        await program.PatchAsync("sales", new { measures = new[] { new { name = "per_piece", title = "Per piece", expression = "sum(amount) / sum(quantity)" } } });
        await program.PatchAsync("sales", new { columns = new[] { new { name = "quantity", hidden = true } } });
        var browser = await company.BrowserAsync(Role.Analyst);
        var page = await browser.OpenAsync("/data/sales");
        Assert.Equal("per_piece", page.QuerySelector("input[name='m0.name']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, "/data/sales", [.. SelectsOf(page), ("title", "Saved"), ("rows", "all")])).StatusCode);
        Assert.Equal("Saved", (await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("title").GetString());
        page = await browser.OpenAsync("/data/sales");
        var refused = await browser.SubmitAsync(page, "/data/sales", [.. SelectsOf(page), ("rows", "all"), ("m0.expression", "avg(quantity)")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var shown = await program.PatchAsync("sales", new { columns = new[] { new { name = "quantity", hidden = false } } });
        Assert.Equal("sum(amount) / sum(quantity)", shown.GetProperty("measures")[0].GetProperty("expression").GetString());
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var company = await TestTenant.MakeAsync(installation);
        await (await company.ProgramAsync(Role.Analyst)).UploadedAsync("sales", Uploading.Sales);
        var browser = await company.BrowserAsync(Role.Analyst);
        var page = await browser.OpenAsync("/data/sales");
        var refused = await browser.SubmitAsync(page, "/data/sales", [.. SelectsOf(page), ("title", "Orders"), ("description", "Typed with care"), ("c2.title", "Area"), ("c2.role", "measure"), ("c2.values", "East = 東"), ("m0.title", "Odd"), ("m0.expression", "sum(region) /"), ("rows", "all")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        string? Value(string name) => again.QuerySelector<IHtmlInputElement>($"input[name='{name}']")?.Value;
        Assert.Equal(("Orders", "Typed with care", "Area", "Odd", "sum(region) /"), (Value("title"), Value("description"), Value("c2.title"), Value("m0.title"), Value("m0.expression")));
        Assert.Equal("East = 東", again.QuerySelector<IHtmlTextAreaElement>("textarea[name='c2.values']")!.Value);
        Assert.NotNull(again.QuerySelector("input[name='c2.role']")!.Closest("td")!.QuerySelector(".field-error"));
        Assert.Contains("14", again.QuerySelector("#m0-check .field-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sum(amount) / count()", "worked out", false)]
    [InlineData("sum(amount) / ", "Character 15", true)]
    [InlineData("sum(secret)", "secret", true)]
    public async Task A_definition_is_checked_while_it_is_typed(string expression, string said, bool wrong)
    {
        var company = await TestTenant.MakeAsync(installation);
        await (await company.ProgramAsync(Role.Analyst)).UploadedAsync("sales", Uploading.Sales);
        var browser = await company.BrowserAsync(Role.Analyst);
        var answer = await browser.SubmitToAsync(await browser.OpenAsync("/data/sales"), "/data/sales", "/data/sales?handler=measure&row=0", ("m0.expression", expression));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(said, text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(wrong, text.Contains("field-error", StringComparison.Ordinal));
    }

    private static (string, string)[] Figure(int row, string title) => [($"m{row}.title", title), ($"m{row}.expression", "sum(amount)"), ($"m{row}.name", "")];

    private static (string, string)[] SelectsOf(IHtmlDocument page) => [.. page.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(select => (select.Name!, select.Value ?? ""))];
}
