using Web.Semantics.Forecasts;

namespace Web.Semantics.Anomalies;

/// <summary>What is to be said of a search for unusual figures.</summary>
/// <param name="Code">Null when the figures were judged; else why not: <c>too_short</c>, <c>too_sparse</c>.</param>
/// <param name="Judged">How many figures were judged.</param>
/// <param name="Fewest">How many are needed.</param>
/// <param name="Season">How many periods make a round where a season was taken into account; 1 where it was not.</param>
public sealed record AnomalyNote(string? Code, int Judged, int Fewest, int Season);

/// <summary>
/// A running series with what was expected of each figure. Columns <c>&lt;name&gt;__expected_lower</c>, <c>__expected_upper</c> and <c>__unusual</c> (<c>high</c>,
/// <c>low</c> or null) come after the measure. Each series is judged by itself. The period that today lies in, and a first or last one that a filter cuts, are not.
/// </summary>
public static class AnomalyRows
{
    public const string Lower = "__expected_lower", Upper = "__expected_upper", Unusual = "__unusual", High = "high", Low = "low";

    internal static DerivedTable Of(CheckedQuery query, IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, string locale)
    {
        var at = columns.Count - 1;
        var of = columns[at];
        ResultColumn Column(string suffix) => of with { Name = of.Name + suffix, Title = SemanticsTexts.Get("title" + suffix, locale, of.Title) };
        var edge = of.Type == "integer" ? "number" : of.Type;
        IReadOnlyList<ResultColumn> all = [.. columns, Column(Lower) with { Type = edge }, Column(Upper) with { Type = edge }, Column(Unusual) with { Type = "text", Currency = null, Unit = null }];
        var added = new object?[rows.Count][];
        var notes = new List<AnomalyNote>();
        foreach (var series in Enumerable.Range(0, rows.Count).GroupBy(i => string.Join('\u001f', rows[i].Skip(1).Take(at - 1).Select(cell => cell is null ? "\0" : ResultCell.Text(cell)))))
            notes.Add(Judge(query, of, rows, [.. series], at, added));
        return new DerivedTable(all, [.. rows.Select((row, i) => (IReadOnlyList<object?>)[.. row, .. added[i] ?? [null, null, null]])])
        {
            Anomalies = notes.Find(note => note.Code is null) is null ? notes.FirstOrDefault() : new AnomalyNote(null, notes.Where(n => n.Code is null).Sum(n => n.Judged), Expectation.Fewest, notes.Where(n => n.Code is null).Max(n => n.Season)),
        };
    }

    private static AnomalyNote Judge(CheckedQuery query, ResultColumn of, IReadOnlyList<IReadOnlyList<object?>> rows, List<int> series, int at, object?[][] added)
    {
        var buckets = new Buckets(query.Dimensions[0], query.Today);
        var places = series.Where(i => rows[i][0] is not null).OrderBy(i => rows[i][0]).ToList();
        if (places.Count == 0) return new AnomalyNote("too_short", 0, Expectation.Fewest, 1);
        var time = buckets.Through(rows[places[0]][0]!, rows[places[^1]][0]!);
        var place = places.ToDictionary(i => rows[i][0]!);
        var figures = query.SeriesOf(time.Select(t => place.TryGetValue(t, out var i) ? rows[i][at] : null));
        for (var t = 0; t < figures.Length; t++)
            if (!buckets.IsOver(time[t]) || !buckets.IsWhole(time[t], query)) figures[t] = double.NaN;
        var known = figures.Count(y => !double.IsNaN(y));
        if (known < Expectation.Fewest) return new AnomalyNote("too_short", known, Expectation.Fewest, 1);
        var expectation = new Expectation(figures, buckets.Season, of.Type == "integer");
        if (expectation.IsSparse) return new AnomalyNote("too_sparse", known, Expectation.Fewest, 1);
        var floor = figures.Where(y => !double.IsNaN(y)).Min() >= 0 ? 0 : double.NegativeInfinity;
        for (var t = 0; t < time.Count; t++)
        {
            var one = expectation.All[t];
            if (!place.TryGetValue(time[t], out var i) || double.IsNaN(one.Score)) continue;
            added[i] = [of.Rounded(Math.Max(one.Lower, floor)), of.Rounded(Math.Max(one.Upper, floor)), one.IsUnusual ? one.Score > 0 ? High : Low : null];
        }
        return new AnomalyNote(null, known, Expectation.Fewest, expectation.Season);
    }
}
