using System.Collections.Immutable;

namespace Web.Semantics.Sql;

/// <summary>
/// Which x values stay and in what order, where an x value is more than one row: a series, a facet or currencies beside it.
/// A limit counts whole x values, within each currency and each value of <c>limit_per</c>.
/// Windows are used and not joins, because to a window two missing keys are the same key.
/// </summary>
internal sealed class Ranking(CheckedQuery query, Keys keys, IReadOnlyList<Foremost> tops, Grouping grouping)
{
    public const string PlaceAlias = "place";

    private readonly SortTarget.Measure? byMeasure = query.Sort.By as SortTarget.Measure;

    /// <summary>Whether rows have to be placed: there are keys beside x, and a limit or an order by a figure.</summary>
    public bool Needed { get; } = !query.CountsRows && (query.Dimensions.Count > 1 || keys.Mixed is not null)
        && ((query.Query.Limit is not null && !tops.Any(t => t.Index == 0)) || query.Sort.By is SortTarget.Measure);

    /// <summary>What places are counted within.</summary>
    public ImmutableArray<string> Within { get; } =
    [
        .. query.LimitPer is { } per ? tops.Any(t => t.Index == per && t.Others) ? [Keys.Alias(per), Keys.OthersAlias(per)] : new[] { Keys.Alias(per) } : [],
        .. keys.Mixed is null ? [] : new[] { Keys.CurrencyAlias },
    ];

    private ImmutableArray<string> WholeX => ["k1", .. tops.Any(t => t is { Index: 0, Others: true }) ? [Keys.OthersAlias(0)] : Array.Empty<string>(), .. Within];

    /// <summary>The figure of each whole x value again from the rows, where it is no sum of its parts (a mean, a median).</summary>
    public Select? Totals()
    {
        if (byMeasure is null || Composed is not null) return null;
        int[] indexes = query.LimitPer is { } per ? [0, per] : [0];
        return grouping.Select(indexes, [byMeasure.Index], query.Conditions, having: false, [.. tops.Where(t => indexes.Contains(t.Index))]);
    }

    /// <summary>Beside each row the figure of its x value; null when the order needs none.</summary>
    public Select? Figured(string layer, IEnumerable<string> columns)
    {
        if (byMeasure is null) return null;
        var figure = MeasureSql.Alias(byMeasure.Index);
        var own = columns.Select(c => new Term($"{layer}.{c}", c));
        return Composed is { } compose
            ? new Select { Terms = [.. own, new Term($"{compose}({figure}) over (partition by {string.Join(", ", WholeX)})", "figure")], From = layer }
            : new Select
            {
                Terms = [.. own, new Term($"totals.{figure}", "figure")],
                From = layer,
                Joins = [$"left join totals on {string.Join(" and ", WholeX.Select(k => $"totals.{k} is not distinct from {layer}.{k}"))}"],
            };
    }

    /// <summary>Beside each row the place of its x value.</summary>
    public Select Placed(string layer, IEnumerable<string> columns)
    {
        var order = query.Sort.Order == SortOrder.Desc ? "desc" : "asc";
        var x = keys.Sortable(0, "k1");
        var by = byMeasure is not null ? $"figure {order} nulls last, {x} nulls last"
            : $"{x} {(query.Sort.By is SortTarget.Dimension(0) ? order : "asc")} nulls last";
        var partition = Within.IsEmpty ? "" : $"partition by {string.Join(", ", Within)} ";
        return new Select { Terms = [.. columns.Select(c => new Term(c, c)), new Term($"dense_rank() over ({partition}order by {by})", PlaceAlias)], From = layer };
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
