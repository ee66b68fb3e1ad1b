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

    private static JsonObject Option(string rest, string chart, string locale, IReadOnlyList<object?[]> rows)
    {
        var query = Checks.Fit($$"""{"chart_type":"{{chart}}","dataset":"sales",{{rest}}}""");
        var result = new ResultTable { Columns = ResultColumns.Of(query, locale), Rows = rows, AsOf = DateTimeOffset.UnixEpoch, TimeZone = "Asia/Tokyo" };
        Assert.All(rows, r => Assert.Equal(result.Columns.Count, r.Length));
        return EChartsOption.Of(query, result, Checks.Templates.Find(chart)!.Drawing, locale);
    }

    private static IEnumerable<string?> Texts(JsonNode? array, string? property = null) => ((JsonArray)array!).Select(n => (string?)(property is null ? n : n![property]));
}
