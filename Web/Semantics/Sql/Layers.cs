using System.Collections.Immutable;
using System.Globalization;

namespace Web.Semantics.Sql;

/// <summary>The layers over grouped rows: gaps filled, the earlier period beside, transforms worked out.</summary>
internal sealed class Layers(CheckedQuery query, Keys keys, IReadOnlyList<Foremost> tops, IReadOnlyList<CheckedMeasure> measures)
{
    /// <summary>More buckets than this between the first and the last are not filled in.</summary>
    private const int MostBuckets = 5000;

    /// <summary>The last layer written so far.</summary>
    public string Current { get; private set; } = "grouped";

    /// <summary>Every key: dimensions, marks of the others, currency.</summary>
    public ImmutableArray<string> KeyAliases { get; } =
    [
        .. query.Dimensions.SelectMany((_, i) => tops.Any(t => t.Index == i && t.Others) ? [Keys.Alias(i), Keys.OthersAlias(i)] : new[] { Keys.Alias(i) }),
        .. keys.Mixed is null ? [] : new[] { Keys.CurrencyAlias },
    ];

    private IEnumerable<string> Figures => measures.Select((_, i) => MeasureSql.Alias(i));

    private IEnumerable<string> EarlierFigures => query.Comparison is null ? [] : query.Measures.Select((_, i) => Earlier(i));

    public static string Earlier(int measure) => "p" + (measure + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Every bucket between the first and the last, where x has buckets. An aggregate filter takes buckets out on purpose, so then
    /// none are put back; and a list of rows has no gaps.
    /// </summary>
    public Select? Spine()
    {
        if (query.X is not { HasBuckets: true } x || query.CountsRows || query.GroupConditions.Count > 0 || tops.Any(t => t.Index == 0)) return null;
        return new Select
        {
            Terms = [new Term("k1", "k1")],
            From = "grouped",
            Union = new Select { Terms = [new Term(Series(x), "k1")], From = "grouped", Having = [Short(x)] },
        };
    }

    public Select Filled()
    {
        var rest = KeyAliases.Skip(1).ToList();
        var others = $"cross join (select distinct {string.Join(", ", rest)} from grouped) o";
        var match = string.Concat(rest.Select(k => $" and g.{k} is not distinct from o.{k}"));
        Current = "filled";
        return new Select
        {
            Terms =
            [
                new Term("s.k1", "k1"), .. rest.Select(k => new Term("o." + k, k)),
                .. measures.Select((m, i) => m.IsCount
                    ? new Term($"coalesce(g.{MeasureSql.Alias(i)}, 0)", MeasureSql.Alias(i)) : new Term("g." + MeasureSql.Alias(i), MeasureSql.Alias(i))),
            ],
            From = "spine s",
            Joins = [.. rest.Count > 0 ? [others] : Array.Empty<string>(), $"left join grouped g on g.k1 = s.k1{match}"],
        };
    }

    /// <summary>Beside each row the figures of its match in the earlier period.</summary>
    public Select Compared(CheckedComparison comparison)
    {
        var on = KeyAliases.Select(k => k == "k1" && query.X is not null
            ? $"e.k1 {(comparison is { Months: 0, Days: 0 } ? "is not distinct from" : "=")} {EarlierKeys.Before(query, comparison, "f.k1")}" : $"e.{k} is not distinct from f.{k}").ToList();
        var select = new Select
        {
            Terms =
            [
                .. KeyAliases.Select(k => new Term("f." + k, k)),
                .. measures.Select((_, i) => new Term("f." + MeasureSql.Alias(i), MeasureSql.Alias(i))),
                .. query.Measures.Select((m, i) => new Term(m.IsCount ? $"coalesce(e.{MeasureSql.Alias(i)}, 0)" : "e." + MeasureSql.Alias(i), Earlier(i))),
            ],
            From = $"{Current} f",
            Joins = [$"left join {(comparison.Condition is null ? "grouped" : "earlier")} e on {(on.Count == 0 ? "true" : string.Join(" and ", on))}"],
        };
        Current = "compared";
        return select;
    }

    /// <summary>Beside each row the place of its x value.</summary>
    public IEnumerable<Named> Placed(Ranking ranking)
    {
        string[] columns = [.. KeyAliases, .. Figures, .. EarlierFigures];
        if (ranking.Figured(Current, columns) is { } figured)
        {
            yield return new Named("figured", figured);
            Current = "figured";
        }
        yield return new Named("placed", ranking.Placed(Current, columns));
        Current = "placed";
    }

    /// <summary>Transforms, over all x values whatever the limit; null when there are none.</summary>
    public Select? Changed(bool placed)
    {
        if (query.Measures.All(m => m.Transform is null)) return null;
        var windows = new Windows(query, keys, tops);
        var select = new Select
        {
            Terms =
            [
                .. KeyAliases.Select(k => new Term(k, k)),
                .. measures.Select((m, i) => new Term(windows.Write(m.Transform, MeasureSql.Alias(i)), MeasureSql.Alias(i))),
                .. query.Comparison is null ? [] : query.Measures.Select((m, i) => new Term(windows.Write(m.Transform, Earlier(i)), Earlier(i))),
                .. placed ? [new Term(Ranking.PlaceAlias, Ranking.PlaceAlias)] : Array.Empty<Term>(),
            ],
            From = Current,
        };
        Current = "changed";
        return select;
    }

    private static string Series(CheckedDimension x) => x switch
    {
        { Column.IsTemporal: true, Grain: { } grain } when !Checking.Grains.IsCyclic(grain) =>
            $"generate_series(min(k1)::timestamp, max(k1)::timestamp, interval '{TimeSql.Step(grain)}'){(grain == Grain.Hour ? "" : "::date")}",
        _ => "generate_series(min(k1), max(k1))",
    };

    private static string Short(CheckedDimension x) => x.Grain switch
    {
        Grain.Hour => $"max(k1) - min(k1) <= interval '{Text(MostBuckets)} hours'",
        { } grain when x.Column.IsTemporal && !Checking.Grains.IsCyclic(grain) => $"max(k1) - min(k1) <= {Text(MostBuckets * Days(grain))}",
        _ => $"max(k1) - min(k1) <= {Text(MostBuckets)}",
    };

    private static int Days(Grain grain) => grain switch
    {
        Grain.Day => 1,
        Grain.Week => 7,
        Grain.Month => 30,
        Grain.Quarter or Grain.FiscalQuarter => 90,
        Grain.Half => 181,
        _ => 365,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
