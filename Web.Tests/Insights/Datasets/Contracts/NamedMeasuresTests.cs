using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets.Contracts;

/// <summary>Figures that a company defines itself: made by the API, asked for in a query, gone with the columns they need.</summary>
public sealed class NamedMeasuresTests(TestInstallation installation)
{
    [Fact]
    public async Task A_figure_that_was_defined_is_drawn()
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        var changed = await analyst.PatchAsync("sales", new
        {
            measures = new object[]
            {
                new { name = "express_share", title = new { en = "Express share", ja = "特急の割合" }, expression = "100 * count(where Express = true) / count()", unit = "%", synonyms = new[] { "share of express", "特急率" } },
                new { name = "value_per_piece", title = "Value per piece", expression = "sum(Amount) / sum(Quantity)" },
            },
        });
        Assert.Equal("100 * count(where Express = true) / count()", changed.GetProperty("measures")[0].GetProperty("expression").GetString());
        Assert.Equal("""[["2024-01-01",50],["2024-02-01",50]]""", await DrawnAsync(analyst, "express_share", "month"));
        Assert.Equal("""[["2024-01-01",500.125],["2024-02-01",64.32142857142857]]""", await DrawnAsync(analyst, "value_per_piece", "month"));
        var asked = await Uploading.JsonAsync(await analyst.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = "特急率を月別に", dataset = "sales", locale = "ja" }), HttpStatusCode.OK);
        Assert.Equal("express_share", asked.GetProperty("query").GetProperty("measures")[0].GetProperty("aggregate").GetString());
    }

    [Fact]
    public async Task A_figure_goes_with_the_columns_it_needs_and_comes_back_with_them()
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        await analyst.PatchAsync("sales", new { measures = new[] { new { name = "per_piece", title = "Per piece", expression = "sum(amount) / sum(quantity)" } } });
        var hidden = await analyst.PatchAsync("sales", new { columns = new[] { new { name = "quantity", hidden = true } } });
        Assert.Empty(hidden.GetProperty("measures").EnumerateArray());
        var refused = await analyst.PostAsJsonAsync("/api/v1/charts/render", Query("per_piece", "month"));
        Assert.Equal("aggregate_not_found", (await Uploading.JsonAsync(refused, HttpStatusCode.UnprocessableEntity)).GetProperty("details")[0].GetProperty("code").GetString());
        await analyst.PatchAsync("sales", new { columns = new[] { new { name = "quantity", hidden = false } } });
        Assert.StartsWith("""[["2024-01-01",500""", await DrawnAsync(analyst, "per_piece", "month"), StringComparison.Ordinal);
        await analyst.UploadedAsync("sales", "Day,Amount\n2024-01-05,5\n", ("mode", "replace"));
        Assert.Empty((await analyst.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("measures").EnumerateArray());
    }

    [Theory]
    [InlineData("""[{"name":"sum","title":"x","expression":"count()"}]""", "/measures/0/name", "measure_name_taken")]
    [InlineData("""[{"name":"avg","title":"x","expression":"count()"}]""", "/measures/0/name", "measure_name_taken")]
    [InlineData("""[{"name":"amount","title":"x","expression":"count()"}]""", "/measures/0/name", "measure_name_taken")]
    [InlineData("""[{"name":"a","title":"x","expression":"count()"},{"name":"a","title":"x","expression":"count()"}]""", "/measures/1/name", "measure_name_taken")]
    [InlineData("""[{"name":"Win Rate","title":"x","expression":"count()"}]""", "/measures/0/name", "measure_name_invalid")]
    [InlineData("""[{"title":"x","expression":"count()"}]""", "/measures/0/name", "required")]
    [InlineData("""[{"name":"a","title":"x"}]""", "/measures/0/expression", "expression_empty")]
    [InlineData("""[{"name":"a","title":"","expression":"count()"}]""", "/measures/0/title", "required")]
    [InlineData("""[{"name":"a","title":"x","expression":"sum(nothing)"}]""", "/measures/0/expression", "field_not_found")]
    [InlineData("""[{"name":"a","title":"x","expression":7}]""", "/measures/0/expression", "wrong_type")]
    [InlineData("""[{"name":"a","title":"x","expression":"count()","sql":"1"}]""", "/measures/0/sql", "unknown_field")]
    [InlineData("""{"name":"a"}""", "/measures", "wrong_type")]
    public async Task A_fault_is_said_at_its_place(string measures, string field, string code)
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        var answer = await analyst.PatchAsync("sales", JsonSerializer.Deserialize<JsonElement>($$"""{"measures":{{measures}}}"""), HttpStatusCode.UnprocessableEntity);
        Assert.Contains(answer.GetProperty("details").EnumerateArray(), detail => (detail.GetProperty("field").GetString(), detail.GetProperty("code").GetString()) == (field, code));
        Assert.Empty((await analyst.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("measures").EnumerateArray());
    }

    [Fact]
    public async Task Who_sees_some_rows_hears_no_values_of_others()
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        await analyst.PatchAsync("sales", new
        {
            measures = new[] { new { name = "west", title = "West", expression = "count(where Region = \"West\")" } },
            row_filter = new { field = "Region", op = "=", value = new { member = "region" } }, access = new { roles = Array.Empty<string>(), all_rows_roles = new[] { "analyst" } },
        });
        var member = await company.BrowserAsync(Role.Member);
        Assert.DoesNotContain("West\\\"", await member.Client.GetStringAsync("/api/v1/datasets/sales"), StringComparison.Ordinal);
        Assert.Contains("West\\\"", await analyst.GetStringAsync("/api/v1/datasets/sales"), StringComparison.Ordinal);
    }

    private static object Query(string measure, string grain) => new
    {
        query = new { version = 1, chart_type = "column", dataset = "sales", dimensions = new[] { new { field = "day", role = "x", grain } }, measures = new[] { new { field = (string?)null, aggregate = measure } } },
    };

    private static async Task<string> DrawnAsync(HttpClient client, string measure, string grain) =>
        (await Uploading.JsonAsync(await client.PostAsJsonAsync("/api/v1/charts/render", Query(measure, grain)), HttpStatusCode.OK)).GetProperty("result").GetProperty("rows").GetRawText();
}
