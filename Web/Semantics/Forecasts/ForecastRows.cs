namespace Web.Semantics.Forecasts;

/// <summary>
/// A running series with its forecast. Columns <c>&lt;name&gt;__forecast</c>, <c>__lower</c>, <c>__upper</c> (95 %), <c>__lower_80</c> and
/// <c>__upper_80</c> come after the measure; they are null in the rows that the forecast was made from. Rows to come follow with null as
/// the measure, and <c>row_count</c> counts them too. The period that today lies in is no part of the fit: where there are rows of it already, it keeps its
/// figure so far and gets a forecast beside it, and the asked-for periods follow. So is a first period that a filter cuts. An empty period is 0 in a sum or a
/// count, since nothing happened in it; of other figures it is unknown and lies on the line between its neighbours.
/// </summary>
internal static class ForecastRows
{
    public static readonly IReadOnlyList<string> Suffixes = ["__forecast", "__lower", "__upper", "__lower_80", "__upper_80"];

    public static DerivedTable Of(CheckedQuery query, IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, string locale)
    {
        var name = columns[1];
        IReadOnlyList<ResultColumn> all =
        [
            .. columns,
            .. Suffixes.Select(s => name with { Name = name.Name + s, Title = SemanticsTexts.Get("title" + s, locale, name.Title), Type = name.Type == "integer" ? "number" : name.Type }),
        ];
        if (rows.Count == 0) return new DerivedTable(all, rows);
        var buckets = new Buckets(query.Dimensions[0], query.Today);
        var figures = rows.ToDictionary(r => r[0]!, r => r[1]);
        var past = Past(buckets, rows);
        var cut = past.Count > 0 && !buckets.IsWhole(past[0], query) ? 1 : 0;
        var fit = past.Skip(cut).ToList();
        var series = Series(fit, figures, query);
        var later = Later(buckets, rows, past[^1], query.Query.Forecast?.Periods ?? buckets.UsualPeriods);
        var forecast = Forecaster.Make(series, buckets.Season, later.Count, buckets.UsualPeriods);
        var floor = series.Min() >= 0 ? 0 : double.NegativeInfinity;
        var shown = past.Concat(later).ToHashSet();
        object?[] none = [null, null, null, null, null];
        return new DerivedTable(all,
        [
            .. past.Select(b => (IReadOnlyList<object?>)[b, figures.GetValueOrDefault(b), .. none]),
            .. later.Select((b, i) => (IReadOnlyList<object?>)[b, figures.GetValueOrDefault(b), .. Cells(forecast.Points[i], floor, name)]),
            .. rows.Where(r => !shown.Contains(r[0]!)).Select(r => (IReadOnlyList<object?>)[.. r, .. none]),
        ])
        {
            Forecast = new ForecastNote(forecast.Method, fit.Count, buckets.Season, forecast.Test),
        };
    }

    /// <summary>Every period between the first and the last one that is over.</summary>
    private static List<object> Past(Buckets buckets, IReadOnlyList<IReadOnlyList<object?>> rows) =>
        rows.Select(r => r[0]!).LastOrDefault(buckets.IsOver) is { } last ? buckets.Through(rows[0][0]!, last) : [];

    private static List<object> Later(Buckets buckets, IReadOnlyList<IReadOnlyList<object?>> rows, object last, int periods)
    {
        var known = rows.Select(r => r[0]!).ToHashSet();
        var later = new List<object>();
        for (var bucket = buckets.Next(last); later.Count < periods; bucket = buckets.Next(bucket))
        {
            if (known.Contains(bucket) && buckets.IsNow(bucket)) periods++;
            later.Add(bucket);
        }
        return later;
    }

    private static double[] Series(List<object> fit, Dictionary<object, object?> figures, CheckedQuery query)
    {
        var series = query.SeriesOf(fit.Select(bucket => figures.GetValueOrDefault(bucket)));
        var known = Enumerable.Range(0, series.Length).Where(i => !double.IsNaN(series[i])).ToList();
        if (known.Count < Forecaster.Fewest)
            throw new NoFiguresException("series_too_short", null, "/forecast", ResultCell.Text((long)known.Count), ResultCell.Text((long)Forecaster.Fewest));
        for (var i = 0; i < series.Length; i++)
        {
            if (!double.IsNaN(series[i])) continue;
            var (before, after) = (known.FindLastIndex(k => k < i), known.FindIndex(k => k > i));
            series[i] = before < 0 ? series[known[after]] : after < 0 ? series[known[before]]
                : series[known[before]] + ((series[known[after]] - series[known[before]]) * (i - known[before]) / (known[after] - known[before]));
        }
        return series;
    }

    private static IEnumerable<object?> Cells(ForecastPoint point, double floor, ResultColumn of)
    {
        foreach (var value in new[] { point.Value, point.Lower95, point.Upper95, point.Lower80, point.Upper80 }) yield return of.Rounded(Math.Max(value, floor));
    }
}
