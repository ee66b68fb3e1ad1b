using System.Globalization;
using System.Text.Json.Nodes;
using Web.Insights.Charts;
using Web.Semantics;
using Web.Tests.Semantics;

namespace Web.Tests.Insights.Charts;

/// <summary>The pictures of funnel, gauge, pivot, waterfall, radar, sankey, mixed and forecast. Today is 20 November 2026.</summary>
public sealed class KindOptionTests
{
    [Fact]
    public void A_funnel_keeps_its_order_and_says_its_conversion()
    {
        var option = Option("funnel", """ "dimensions":[{"field":"region"}],"measures":[{"aggregate":"count"}] """, "ja", [["east", 40L], ["west", 10L], ["north", -2L]]);
        var series = option["series"]![0]!;
        Assert.Equal("none", (string?)series["sort"]);
        Assert.Equal(["東", "west", "north"], Texts(series["data"], "name"));
        Assert.Equal([40m, 10m, 0m], ((JsonArray)series["data"]!).Select(d => (decimal)d!["value"]!));
        Assert.Equal("最初の25%・前の25%", (string?)series["data"]![1]!["words"]);
        Assert.Contains("最も減るのは", Summary(option), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gauge_ends_at_its_target_or_above_the_figure()
    {
        var below = Option("gauge", """ "measures":[{"field":"amount","aggregate":"sum"}],"target":5000000 """, "en", [[3_900_000m]]);
        Assert.Equal(5_000_000m, (decimal)below["series"]![0]!["max"]!);
        Assert.Equal("78% of 5,000,000 JPY", (string?)below["series"]![0]!["data"]![0]!["words"]);
        Assert.Equal("target", (string?)below["series"]![1]!["role"]);
        var above = Option("gauge", """ "measures":[{"field":"amount","aggregate":"sum"}],"target":5000000 """, "en", [[6_100_000m]]);
        Assert.Equal(10_000_000m, (decimal)above["series"]![0]!["max"]!);
        Assert.Equal("Amount, total: 6,100,000 JPY, 122% of the target 5,000,000 JPY.", Summary(above));
        var without = Option("gauge", """ "measures":[{"aggregate":"count"}] """, "en", [[7L]]);
        Assert.Equal(10m, (decimal)without["series"]![0]!["max"]!);
        Assert.Single((JsonArray)without["series"]!);
        var minus = Option("gauge", """ "measures":[{"field":"quantity","aggregate":"sum"}] """, "en", [[-30L]]);
        Assert.Equal((-50m, 1m), ((decimal)minus["series"]![0]!["min"]!, (decimal)minus["series"]![0]!["max"]!));
    }

    [Fact]
    public void A_gauge_over_no_rows_is_empty() =>
        Assert.True((bool)Option("gauge", """ "measures":[{"field":"amount","aggregate":"sum"}] """, "en", [[null]])["meta"]!["empty"]!);

    [Fact]
    public void A_waterfall_stands_each_step_on_the_one_before_also_across_zero()
    {
        var option = Option("waterfall", """ "dimensions":[{"field":"rep"}],"measures":[{"field":"quantity","aggregate":"sum"}] """, "en", [["a", 50L], ["b", -80L], ["c", -20L], ["d", 90L]]);
        Assert.Equal(["a", "b", "c", "d", "Total"], Texts(option["xAxis"]!["data"]));
        // 0→50, 50→−30, −30→−50, −50→40, total 40: what stands above and what below zero.
        Assert.Equal([0m, 0m, -30m, 0m, 0m], Figures(option, 0));
        var series = (JsonArray)option["series"]!;
        Assert.Equal(["step_base", "step_up", "step_up", "step_down", "step_down", "step_total"], Texts(series, "role"));
        Assert.Equal([50m, null, null, 40m, null], Figures(option, 1));
        Assert.Equal([null, null, null, -50m, null], Figures(option, 2));
        Assert.Equal([null, 50m, null, null, null], Figures(option, 3));
        Assert.Equal([null, -30m, -20m, null, null], Figures(option, 4));
        Assert.Equal([null, null, null, null, 40m], Figures(option, 5));
        Assert.Equal("−80", (string?)series[3]!["data"]![1]!["label"]!["formatter"]);
        Assert.Equal("−20", (string?)series[4]!["data"]![2]!["label"]!["formatter"]);
        Assert.Equal("+90", (string?)series[1]!["data"]![3]!["label"]!["formatter"]);
        Assert.Equal(-80m, (decimal)series[3]!["data"]![1]!["change"]!);
        Assert.Contains("The deepest fall is b with -80", Summary(option), StringComparison.Ordinal);
    }

    [Fact]
    public void A_radar_has_one_scale_for_all_axes()
    {
        var option = Option(
            "radar", """ "dimensions":[{"field":"rep"},{"field":"rush","role":"series"}],"measures":[{"aggregate":"count"}] """, "ja",
            [["a", true, 3L], ["a", false, 18L], ["b", true, 4L], ["c", false, null]]);
        Assert.Equal(["a", "b", "c"], Texts(option["radar"]!["indicator"], "name"));
        Assert.All((JsonArray)option["radar"]!["indicator"]!, i => Assert.Equal((0m, 20m), ((decimal)i!["min"]!, (decimal)i["max"]!)));
        Assert.Equal(["はい", "いいえ"], Texts(option["series"], "name"));
        Assert.Equal(["emptyCircle", "emptyRect"], Texts(option["series"], "symbol"));
        Assert.Null(option["series"]![0]!["data"]![0]!["value"]![2]);
    }

    [Fact]
    public void The_same_value_on_two_levels_of_a_sankey_is_two_nodes()
    {
        var option = Option(
            "sankey", """ "dimensions":[{"field":"rep"},{"field":"region","role":"series"}],"measures":[{"aggregate":"count"}] """, "en",
            [["east", "west", 5L], ["west", "east", 3L], ["east", null, 2L], ["west", "west", 0L]]);
        var series = option["series"]![0]!;
        Assert.Equal(["1:east", "1:west", "2:west", "2:east", "2:\0"], Texts(series["data"], "name"));
        Assert.Equal(["east", "west", "west", "east", "(none)"], Texts(series["data"], "title"));
        Assert.Equal(3, ((JsonArray)series["links"]!).Count);
        Assert.Equal(["Rep", "Region"], Texts(option["meta"]!["levels"]));
        Assert.StartsWith("1 flows are not drawn", (string?)option["meta"]!["notes"]![0], StringComparison.Ordinal);
        Assert.Contains("Rep → Region. 3 flows; the greatest from east to west: 5", Summary(option), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_levels_flow_from_one_to_the_next()
    {
        var option = Option(
            "sankey", """ "dimensions":[{"field":"rep"},{"field":"region","role":"series"},{"field":"rush","role":"facet"}],"measures":[{"aggregate":"count"}] """, "en",
            [["a", "x", true, 5L], ["b", "x", true, 3L], ["a", "x", false, 2L]]);
        Assert.Equal([8m, 7m, 3m, 2m], ((JsonArray)option["series"]![0]!["links"]!).Select(l => (decimal)l!["value"]!));
    }

    [Fact]
    public void Mixed_figures_are_bars_left_and_lines_right_where_units_differ()
    {
        const string Measures = """ "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"sum"},{"aggregate":"count"},{"field":"amount","aggregate":"max"}] """;
        var option = Option("mixed", Measures, "ja", [["a", 5_000_000m, 3L, 2_000_000m]]);
        Assert.Equal(["bar", "line", "line"], Texts(option["series"], "type"));
        Assert.Equal([null, 1, null], ((JsonArray)option["series"]!).Select(s => (int?)s!["yAxisIndex"]));
        Assert.Equal(["left", "right"], Texts(option["yAxis"], "position"));
        Assert.Equal("万円", (string?)option["yAxis"]![0]!["name"]);
    }

    [Fact]
    public void Marks_and_axes_that_are_said_hold_and_unlike_units_never_share_an_axis()
    {
        var option = Option(
            "mixed", """ "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"sum","mark":"line","axis":"right"},{"aggregate":"count","mark":"bar","axis":"right"},{"field":"quantity","aggregate":"sum","axis":"left"}] """,
            "en", [["a", 5m, 3L, 2L]]);
        Assert.Equal(["line", "bar", "line"], Texts(option["series"], "type"));
        Assert.Equal([1, 2, null], ((JsonArray)option["series"]!).Select(s => (int?)s!["yAxisIndex"]));
        Assert.Equal(["left", "right", "right"], Texts(option["yAxis"], "position"));
        Assert.Equal(56, (int)option["yAxis"]![2]!["offset"]!);
    }

    [Fact]
    public void A_forecast_is_dashed_and_stands_in_its_bands()
    {
        var option = Option(
            "forecast", """ "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}],"forecast":{"periods":2} """, "en",
            [.. Enumerable.Range(3, 9).Select(m => new object?[] { new DateOnly(2026, m, 1), m == 11 ? 1L : 10L + (m % 2) })]);
        var series = (JsonArray)option["series"]!;
        Assert.Equal(["Number of sales", "So far", "Forecast", null, "95% range", null, "80% range"], Texts(series, "name"));
        Assert.Equal(["marked", "so_far", "forecast", "band", "band", "band", "band"], Texts(series, "role"));
        Assert.Equal("dashed", (string?)series[2]!["lineStyle"]!["type"]);
        // The forecast leaves from October, the last month that is over; November's figure so far stands alone.
        Assert.Equal(10m, Figures(option, 2)[7]);
        Assert.Null(Figures(option, 0)[8]);
        Assert.Equal(1m, Figures(option, 1)[8]);
        Assert.Equal(0m, Figures(option, 4)[7]);
        Assert.True(Figures(option, 4)[10] > Figures(option, 6)[10]);
        Assert.Equal(11, ((JsonArray)option["xAxis"]!["data"]!).Count);
        Assert.Equal(["Forecast: Holt’s linear trend over 8 periods.", "Too short a series for a back-test of its error.", "The period that is not over is left out of the calculation."], Texts(option["meta"]!["notes"]));
        Assert.Contains("with 95% likelihood", Summary(option), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "In a back-test over the last 6 months it was off by 0% on average; last year’s value repeated: 7.9%.")]
    [InlineData("ja", "直近6か月で試したところ、誤差は平均0%でした（前年同期の値をそのまま使う方法では7.9%）。")]
    public void A_forecast_says_how_far_off_it_would_have_been(string locale, string sentence)
    {
        // A line that rises by one a month: last year's value is twelve too little, of figures from 148 to 153 with the rolling weights 1 … 6.
        var option = Option(
            "forecast", """ "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}] """, locale,
            [.. Enumerable.Range(0, 40).Select(m => new object?[] { new DateOnly(2023, 7, 1).AddMonths(m), 114L + m })]);
        Assert.Contains(sentence, Texts(option["meta"]!["notes"]));
    }

    [Theory]
    [InlineData("line", "en", "Jan 2026: 300, expected ", "Unusual")]
    [InlineData("area", "en", "Jan 2026: 300, expected ", "Unusual")]
    [InlineData("column", "ja", "2026年1月は300（想定は", "異常値")]
    [InlineData("bar", "ja", "2026年1月は300（想定は", "異常値")]
    public void Unusual_points_have_a_shape_a_reason_and_their_range(string chart, string locale, string reason, string name)
    {
        var option = Option(
            chart, """ "anomalies":true,"dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}] """, locale,
            [.. Enumerable.Range(0, 24).Select(m => new object?[] { new DateOnly(2024, 11, 1).AddMonths(m), m == 14 ? 300L : 100L + (m * 7 % 5) })]);
        var series = (JsonArray)option["series"]!;
        Assert.Equal([null, "band", "band", "unusual"], Texts(series, "role"));
        Assert.Equal(name, (string?)series[3]!["name"]);
        var point = Assert.Single((JsonArray)series[3]!["data"]!)!;
        Assert.Equal("[14,300]", point["value"]!.ToJsonString());
        Assert.StartsWith(reason, (string?)point["words"], StringComparison.Ordinal);
        Assert.Equal("diamond", Texts(series, "symbol").ElementAt(3));
        Assert.Contains(reason, Summary(option), StringComparison.Ordinal);
        Assert.Contains(reason, Texts(option["meta"]!["notes"]).First()!, StringComparison.Ordinal);
        Assert.DoesNotContain("\"color\"", option.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24, "No figure is unusual: all 24 lie in the expected range.")]
    [InlineData(8, "Nothing is marked: only 8 finished periods, and at least 12 are needed to tell what is usual.")]
    public void Nothing_unusual_and_nothing_to_tell_it_by_are_said(int months, string sentence)
    {
        var option = Option(
            "line", """ "anomalies":true,"dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}] """, "en",
            [.. Enumerable.Range(0, months).Select(m => new object?[] { new DateOnly(2024, 11, 1).AddMonths(m), 100L + (m * 7 % 5) })]);
        Assert.Equal([sentence], Texts(option["meta"]!["notes"]));
        Assert.EndsWith(sentence, Summary(option), StringComparison.Ordinal);
        Assert.DoesNotContain("unusual", Texts((JsonArray)option["series"]!, "role"));
    }

    [Fact]
    public void A_pivot_adds_up_what_may_be_added_and_nothing_else()
    {
        var option = Option(
            "pivot", """ "dimensions":[{"field":"rep","role":"row"},{"field":"region","role":"column"}],"measures":[{"field":"quantity","aggregate":"sum"},{"field":"rating","aggregate":"mean"}] """, "ja",
            [["a", "west", 5L, 2.5], ["a", "east", 1L, 3.5], ["b", "west", 7L, 4d], ["b", null, 2L, null]]);
        Assert.Equal("pivot", (string?)option["type"]);
        Assert.Equal(["担当者"], Texts(option["row_titles"]));
        Assert.Equal(["west", "(なし)", "東"], ((JsonArray)option["columns"]!).Select(c => (string?)c![0]));
        Assert.Equal([5m, 2.5m, null, null, 1m, 3.5m], Cells(option["rows"]![0]!["cells"]));
        Assert.Equal([6m, null], Cells(option["rows"]![0]!["totals"]));
        Assert.Equal([12m, null, 2m, null, 1m, null, 15m, null], Cells(option["totals"]));
        Assert.Contains("総計は15", Summary(option), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_time_run_forward_and_a_pivot_of_means_has_no_totals()
    {
        var option = Option(
            "pivot", """ "dimensions":[{"field":"rep","role":"row"},{"field":"sold_on","role":"column","grain":"year"},{"field":"rush","role":"column"}],"measures":[{"field":"rating","aggregate":"mean"}] """, "en",
            [["a", new DateOnly(2026, 1, 1), true, 1d], ["a", new DateOnly(2025, 1, 1), true, 2d], ["a", new DateOnly(2025, 1, 1), false, 3d]]);
        Assert.Equal(["2025 No", "2025 Yes", "2026 Yes"], ((JsonArray)option["columns"]!).Select(c => $"{c![0]} {c[1]}"));
        Assert.Null(option["totals"]);
        Assert.Null(option["rows"]![0]!["totals"]);
    }

    [Fact]
    public void Every_kind_is_drawn_over_no_rows_and_holds_no_colour()
    {
        foreach (var (chart, rest) in new[]
        {
            ("funnel", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """),
            ("waterfall", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """),
            ("radar", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """),
            ("sankey", """ "dimensions":[{"field":"rep"},{"field":"region","role":"series"}],"measures":[{"aggregate":"count"}] """),
            ("mixed", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"},{"field":"amount","aggregate":"sum"}] """),
            ("forecast", """ "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}] """),
            ("pivot", """ "dimensions":[{"field":"rep","role":"row"},{"field":"region","role":"column"}],"measures":[{"aggregate":"count"}] """),
        })
        {
            var option = Option(chart, rest, "en", []);
            Assert.True((bool)option["meta"]!["empty"]!, chart);
            Assert.DoesNotContain("\"color\"", option.ToJsonString(), StringComparison.Ordinal);
        }
    }

    private static JsonObject Option(string chart, string rest, string locale, IReadOnlyList<object?[]> rows)
    {
        var query = Checks.Fit($$"""{"chart_type":"{{chart}}","dataset":"sales",{{rest}}}""");
        var derived = DerivedFigures.Of(query, ResultColumns.Of(query, locale), rows, locale);
        var (columns, figures) = derived;
        Assert.All(figures, r => Assert.Equal(columns.Count, r.Count));
        var result = new ResultTable { Columns = columns, Rows = figures, Forecast = derived.Forecast, Anomalies = derived.Anomalies, AsOf = DateTimeOffset.UnixEpoch, TimeZone = "Asia/Tokyo" };
        return EChartsOption.Of(query, result, Checks.Templates.Find(chart)!.Drawing, locale);
    }

    private static string Summary(JsonObject option) => (string)option["meta"]!["summary"]!;

    private static List<decimal?> Figures(JsonObject option, int series) => Cells(((JsonArray)option["series"]!)[series]!["data"]);

    private static List<decimal?> Cells(JsonNode? array) => [.. ((JsonArray)array!).Select(n => Number(n is JsonObject item ? item["value"] : n))];

    private static decimal? Number(JsonNode? node) => node is null ? null : decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Texts(JsonNode? array, string? property = null) => ((JsonArray)array!).Select(n => (string?)(property is null ? n : n![property]));
}
