using System.Globalization;

namespace Web.Semantics.Checking;

/// <summary>How many: x values, x values within a field, series, and whether the rest is shown together.</summary>
internal sealed class LimitCheck(CheckScope scope, IReadOnlyList<CheckedDimension> dimensions)
{
    private readonly FaultList faults = scope.Faults;

    /// <summary>The index of the dimension that <c>limit_per</c> names.</summary>
    public int? Check(ChartQuery query)
    {
        Range(query.Limit, 1000, "/limit");
        Range(query.SeriesLimit, 50, "/series_limit");
        if (query.Limit is not null && query.Dimensions.Count == 0 && query.ChartType != ChartType.Table && query.Measures.All(m => m?.Aggregate != Aggregates.None))
            faults.Add("/limit", "limit_needs_x");
        if (query.SeriesLimit is not null && !query.Dimensions.Any(d => d?.Role == DimensionRole.Series))
            faults.Add("/series_limit", "series_limit_needs_series");
        if (query.Others == true) CheckOthers(query);
        return query.LimitPer is null ? null : Per(query, query.LimitPer);
    }

    private void CheckOthers(ChartQuery query)
    {
        if (query is { Limit: null, SeriesLimit: null }) faults.Add("/others", "others_needs_limit");
        else if (query.SeriesLimit is null && (query.LimitPer is not null || dimensions is not [{ Role: DimensionRole.X, IsOrdered: false }]))
            faults.Add("/others", "others_needs_category");
    }

    private int? Per(ChartQuery query, string field)
    {
        if (query.Limit is null) faults.Add("/limit_per", "limit_per_needs_limit");
        if (scope.Column(field, "/limit_per") is not { } column) return null;
        for (var i = 1; i < dimensions.Count; i++)
            if (dimensions[i].Column.Name == column.Name) return i;
        faults.Add("/limit_per", "limit_per_not_in_query", column.Name);
        return null;
    }

    private void Range(int? value, int most, string pointer)
    {
        if (value < 1 || value > most) faults.Add(pointer, "out_of_range", "1", most.ToString(CultureInfo.InvariantCulture));
    }
}
