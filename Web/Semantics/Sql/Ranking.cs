using System.Collections.Immutable;

namespace Web.Semantics.Sql;

/// <summary>
/// Which x values stay and in what order, where an x value is more than one row: a series, a facet or currencies beside it.
/// A limit counts whole x values, within each currency and each value of <c>limit_per</c>.
/// </summary>
internal sealed class Ranking(CheckedQuery query, Keys keys, IReadOnlyList<Foremost> tops, Grouping grouping, ImmutableArray<string> keyAliases)
{
    private readonly SortTarget.Measure? byMeasure = query.Sort.By as SortTarget.Measure;

    public bool NeedsPlaces { get; } = !query.CountsRows && keyAliases.Any(k => k != "k1" && k != Keys.OthersAlias(0))
        && ((query.Query.Limit is not null && !tops.Any(t => t.Index == 0)) || query.Sort.By is SortTarget.Measure);

    /// <summary>What ranks are counted within.</summary>
    public ImmutableArray<string> Within { get; } =
    [
        .. query.LimitPer is { } per ? tops.Any(t => t.Index == per && t.Others) ? [Keys.Alias(per), Keys.OthersAlias(per)] : new[] { Keys.Alias(per) } : [],
        .. keys.Mixed is null ? [] : new[] { Keys.CurrencyAlias },
    ];

    public ImmutableArray<string> RankKeys => ["k1", .. tops.Any(t => t is { Index: 0, Others: true }) ? [Keys.OthersAlias(0)] : Array.Empty<string>(), .. Within];

    /// <summary>The figure of a whole x value, worked out again from the rows where it is no sum of its parts (a mean, a median).</summary>
    public Select? Totals()
    {
        if (byMeasure is null || Composed is not null) return null;
        int[] indexes = query.LimitPer is { } per ? [0, per] : [0];
        return grouping.Select(indexes, [byMeasure.Index], query.Conditions, having: false, [.. tops.Where(t => indexes.Contains(t.Index))]);
    }

    public Select Places(string layer)
    {
        var order = $"{(query.Sort.Order == SortOrder.Desc ? "desc" : "asc")} nulls last";
        var by = byMeasure is null ? $"{keys.Sortable(0, "k1")} {XOrder} nulls last" : $"figure {order}, {keys.Sortable(0, "k1")} nulls last";
        var partition = Within.IsEmpty ? "" : $"partition by {string.Join(", ", Within)} ";
        return new Select
        {
            Terms = [.. RankKeys.Select(k => new Term(k, k)), new Term($"row_number() over ({partition}order by {by})", "place")],
            From = Figures(layer),
        };
    }

    private string XOrder => query.Sort is { By: SortTarget.Dimension(0), Order: SortOrder.Desc } ? "desc" : "asc";

    private string Figures(string layer)
    {
        var list = string.Join(", ", RankKeys);
        if (byMeasure is null) return $"(select distinct {list} from {layer}) x";
        var figure = MeasureSql.Alias(byMeasure.Index);
        if (Composed is { } compose) return $"(select {list}, {compose}({figure}) as figure from {layer} group by {list}) x";
        var same = string.Join(" and ", RankKeys.Select(k => $"t.{k} is not distinct from l.{k}"));
        return $"(select {string.Join(", ", RankKeys.Select(k => "l." + k))}, t.{figure} as figure from (select distinct {list} from {layer}) l left join totals t on {same}) x";
    }

    /// <summary>How the parts of an x value make its figure, or null where they do not.</summary>
    private string? Composed => grouping.Measures[byMeasure!.Index] switch
    {
        { Named: not null } => null,
        { Aggregate: Aggregates.Sum or Aggregates.Count } => "sum",
        { Aggregate: Aggregates.Min } => "min",
        { Aggregate: Aggregates.Max } => "max",
        _ => null,
    };
}
