using Web.Semantics;

namespace Web.Tests.Semantics.Forecasts;

/// <summary>Today is 20 November 2026.</summary>
public sealed class ForecastRowsTests
{
    [Fact]
    public void The_running_month_is_left_out_of_the_fit_and_the_periods_follow_it()
    {
        // 10, 20, 30 … in ten months; the 3 of November would bend the line.
        var rows = Rows("month", 3, [.. Enumerable.Range(1, 10).Select(m => new object?[] { new DateOnly(2026, m, 1), 10L * m }), [new DateOnly(2026, 11, 1), 3L]]);
        Assert.Equal(14, rows.Count);
        Assert.All(rows.Take(10), r => Assert.Null(r[2]));
        Assert.Equal([new DateOnly(2026, 11, 1), 3L, 110d], rows[10].Take(3));
        Assert.Equal([120d, 130d, 140d], rows.Skip(11).Select(r => r[2]));
        Assert.Equal(new DateOnly(2027, 2, 1), rows[^1][0]);
        Assert.All(rows.Skip(11), r => Assert.Null(r[1]));
    }

    [Fact]
    public void A_series_that_ended_long_ago_goes_on_from_its_end()
    {
        var rows = Rows("year", 2, [.. Enumerable.Range(2001, 7).Select(y => new object?[] { new DateOnly(y, 1, 1), 4L })]);
        Assert.Equal([new DateOnly(2008, 1, 1), new DateOnly(2009, 1, 1)], rows.Skip(7).Select(r => r[0]));
        Assert.Equal([4d, 4d], rows.Skip(7).Select(r => r[2]));
    }

    [Fact]
    public void An_empty_month_is_nothing_in_a_sum_and_unknown_in_a_mean()
    {
        object?[][] rows = [[new DateOnly(2026, 1, 1), 8d], [new DateOnly(2026, 2, 1), null], [new DateOnly(2026, 3, 1), 8d], [new DateOnly(2026, 4, 1), 8d]];
        Assert.Equal(6d, Rows("month", 1, rows, """{"field":"rating","aggregate":"sum"}""")[^1][2]);
        Assert.Equal(8d, Rows("month", 1, rows, """{"field":"rating","aggregate":"mean"}""")[^1][2]);
    }

    [Fact]
    public void What_is_never_below_zero_is_not_forecast_below_zero()
    {
        var rows = Rows("month", 6, [.. Enumerable.Range(1, 8).Select(m => new object?[] { new DateOnly(2026, m, 1), 16L - (2 * m) })]);
        Assert.All(rows.Skip(8), r => Assert.All(r.Skip(2), cell => Assert.True((double)cell! >= 0)));
        Assert.Equal(0d, rows[^1][2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Too_few_finished_periods_say_so(int finished)
    {
        object?[][] rows = [.. Enumerable.Range(0, finished).Select(m => new object?[] { new DateOnly(2026, 9 + m, 1), 1L }), [new DateOnly(2026, 11, 1), 9L]];
        var none = Assert.Throws<NoFiguresException>(() => Rows("month", 3, rows));
        Assert.Equal(("series_too_short", "/forecast"), (none.Code, none.Pointer));
        var fault = new Fault(none.Pointer, none.Code, none.Args);
        Assert.Contains($"only {finished} finished", fault.MessageIn("en"), StringComparison.Ordinal);
        Assert.Contains("少なくとも3つ", fault.MessageIn("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_are_no_forecast() => Assert.Empty(Rows("month", 3, []));

    [Fact]
    public void Amounts_are_rounded_to_their_money_and_the_columns_say_what_they_are()
    {
        var query = Fit("week", 1, """{"field":"cost","aggregate":"sum"}""");
        var (columns, rows) = DerivedFigures.Of(query, ResultColumns.Of(query, "en"), [.. Enumerable.Range(0, 4).Select(w => new object?[] { new DateOnly(2026, 9, 7).AddDays(7 * w), 10m + w })], "en");
        Assert.Equal(["sold_on", "cost_sum", "cost_sum__forecast", "cost_sum__lower", "cost_sum__upper", "cost_sum__lower_80", "cost_sum__upper_80"], columns.Select(c => c.Name));
        Assert.All(columns.Skip(2), c => Assert.Equal(("money", "USD"), (c.Type, c.Currency)));
        Assert.Equal([new DateOnly(2026, 10, 5), null, 11.5m], rows[^1].Take(3));
    }

    [Fact]
    public void Without_a_number_of_periods_the_grain_decides() =>
        Assert.Equal(6 + 6, DerivedFiguresTests.Derive(Fit("month", null, """{"aggregate":"count"}"""), [.. Enumerable.Range(1, 6).Select(m => new object?[] { new DateOnly(2025, m, 1), 5L })]).Count);

    private static IReadOnlyList<IReadOnlyList<object?>> Rows(string grain, int periods, IReadOnlyList<object?[]> rows, string measure = """{"aggregate":"count"}""") =>
        DerivedFiguresTests.Derive(Fit(grain, periods, measure), rows);

    private static CheckedQuery Fit(string grain, int? periods, string measure) => Checks.Fit(
        $$"""{"chart_type":"forecast","dataset":"sales","dimensions":[{"field":"sold_on","grain":"{{grain}}"}],"measures":[{{measure}}]{{(periods is { } p ? $$""","forecast":{"periods":{{p}}}""" : "")}}}""");
}
