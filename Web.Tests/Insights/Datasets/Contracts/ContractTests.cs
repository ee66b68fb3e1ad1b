using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Insights.Datasets;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets.Contracts;

/// <summary>People correct what was inferred; every fault is said at its place and every change is in the log.</summary>
public sealed class ContractTests(TestInstallation installation)
{
    [Fact]
    public async Task Any_part_can_be_changed_and_the_change_is_logged()
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        var changed = await analyst.PatchAsync("sales", new
        {
            title = new { en = "Orders", ja = "注文" }, description = "All orders", certified = true, count_of = "orders", default_grain = "quarter",
            columns = new object[]
            {
                new { name = "region", title = "Area", synonyms = new[] { "地域", "zone" }, value_synonyms = new Dictionary<string, string[]> { ["East"] = ["東"] } },
                new { name = "quantity", hidden = true }, new { name = "amount", unit = "kg", default_aggregate = "mean" },
            },
        });
        Assert.Equal("Orders", changed.GetProperty("title").GetString());
        Assert.Equal(("Area", "東"), (changed.Column("region").GetProperty("title").GetString(), changed.Column("region").GetProperty("value_synonyms").GetProperty("East")[0].GetString()));
        Assert.True(changed.Column("quantity").GetProperty("hidden").GetBoolean());
        Assert.True(changed.GetProperty("certified").GetBoolean());
        var member = await company.BrowserAsync(Role.Member);
        Assert.DoesNotContain("quantity", await member.Client.GetStringAsync("/api/v1/datasets/sales"));
        var entry = await company.WorkAsync(db => db.AuditEntries.SingleAsync(one => one.EventType == "dataset.updated"));
        using var log = JsonDocument.Parse(entry.Changes!);
        Assert.Equal(company.People[Role.Analyst], entry.MemberId);
        Assert.Equal("[false,true]", log.RootElement.GetProperty("columns/quantity/hidden").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("Area", log.RootElement.GetProperty("columns/region/title")[1].GetProperty("en").GetString());
        var asked = await Uploading.JsonAsync(await analyst.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = "東の注文数を月別に", dataset = "sales", locale = "ja" }), HttpStatusCode.OK);
        Assert.Equal("chart", asked.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("""{"colour":1}""", "/colour", "unknown_field")]
    [InlineData("""{"row_count":1}""", "/row_count", "read_only")]
    [InlineData("""{"title":""}""", "/title", "required")]
    [InlineData("""{"title":7}""", "/title", "wrong_type")]
    [InlineData("""{"certified":"yes"}""", "/certified", "wrong_type")]
    [InlineData("""{"default_grain":"decade"}""", "/default_grain", "not_one_of")]
    [InlineData("""{"default_time":"region"}""", "/default_time", "not_a_time_column")]
    [InlineData("""{"columns":{}}""", "/columns", "wrong_type")]
    [InlineData("""{"columns":[{"title":"x"}]}""", "/columns/0/name", "required")]
    [InlineData("""{"columns":[{"name":"nothing"}]}""", "/columns/0/name", "column_not_found")]
    [InlineData("""{"columns":[{"name":"region","type":"date"}]}""", "/columns/0/type", "read_only")]
    [InlineData("""{"columns":[{"name":"region","role":"measure"}]}""", "/columns/0/role", "measure_needs_number")]
    [InlineData("""{"columns":[{"name":"region","source_name":"x"}]}""", "/columns/0/source_name", "read_only")]
    [InlineData("""{"columns":[{"name":"region","synonyms":["a",1]}]}""", "/columns/0/synonyms/1", "wrong_type")]
    [InlineData("""{"columns":[{"name":"region","currency":"JPY"}]}""", "/columns/0/currency", "read_only")]
    [InlineData("""{"access":{"roles":["boss"]}}""", "/access/roles/0", "not_one_of")]
    [InlineData("""{"access":{"people":[]}}""", "/access/people", "unknown_field")]
    [InlineData("""{"row_filter":"x"}""", "/row_filter", "wrong_type")]
    [InlineData("""{"row_filter":{"field":"nothing","op":"=","value":1}}""", "/row_filter/field", "field_not_found")]
    [InlineData("""{"row_filter":{"field":"amount","op":"=","value":"x"}}""", "/row_filter/value", "value_needs_number")]
    [InlineData("""{"row_filter":{"field":"day","op":"=","value":{"member":"team"}}}""", "/row_filter/value", "value_needs_text")]
    [InlineData("""{"row_filter":{"any":[{"field":"region","op":"=","value":{"member":"team"}},{"field":"x","op":"is_null"}]}}""", "/row_filter/any/1/field", "field_not_found")]
    [InlineData("""{"row_filter":{"field":"amount","op":">","value":1,"aggregate":"sum"}}""", "/row_filter/aggregate", null)]
    public async Task Each_fault_is_said_at_its_place(string body, string field, string? code)
    {
        var analyst = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Analyst);
        var before = await analyst.UploadedAsync("sales", Uploading.Sales);
        var refused = await analyst.PatchAsync("sales", JsonSerializer.Deserialize<JsonElement>(body), HttpStatusCode.UnprocessableEntity);
        var detail = Assert.Single(refused.GetProperty("details").EnumerateArray());
        Assert.Equal(field, detail.GetProperty("field").GetString());
        if (code is not null) Assert.Equal(code, detail.GetProperty("code").GetString());
        Assert.NotEqual("", detail.GetProperty("message").GetString());
        Assert.Equal(before.GetProperty("columns").GetRawText(), (await analyst.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("columns").GetRawText());
    }

    [Fact]
    public async Task A_number_can_be_read_as_text_and_back()
    {
        var analyst = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        await analyst.PatchAsync("sales", new { columns = new[] { new { name = "quantity", type = "text", role = "dimension" } } });
        Assert.Equal("""[["1",1],["2",1],["3",1],["5",1]]""", await analyst.ChartAsync("sales", "quantity"));
        await analyst.PatchAsync("sales", new { columns = new[] { new { name = "quantity", type = "number", role = "measure" } } });
        Assert.Equal("""[["East",5],["North",5],["West",1]]""", await analyst.ChartAsync("sales", "region", "quantity"));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_a_fresh_one_counts()
    {
        var analyst = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        var stamp = (await analyst.GetAsync("/api/v1/datasets/sales")).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("first")).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync("second")).StatusCode);

        async Task<HttpResponseMessage> SendAsync(string title)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/datasets/sales") { Content = JsonContent.Create(new { title }) };
            request.Headers.TryAddWithoutValidation("If-Match", stamp);
            return await analyst.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_removed_dataset_frees_its_key_at_once()
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.DeleteAsync("/api/v1/datasets/sales")).StatusCode);
        await analyst.GetAsync("/api/v1/datasets/sales", HttpStatusCode.NotFound);
        await analyst.UploadedAsync("sales", "Region,Amount\nEast,1\n");
        Assert.Equal("""[["East",1]]""", await analyst.ChartAsync("sales", "region", "amount"));
        Assert.Equal(2, await company.WorkAsync(db => db.UploadedDatasets.IgnoreQueryFilters(["bin"]).CountAsync()));
    }

    [Fact]
    public async Task What_the_product_offers_is_not_edited_here()
    {
        var owner = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);
        Assert.Equal("dataset_built_in", (await owner.PatchAsync("crm_deals", new { title = "x" }, HttpStatusCode.UnprocessableEntity)).Code());
    }
}
