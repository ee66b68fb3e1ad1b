using System.Text.Json;
using Web.Semantics;

namespace Web.Tests.Semantics;

public sealed class QueryRunnerTests(SalesDatabase database) : IClassFixture<SalesDatabase>
{
    private const string CountAll = """{"chart_type":"big_number","dataset":"sales","measures":[{"aggregate":"count"}]}""";

    [Fact]
    public async Task Each_tenant_sees_its_own_rows()
    {
        var query = Checks.Fit(CountAll);
        Assert.Equal((long)Sales.Own.Count, (await database.RunAsync(query)).Rows[0][0]);
        Assert.Equal((long)Sales.All.Count(s => s.Tenant == Sales.OtherTenant && !s.Deleted), (await database.RunAsync(query, Sales.OtherTenant)).Rows[0][0]);
        Assert.Equal(0L, (await database.RunAsync(query, Guid.NewGuid())).Rows[0][0]);
    }

    [Fact]
    public async Task Row_filters_hold_outside_any_and_over_hidden_columns()
    {
        var catalog = new Catalog([Sales.Dataset with { RowFilters = [ChartFilter.On("secret", FilterOp.Equal, "baba")] }]);
        var query = Checks.Fit("""
            {"chart_type":"big_number","dataset":"sales","measures":[{"aggregate":"count"}],
             "filters":[{"any":[{"field":"rep","op":"=","value":"aoki"},{"field":"quantity","op":">","value":-1000}]}]}
            """, catalog);
        Assert.Equal((long)Sales.Own.Count(s => s.Rep == "baba"), (await database.RunAsync(query)).Rows[0][0]);
    }

    [Fact]
    public async Task A_result_is_written_as_plain_json()
    {
        var query = Checks.Fit("""
            {"chart_type":"line","dataset":"sales","dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":"cost","aggregate":"sum"}],
             "filters":[{"field":"sold_on","op":"in_period","value":"2026"}],"compare":{"to":"previous_year"},"limit":2}
            """);
        using var json = JsonDocument.Parse((await database.RunAsync(query)).ToJson());
        var root = json.RootElement;
        Assert.Equal(["columns", "rows", "row_count", "truncated_at", "as_of", "cached", "time_zone", "elapsed_ms"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal("""{"name":"sold_on","title":"Sold on (month)","type":"date","role":"x"}""", root.GetProperty("columns")[0].GetRawText());
        Assert.Equal("""{"name":"cost_sum","title":"Cost, total","type":"money","role":"y","currency":"USD"}""", root.GetProperty("columns")[1].GetRawText());
        Assert.Equal("cost_sum__previous", root.GetProperty("columns")[2].GetProperty("name").GetString());
        Assert.Equal("2026-01-01", root.GetProperty("rows")[0][0].GetString());
        Assert.Equal(JsonValueKind.Number, root.GetProperty("rows")[0][1].ValueKind);
        Assert.Equal("Asia/Tokyo", root.GetProperty("time_zone").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("truncated_at").ValueKind);
        Assert.Equal(2, root.GetProperty("row_count").GetInt32());
        Assert.EndsWith("Z", root.GetProperty("as_of").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bins_are_written_half_open()
    {
        var query = Checks.Fit("""{"chart_type":"column","dataset":"sales","dimensions":[{"field":"quantity","bin":{"count":3}}],"measures":[{"aggregate":"count"}]}""");
        Assert.Equal(["[-5,8)", "[8,21)", "[21,34]"], (await database.RunAsync(query)).Rows.Select(r => ResultCell.Text(r[0])));
    }

    [Fact]
    public async Task Beyond_the_cap_the_same_sample_is_drawn_every_time()
    {
        var query = Checks.Fit("""{"chart_type":"table","dataset":"sales","dimensions":[{"field":"id","role":"detail"},{"field":"rep","role":"detail"}]}""") with
        {
            // Each of the 400 rows some 25 times over.
            Dataset = new Dataset(Sales.Contract, Sales.Source with { From = "(select s.*, g from sales s, generate_series(1, 25) g) s", Columns = new Dictionary<string, SourceColumn>(Sales.Source.Columns) { ["id"] = new("s.id * 100 + s.g") } }),
        };
        var (first, second) = (await database.RunAsync(query), await database.RunAsync(query));
        Assert.Equal(SqlCompiler.RawCap, first.RowCount);
        Assert.Equal(SqlCompiler.RawCap, first.TruncatedAt);
        Assert.Equal(first.Rows.Select(r => r[0]), second.Rows.Select(r => r[0]));
        Assert.Equal(first.Rows.Select(r => (long)r[0]!).Order(), first.Rows.Select(r => (long)r[0]!));
        Assert.Equal(5, first.Rows.Select(r => r[1]).Distinct().Count());
    }

    [Fact]
    public async Task A_slow_statement_is_stopped_and_the_limit_does_not_outlive_it()
    {
        var slow = Checks.Fit(CountAll) with { Dataset = new Dataset(Sales.Contract, Sales.Source with { Where = "pg_sleep(1) is not null" }) };
        var stopped = await Assert.ThrowsAsync<NoFiguresException>(() => database.RunAsync(slow, limit: TimeSpan.FromMilliseconds(100)));
        Assert.Equal("query_too_slow", stopped.Code);
        Assert.NotEmpty((await database.RunAsync(Checks.Fit(CountAll))).Rows);
    }

    [Fact]
    public async Task A_figure_that_cannot_be_worked_out_is_said()
    {
        var vast = Sales.Contract with { Measures = [new NamedMeasure { Name = "vast", Expression = string.Join(" * ", Enumerable.Repeat("sum(quantity) * 9999999999999999999999999999", 12)) }] };
        var asked = JsonSerializer.Deserialize<ChartQuery>("""{"chart_type":"big_number","dataset":"sales","measures":[{"aggregate":"vast"}]}""", ChartJson.Options)!;
        var query = ((CheckOutcome.Fits)Checks.Gate.Check(asked, new Catalog([new Dataset(vast, Sales.Source)]), Sales.Tokyo, Sales.Today)).Query;
        Assert.Equal("figures_out_of_range", (await Assert.ThrowsAsync<NoFiguresException>(() => database.RunAsync(query))).Code);
    }

    [Fact]
    public async Task A_day_begins_where_the_company_is()
    {
        // 2024-03-10 has 23 hours in New York; its buckets still add up to its rows.
        var calendar = new Kernel.Calendar(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), 1);
        var json = """{"chart_type":"line","dataset":"sales","dimensions":[{"field":"sold_at","grain":"day"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"sold_at","op":"between","value":["2024-03-01","2024-03-20"]}]}""";
        var query = ((CheckOutcome.Fits)Checks.Gate.Check(JsonSerializer.Deserialize<ChartQuery>(json, ChartJson.Options)!, Sales.Catalog, calendar, Sales.Today)).Query;
        var expected = Sales.Own.Select(s => calendar.DateOf(s.SoldAt)).Where(d => d >= new DateOnly(2024, 3, 1) && d <= new DateOnly(2024, 3, 20)).ToLookup(d => d);
        var result = await database.RunAsync(query);
        Assert.Equal(expected.Sum(g => g.Count()), result.Rows.Sum(r => (long)r[1]!));
        Assert.All(result.Rows, r => Assert.Equal(expected[(DateOnly)r[0]!].Count(), (long)r[1]!));
    }
}
