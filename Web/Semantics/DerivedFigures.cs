using System.Globalization;
using Web.Semantics.Anomalies;
using Web.Semantics.Forecasts;

namespace Web.Semantics;

/// <summary>
/// Columns that some kinds of chart add to the database's figures, named after the first measure: a funnel
/// <c>__of_first</c> and <c>__of_previous</c> (percent), a waterfall <c>__running</c>, a gauge with a target <c>__target</c> and
/// <c>__achieved</c> (percent), a forecast those of <see cref="ForecastRows"/>, marks of
/// unusual figures those of <see cref="AnomalyRows"/>. Tables, files and programs get what the picture shows.
/// </summary>
public static class DerivedFigures
{
    public const int FewestRadarAxes = 3, MostRadarAxes = 12;

    /// <exception cref="NoFiguresException">The rows do not fit the chart: too few periods to forecast, too few or many axes.</exception>
    public static DerivedTable Of(CheckedQuery query, IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, string locale) => query.Shape.ChartType switch
    {
        ChartType.Funnel => Funnel(query, columns, rows, locale),
        ChartType.Waterfall => Waterfall(columns, rows, locale),
        ChartType.Gauge when query.Query.Target is { } target => Gauge(columns, rows, target, locale),
        ChartType.Radar => new(columns, Radar(rows)),
        ChartType.Forecast => ForecastRows.Of(query, columns, rows, locale),
        _ => query.Query.Anomalies == true ? AnomalyRows.Of(query, columns, rows, locale) : new(columns, rows),
    };

    private static DerivedTable Funnel(
        CheckedQuery query, IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, string locale)
    {
        // Stages keep their own order; the rest of all stages stays last.
        if (query.Query.Sort is null && query.Dimensions[0].Column is { Ordered: true, Values: { } values })
            rows = [.. rows.OrderBy(r => r[0] is ResultTable.Others ? int.MaxValue : Place(values, r[0]))];
        var steps = rows.Select(r => ResultCell.Number(r[1])).ToList();
        return new(
            [.. columns, Percent(columns[1], "of_first", locale), Percent(columns[1], "of_previous", locale)],
            [.. rows.Select((row, i) => (IReadOnlyList<object?>)[.. row, Share(steps[i], steps[0]), i == 0 ? null : Share(steps[i], steps[i - 1])])]);
    }

    private static int Place(IReadOnlyList<string> values, object? value)
    {
        for (var i = 0; i < values.Count; i++)
            if (values[i].Equals(value)) return i;
        return int.MaxValue - 1;
    }

    private static DerivedTable Waterfall(
        IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, string locale)
    {
        var running = 0m;
        return new(
            [.. columns, columns[1] with { Name = columns[1].Name + "__running", Title = SemanticsTexts.Get("title_running", locale, columns[1].Title) }],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. row, running = Added(running, ResultCell.Number(row[1]) ?? 0)])]);
    }

    private static decimal Added(decimal sum, decimal figure)
    {
        try
        {
            return sum + figure;
        }
        catch (OverflowException e)
        {
            throw new NoFiguresException("figures_out_of_range", e);
        }
    }

    private static DerivedTable Gauge(
        IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, decimal target, string locale) => new(
            [.. columns, columns[0] with { Name = columns[0].Name + "__target", Title = SemanticsTexts.Get("title_target", locale) }, Percent(columns[0], "achieved", locale)],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. row, target, Share(ResultCell.Number(row[0]), target)])]);

    private static IReadOnlyList<IReadOnlyList<object?>> Radar(IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var axes = rows.Select(r => r[0] ?? typeof(DBNull)).Distinct().Count();
        return axes is 0 or (>= FewestRadarAxes and <= MostRadarAxes) ? rows
            : throw new NoFiguresException("radar_axes", null, "/dimensions/0", axes.ToString(CultureInfo.InvariantCulture));
    }

    private static ResultColumn Percent(ResultColumn of, string suffix, string locale) => of with
    {
        Name = $"{of.Name}__{suffix}",
        Title = SemanticsTexts.Get("title_" + suffix, locale),
        Type = "number",
        Currency = null,
        Unit = "%",
    };

    private static object? Share(decimal? part, decimal? whole) =>
        part is { } p && whole is { } w && w != 0 && Math.Abs(p) < 1e24m && Math.Abs(p / w) < 1e20m ? (double)Math.Round(100 * (p / w), 1) : null;
}
