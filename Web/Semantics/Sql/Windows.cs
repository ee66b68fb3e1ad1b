namespace Web.Semantics.Sql;

/// <summary>
/// Transforms as window functions. Shares and changes in percent are 0 to 100. A share is of the whole x value when there is a series,
/// else of everything; the other transforms run along x within each series.
/// </summary>
internal sealed class Windows(CheckedQuery query, Keys keys, IReadOnlyList<Foremost> tops)
{
    public string Write(Transform? transform, string figure) => transform switch
    {
        null => figure,
        Transform.Share => $"(100.0 * {figure} / nullif(sum({figure}) over ({ShareOf()}), 0))::float8",
        Transform.Cumulative => $"sum({figure}) over ({Along()} rows unbounded preceding)",
        Transform.MovingAverage => $"(avg({figure}) over ({Along()} rows between 2 preceding and current row))::float8",
        Transform.Change => $"{figure} - lag({figure}) over ({Along()})",
        _ => $"(100.0 * ({figure} - lag({figure}) over ({Along()})) / nullif(lag({figure}) over ({Along()}), 0))::float8",
    };

    private string ShareOf() => Partition(query.Series is null && query.X is not null && !query.CountsRows
        ? i => query.Dimensions[i].Role != DimensionRole.X
        : i => query.Series is not null && query.Dimensions[i].Role != DimensionRole.Series);

    // Categories have no order of their own: they run in the order that the chart shows them in.
    private string Along()
    {
        var order = query.X!.IsOrdered || query.Sort.By is not SortTarget.Measure(var measure)
            ? keys.Sortable(0, "k1")
            : $"{MeasureSql.Alias(measure)} {(query.Sort.Order == SortOrder.Desc ? "desc" : "asc")} nulls last, {keys.Sortable(0, "k1")}";
        var partition = Partition(i => query.Dimensions[i].Role != DimensionRole.X);
        return $"{(partition.Length > 0 ? partition + " " : "")}order by {order}";
    }

    private string Partition(Func<int, bool> kept)
    {
        var by = Enumerable.Range(0, query.Dimensions.Count).Where(kept)
            .SelectMany(i => tops.Any(t => t.Index == i && t.Others) ? [Keys.Alias(i), Keys.OthersAlias(i)] : new[] { Keys.Alias(i) }).ToList();
        if (keys.Mixed is not null) by.Add(Keys.CurrencyAlias);
        return by.Count == 0 ? "" : $"partition by {string.Join(", ", by)}";
    }
}
