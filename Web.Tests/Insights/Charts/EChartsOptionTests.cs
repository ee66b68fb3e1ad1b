using System.Globalization;
using System.Text.Json.Nodes;
using Web.Insights.Charts;
using Web.Semantics;
using Web.Tests.Semantics;

namespace Web.Tests.Insights.Charts;

public sealed class EChartsOptionTests
{
    private static readonly DateOnly[] Months = [new(2026, 9, 1), new(2026, 10, 1), new(2026, 11, 1)];

    [Fact]
    public void A_line_is_named_at_its_end_and_its_running_month_is_marked()
    {
        var option = Option(
            """ "dimensions":[{"field":"sold_on","grain":"month"},{"field":"rep","role":"series"}],"measures":[{"field":"amount","aggregate":"sum"}] """, "line", "ja",
            [.. Months.SelectMany(m => new object?[][] { [m, "aoki", 18_900_000m], [m, "baba", null] })]);
        Assert.Equal(["9月", "10月", "11月"], Texts(option["xAxis"]!["data"]));
        Assert.Equal(["aoki", "baba"], Texts(option["series"], "name"));
        Assert.Equal(1, (int)option["meta"]!["partial"]!);
        Assert.Equal("万円", (string?)option["meta"]!["words"]);
        Assert.Equal("man", (string?)option["meta"]!["scale"]);
        Assert.Equal("{a}", (string?)option["series"]![0]!["endLabel"]!["formatter"]);
        Assert.Null(option["legend"]);
        Assert.Null(option["series"]![1]!["data"]![0]);
        Assert.Equal(18_900_000m, (decimal)option["series"]![0]!["data"]![2]!);
        Assert.Contains("金額の合計", (string?)option["aria"]!["label"]!["description"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_running_month_in_columns_is_hatched_and_a_past_one_is_not()
    {
        var option = Option(""" "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}] """, "column", "en", [.. Months.Select(m => new object?[] { m, 4L })]);
        Assert.Equal(4, (long)option["series"]![0]!["data"]![1]!);
        Assert.NotNull(option["series"]![0]!["data"]![2]!["itemStyle"]!["decal"]);
        var past = Option(""" "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}] """, "column", "en", [[new DateOnly(2026, 10, 1), 4L]]);
        Assert.Equal(4, (long)past["series"]![0]!["data"]![0]!);
        Assert.Null(past["meta"]!["partial"]);
    }

    [Fact]
    public void Categories_lie_and_time_stands_whatever_the_bars_are_called()
    {
        var lying = Option(""" "dimensions":[{"field":"region"}],"measures":[{"aggregate":"count"}] """, "bar", "ja", [["east", 3L], [null, 2L]]);
        Assert.Equal(["東", "(なし)"], Texts(lying["yAxis"]!["data"]));
        Assert.True((bool)lying["yAxis"]!["inverse"]!);
        var standing = Option(""" "dimensions":[{"field":"sold_on","grain":"year"}],"measures":[{"aggregate":"count"}] """, "bar", "ja", [[new DateOnly(2025, 1, 1), 3L]]);
        Assert.Equal(["2025年"], Texts(standing["xAxis"]!["data"]));
    }

    [Fact]
    public void Six_series_have_a_legend_and_the_others_are_last()
    {
        var rows = new[] { ResultTable.Others, "a", "b", "c", "d", "e" }.Select(s => new object?[] { new DateOnly(2025, 1, 1), s, 1L }).ToArray();
        var option = Option(""" "dimensions":[{"field":"sold_on","grain":"month"},{"field":"rep","role":"series"}],"measures":[{"aggregate":"count"}],"series_limit":5,"others":true""", "line", "en", rows);
        Assert.NotNull(option["legend"]);
        Assert.Equal(["a", "b", "c", "d", "e", "Others"], Texts(option["series"], "name"));
        Assert.Equal("others", (string?)option["series"]![5]!["role"]);
    }

    [Fact]
    public void A_stack_of_percent_ends_at_100()
    {
        var option = Option(""" "dimensions":[{"field":"rep"},{"field":"rush","role":"series"}],"measures":[{"aggregate":"count"}],"stack":"percent" """, "column", "en", [["a", true, 1L], ["a", false, 3L]]);
        Assert.Equal([25m, 75m], ((JsonArray)option["series"]!).Select(s => (decimal)s!["data"]![0]!));
        Assert.Equal(100, (int)option["yAxis"]!["max"]!);
        Assert.Equal("%", (string?)option["meta"]!["unit"]);
    }

    [Fact]
    public void Figures_of_unlike_kinds_have_axes_of_their_own()
    {
        var option = Option(""" "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"sum"},{"aggregate":"count"}] """, "column", "en", [["a", 1_000_000m, 3L]]);
        Assert.Equal(2, ((JsonArray)option["yAxis"]!).Count);
        Assert.Equal(1, (int)option["series"]![1]!["yAxisIndex"]!);
        Assert.Equal("JPY", (string?)option["meta"]!["axes"]![0]!["currency"]);
    }

    [Fact]
    public void A_comparison_is_a_thin_line_of_its_own()
    {
        var option = Option(
            """ "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"sold_on","op":"in_period","value":"2026"}],"compare":{"to":"previous_year"} """,
            "line", "en", [[Months[0], 5m, 4m]]);
        Assert.Equal("compared", (string?)option["series"]![1]!["role"]);
        Assert.Equal("Amount, total, previous year", (string?)option["series"]![1]!["name"]);
        Assert.Equal(1.25, (double)option["series"]![1]!["lineStyle"]!["width"]!);
    }

    [Fact]
    public void A_target_is_a_dashed_line()
    {
        var option = Option(""" "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"sum"}],"target":500""", "bar", "ja", [["a", 1m]]);
        Assert.Equal("dashed", (string?)option["series"]![0]!["markLine"]!["lineStyle"]!["type"]);
        Assert.Equal(500, (decimal)option["series"]![0]!["markLine"]!["data"]![0]!["xAxis"]!);
    }

    [Fact]
    public void A_pie_names_its_slices()
    {
        var option = Option(""" "dimensions":[{"field":"rush"}],"measures":[{"aggregate":"count"}] """, "pie", "ja", [[true, 2L], [false, 1L]]);
        Assert.Equal(["はい", "いいえ"], Texts(option["series"]![0]!["data"], "name"));
        Assert.Equal("item", (string?)option["tooltip"]!["trigger"]);
    }

    [Fact]
    public void A_big_number_says_how_it_changed()
    {
        var option = Option(
            """ "measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"sold_on","op":"in_period","value":"this_month"}],"compare":{"to":"previous_period"} """, "big_number", "en", [[150m, 120m]]);
        Assert.Equal("big_number", (string?)option["type"]);
        Assert.Equal(25m, (decimal)option["figures"]![0]!["change_percent"]!);
        Assert.Equal("JPY", (string?)option["figures"]![0]!["currency"]);
    }

    [Fact]
    public void A_table_says_how_its_columns_stand()
    {
        var option = Option(""" "dimensions":[{"field":"rep","role":"detail"}],"measures":[{"field":"amount","aggregate":"sum"}] """, "table", "ja", [["a", 1m]]);
        Assert.Equal("table", (string?)option["type"]);
        Assert.Equal(["left", "right"], Texts(option["columns"], "align"));
    }

    [Fact]
    public void No_rows_are_said_to_be_none()
    {
        var option = Option(""" "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """, "bar", "en", []);
        Assert.True((bool)option["meta"]!["empty"]!);
        Assert.Contains("No rows", (string?)option["meta"]!["summary"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("week", "en", "2026-11-16", "Nov 16")]
    [InlineData("quarter", "ja", "2026-10-01", "2026年Q4")]
    [InlineData("half", "ja", "2026-07-01", "2026年下期")]
    [InlineData("half", "en", "2026-07-01", "2026 H2")]
    [InlineData("fiscal_year", "ja", "2026-04-01", "2026年度")]
    [InlineData("fiscal_quarter", "en", "2027-01-01", "FY2026 Q4")]
    public void Buckets_are_written_as_people_write_them(string grain, string locale, string day, string label)
    {
        var option = Option($$""" "dimensions":[{"field":"sold_on","grain":"{{grain}}"}],"measures":[{"aggregate":"count"}] """, "line", locale, [[DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), 1L]]);
        Assert.Equal([label], Texts(option["xAxis"]!["data"]));
    }

    [Theory]
    [InlineData("weekday", "ja", 1, "月")]
    [InlineData("weekday", "en", 7, "Sun")]
    [InlineData("month_of_year", "ja", 11, "11月")]
    [InlineData("quarter_of_year", "en", 3, "Q3")]
    [InlineData("day_of_month", "ja", 5, "5日")]
    public void Parts_are_written_as_people_write_them(string grain, string locale, int part, string label)
    {
        var option = Option($$""" "dimensions":[{"field":"sold_on","grain":"{{grain}}"}],"measures":[{"aggregate":"count"}] """, "column", locale, [[(long)part, 1L]]);
        Assert.Equal([label], Texts(option["xAxis"]!["data"]));
    }

    [Fact]
    public void An_option_holds_no_colour_and_no_function()
    {
        var option = Option(""" "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"target":3""", "bar", "en", [["<b>x</b>", 1L]]).ToJsonString();
        Assert.DoesNotContain("\"color\"", option, StringComparison.Ordinal);
        Assert.DoesNotContain("#", option, StringComparison.Ordinal);
        Assert.DoesNotContain("function", option, StringComparison.Ordinal);
        Assert.Contains("richText", option, StringComparison.Ordinal);
    }

    [Fact]
    public void An_area_is_stacked_and_its_tenth_series_is_one_of_the_others()
    {
        var rows = Enumerable.Range(0, 10).Select(i => new object?[] { Months[0], "r" + i, (long)(10 - i) }).ToArray();
        var option = Option(""" "dimensions":[{"field":"sold_on","grain":"month"},{"field":"rep","role":"series"}],"measures":[{"aggregate":"count"}] """, "area", "ja", rows);
        Assert.Equal(["r0", "r1", "r2", "r3", "r4", "r5", "r6", "その他"], Texts(option["series"], "name"));
        Assert.All((JsonArray)option["series"]!, s => Assert.Equal(("axis0", true), ((string?)s!["stack"], s["areaStyle"] is not null)));
        Assert.Equal(3 + 2 + 1, (decimal)option["series"]![7]!["data"]![0]!);
        Assert.Null(Option(""" "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"stack":"none" """, "area", "en", [["a", 1L]])["series"]![0]!["stack"]);
    }

    [Fact]
    public void A_donut_says_its_sum_and_keeps_to_its_colours()
    {
        var rows = Enumerable.Range(0, 12).Select(i => new object?[] { "p" + i, (long)(12 - i) }).ToArray();
        var pie = Option(""" "dimensions":[{"field":"product"}],"measures":[{"aggregate":"count"}] """, "donut", "en", rows)["series"]![0]!;
        Assert.Equal(8, ((JsonArray)pie["data"]!).Count);
        Assert.Equal((5 + 4 + 3 + 2 + 1, "others"), ((decimal)pie["data"]![7]!["value"]!, (string?)pie["data"]![7]!["role"]));
        Assert.Equal(78, (decimal)pie["total"]!);
        Assert.Equal(2, ((JsonArray)pie["radius"]!).Count);
    }

    [Fact]
    public void Points_have_named_axes_that_need_no_zero()
    {
        var option = Option(
            """ "dimensions":[{"field":"product","role":"detail"},{"field":"region","role":"series"}],"measures":[{"field":"amount","aggregate":"none","role":"y"},{"field":"quantity","aggregate":"none","role":"x"}] """, "scatter", "ja",
            [["Desk", "east", 2_000_000m, 3L], ["Chair", "west", 3_000_000m, 4L], ["Desk", null, 4_000_000m, 5L], ["Desk", "east", null, 5L]]);
        Assert.Equal(("数量", "金額(万円)"), ((string?)option["xAxis"]!["name"], (string?)option["yAxis"]!["name"]));
        Assert.True((bool)option["xAxis"]!["scale"]! && (bool)option["yAxis"]!["scale"]!);
        Assert.Equal(["東", "west", "(なし)"], Texts(option["series"], "name"));
        Assert.Equal("[3,2000000]", option["series"]![0]!["data"]![0]!["value"]!.ToJsonString());
        Assert.Equal("Desk", (string?)option["series"]![0]!["data"]![0]!["name"]);
        Assert.Contains("相関係数は 1", (string?)option["meta"]!["summary"], StringComparison.Ordinal);
        Assert.Contains("1 行", (string?)option["meta"]!["notes"]![0], StringComparison.Ordinal);
        Assert.Equal(2, ((JsonArray)option["meta"]!["axes"]!).Count);
    }

    [Fact]
    public void A_bubble_of_four_times_the_size_is_twice_as_wide()
    {
        var option = Option(
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":"quantity","aggregate":"sum"},{"field":"amount","aggregate":"sum"},{"aggregate":"count"}] """, "bubble", "en", [["a", 1L, 2m, 25L], ["b", 2L, 3m, 100L]]);
        Assert.Equal([44.0, 22.0], ((JsonArray)option["series"]![0]!["data"]!).Select(p => (double)p!["symbolSize"]!));
        Assert.Equal(["b", "a"], Texts(option["series"]![0]!["data"], "name"));
    }

    [Fact]
    public void Bins_are_labelled_by_their_edges_in_the_unit_of_the_axis()
    {
        var option = Option(
            """ "measures":[{"field":"amount","aggregate":"none"}] """, "histogram", "ja", [[new BinEdges(0, 500_000, false), 7L], [new BinEdges(500_000, 1_000_000, false), 2L]]);
        Assert.Equal(["0–50", "50–100"], Texts(option["xAxis"]!["data"]));
        Assert.Equal("金額(万円)", (string?)option["xAxis"]!["name"]);
        Assert.Equal("金額の分布", (string?)option["meta"]!["title"]);
        Assert.Contains("最多は 0–500,000", (string?)option["meta"]!["summary"], StringComparison.Ordinal);
        Assert.Null(option["yAxis"]!["scale"]);
    }

    [Fact]
    public void Boxes_of_categories_lie_and_boxes_of_time_stand()
    {
        var lying = Option(""" "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"none"}] """, "box", "en", [["a", 1m, 2.0, 3.0, 4.0, 5m], ["b", null, null, null, null, null]]);
        Assert.Equal(["a"], Texts(lying["yAxis"]!["data"]));
        Assert.Equal("[1,2,3,4,5]", lying["series"]![0]!["data"]![0]!.ToJsonString());
        Assert.Equal("Distribution of Amount by Rep", (string?)lying["meta"]!["title"]);
        var standing = Option(""" "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":"amount","aggregate":"none"}] """, "box", "en", [[Months[0], 1m, 2.0, 3.0, 4.0, 5m]]);
        Assert.Equal(["Sep"], Texts(standing["xAxis"]!["data"]));
        Assert.True((bool)standing["yAxis"]!["scale"]!);
        Assert.Equal("Distribution of Amount. Least 1 JPY, quartiles 2 JPY and 4 JPY, median 3 JPY, greatest 5 JPY.",
            (string?)Option(""" "measures":[{"field":"amount","aggregate":"none"}] """, "box", "en", [[1m, 2.0, 3.0, 4.0, 5m]])["meta"]!["summary"]);
    }

    [Fact]
    public void A_grid_leaves_cells_without_rows_empty_and_fills_the_hours_between()
    {
        var option = Option(
            """ "dimensions":[{"field":"rep"},{"field":"sold_at","grain":"hour_of_day","role":"row"}],"measures":[{"aggregate":"count"}] """, "heatmap", "en", [["a", 9L, 4L], ["a", 11L, 0L], ["b", 9L, null]]);
        Assert.Equal(["9:00", "10:00", "11:00"], Texts(option["yAxis"]!["data"]));
        Assert.Equal("[[0,0,4],[0,2,0]]", option["series"]![0]!["data"]!.ToJsonString());
        Assert.Equal((0m, 4m), ((decimal)option["visualMap"]!["min"]!, (decimal)option["visualMap"]!["max"]!));
    }

    [Fact]
    public void Tiles_are_a_tree_of_what_is_above_zero()
    {
        var option = Option(
            """ "dimensions":[{"field":"rep"},{"field":"product","role":"series"}],"measures":[{"field":"amount","aggregate":"sum"}] """, "treemap", "en", [["a", "Desk", 5m], ["a", "Chair", 7m], ["b", "Desk", 3m], ["b", "Chair", -1m], ["c", "Desk", null]]);
        var data = (JsonArray)option["series"]![0]!["data"]!;
        Assert.Equal(["a", "b"], Texts(data, "name"));
        Assert.Equal((12m, 3m), ((decimal)data[0]!["value"]!, (decimal)data[1]!["value"]!));
        Assert.Equal(["Chair", "Desk"], Texts(data[0]!["children"], "name"));
        Assert.Contains("a 80%", (string?)option["meta"]!["summary"], StringComparison.Ordinal);
        Assert.Contains("1 values", (string?)option["meta"]!["notes"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_currencies_mix_one_scale_shows_one_of_them_and_says_so()
    {
        var option = Option(
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":"fee","aggregate":"sum"}] """, "treemap", "en", [["a", "JPY", 5m], ["b", "JPY", 7m], ["a", "USD", 3m]]);
        Assert.Equal(["b", "a"], Texts(option["series"]![0]!["data"], "name"));
        Assert.Equal("Only JPY is drawn; USD are in the rows.", (string?)option["meta"]!["notes"]![0]);
        Assert.Equal("JPY", (string?)option["meta"]!["currency"]);
    }

    [Theory]
    [InlineData("area", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """)]
    [InlineData("donut", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """)]
    [InlineData("pie", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """)]
    [InlineData("scatter", """ "measures":[{"field":"amount","aggregate":"none"},{"field":"cost","aggregate":"none"}] """)]
    [InlineData("histogram", """ "measures":[{"field":"amount","aggregate":"none"}] """)]
    [InlineData("box", """ "measures":[{"field":"amount","aggregate":"none"}] """)]
    [InlineData("heatmap", """ "dimensions":[{"field":"rep"},{"field":"region","role":"series"}],"measures":[{"aggregate":"count"}] """)]
    [InlineData("treemap", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """)]
    public void No_rows_are_no_fault(string chart, string rest)
    {
        var option = Option(rest, chart, "en", []);
        Assert.True((bool)option["meta"]!["empty"]!);
        Assert.DoesNotContain("\"color\"", option.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Option(string rest, string chart, string locale, IReadOnlyList<object?[]> rows)
    {
        var query = Checks.Fit($$"""{"chart_type":"{{chart}}","dataset":"sales",{{rest}}}""");
        var result = new ResultTable { Columns = ResultColumns.Of(query, locale), Rows = rows, AsOf = DateTimeOffset.UnixEpoch, TimeZone = "Asia/Tokyo" };
        Assert.All(rows, r => Assert.Equal(result.Columns.Count, r.Length));
        return EChartsOption.Of(query, result, Checks.Templates.Find(chart)!.Drawing, locale);
    }

    private static IEnumerable<string?> Texts(JsonNode? array, string? property = null) => ((JsonArray)array!).Select(n => (string?)(property is null ? n : n![property]));
}
