using Web.Semantics;
using Web.Semantics.Anomalies;

namespace Web.Tests.Semantics.Anomalies;

/// <summary>Today is 20 November 2026.</summary>
public sealed class AnomalyRowsTests
{
    [Fact]
    public void A_planted_month_has_its_range_and_its_direction()
    {
        var (columns, rows) = Of("", Months(24, m => m == 17 ? 400L : 100 + (m * 7 % 5)));
        Assert.Equal(["sold_on", "count", "count__expected_lower", "count__expected_upper", "count__unusual"], columns.Select(c => c.Name));
        Assert.Equal(["date", "integer", "number", "number", "text"], columns.Select(c => c.Type));
        var odd = Assert.Single(rows, r => r[4] is not null);
        Assert.Equal((new DateOnly(2026, 4, 1), 400L, "high"), (odd[0], odd[1], odd[4]));
        Assert.True((double)odd[3]! < 150 && (double)odd[2]! > 50);
    }

    [Fact]
    public void The_running_month_and_one_that_a_filter_cuts_are_not_judged()
    {
        // "The last 24 months" begin on 21 November 2024.
        var rows = Of("""{"field":"sold_on","op":"in_period","value":"last_24_months"}""", [.. Enumerable.Range(0, 25).Select(i => new object?[] { new DateOnly(2024, 11, 1).AddMonths(i), i is 0 or 24 ? 3L : 100L + (i % 3) })]).Rows;
        Assert.Equal([null, null, null], rows[0].Skip(2));
        Assert.Equal([null, null, null], rows[24].Skip(2));
        Assert.All(rows.Skip(1).Take(23), r => Assert.NotNull(r[2]));
        Assert.DoesNotContain(rows, r => r[4] is not null);
    }

    [Fact]
    public void A_range_is_not_below_zero_where_figures_never_are() =>
        Assert.All(Of("", Months(24, m => m % 2 == 0 ? 1L : 9L)).Rows.Where(r => r[2] is not null), r => Assert.True((double)r[2]! >= 0));

    [Fact]
    public void Each_series_is_judged_by_itself()
    {
        object?[][] rows = [.. Enumerable.Range(0, 20).SelectMany(i => new[] { "A", "B" }.Select(s => new object?[] { new DateOnly(2025, 1, 1).AddMonths(i), s, (s == "A" ? 10L : 1000L) + (i % 3) }))];
        rows[21][2] = 1200L; // B in November 2025
        rows[10][2] = 1000L; // A in June 2025 as great as B
        var found = Derive("""{"chart_type":"line","dataset":"sales","anomalies":true,"dimensions":[{"field":"sold_on","grain":"month"},{"field":"region","role":"series"}],"measures":[{"aggregate":"count"}]}""", rows).Rows.Where(r => r[5] is not null);
        Assert.Equal([("A", "high"), ("B", "high")], found.Select(r => ((string)r[1]!, (string)r[5]!)));
    }

    [Fact]
    public void Too_few_periods_and_empty_ones_are_said_and_nothing_is_marked()
    {
        var few = Derive(Query(""), Months(11, m => m == 5 ? 900L : 10L));
        Assert.Equal(new AnomalyNote("too_short", 11, 12, 1), few.Anomalies);
        Assert.All(few.Rows, r => Assert.Equal([null, null, null], r.Skip(2)));
        Assert.Equal("too_sparse", Derive(Query(""), Months(30, m => m % 6 == 0 ? 9L : 0L)).Anomalies!.Code);
        Assert.Equal(new AnomalyNote(null, 24, 12, 1), Derive(Query(""), Months(24, m => 100 + (m * 7 % 5))).Anomalies);
    }

    [Fact]
    public void No_rows_are_no_marks() => Assert.Empty(Derive(Query(""), []).Rows);

    [Theory]
    [InlineData("""{"chart_type":"pie","dataset":"sales","anomalies":true,"dimensions":[{"field":"region"}],"measures":[{"aggregate":"count"}]}""", "anomalies_not_for_chart")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","anomalies":true,"dimensions":[{"field":"region"}],"measures":[{"aggregate":"count"}]}""", "anomalies_need_time")]
    [InlineData("""{"chart_type":"line","dataset":"sales","anomalies":true,"dimensions":[{"field":"sold_on","grain":"weekday"}],"measures":[{"aggregate":"count"}]}""", "anomalies_need_time")]
    [InlineData("""{"chart_type":"line","dataset":"sales","anomalies":true,"dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"},{"field":"cost","aggregate":"sum"}]}""", "anomalies_one_measure")]
    [InlineData("""{"chart_type":"line","dataset":"sales","anomalies":true,"dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count","transform":"cumulative"}]}""", "anomalies_plain_figure")]
    [InlineData("""{"chart_type":"line","dataset":"sales","anomalies":true,"compare":{"to":"previous_year"},"dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}]}""", "anomalies_not_compared")]
    [InlineData("""{"chart_type":"area","dataset":"sales","anomalies":true,"dimensions":[{"field":"sold_on","grain":"month"},{"field":"region","role":"series"}],"measures":[{"aggregate":"count"}]}""", "anomalies_not_stacked")]
    [InlineData("""{"chart_type":"line","dataset":"sales","anomalies":true,"limit":5,"dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}]}""", "anomalies_all_time")]
    public void What_marks_cannot_do_is_a_fault(string query, string code)
    {
        var fault = Assert.Single(Assert.IsType<CheckOutcome.Faulty>(Checks.CheckForm(query)).Faults, f => f.Code.StartsWith("anomalies", StringComparison.Ordinal));
        Assert.Equal(code, fault.Code);
        Assert.NotEqual(code, fault.MessageIn("ja"));
    }

    private static object?[][] Months(int count, Func<int, long> figure) => [.. Enumerable.Range(0, count).Select(m => new object?[] { new DateOnly(2024, 11, 1).AddMonths(m), figure(m) })];

    private static string Query(string filter) => $$"""{"chart_type":"line","dataset":"sales","anomalies":true,"dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}],"filters":[{{filter}}]}""";

    private static DerivedTable Of(string filter, object?[][] rows) => Derive(Query(filter), rows);

    private static DerivedTable Derive(string json, object?[][] rows)
    {
        var query = Checks.Fit(json);
        return DerivedFigures.Of(query, ResultColumns.Of(query, "en"), rows, "en");
    }
}
