using Web.Semantics;

namespace Web.Insights.Assistant.Chips;

/// <summary>The chart that a dataset begins with when nobody has said anything, and what is left of a query in another dataset.</summary>
internal static class FirstChart
{
    /// <summary>What the contract counts or measures by default, over its time or by its first group.</summary>
    public static ChartQuery Of(DatasetContract contract)
    {
        var measure = contract.DefaultMeasure is { } name && contract.Find(name) is { } column
            ? new ChartMeasure(column.Name, column.DefaultAggregate ?? Aggregates.Sum) : new ChartMeasure(null, Aggregates.Count);
        var group = contract.Columns.FirstOrDefault(one => one is { Hidden: false, Role: ColumnRole.Dimension });
        var time = contract.DefaultTime is { } key ? contract.Find(key) : null;
        ChartDimension[] by = time is { IsTemporal: true } ? [new(time.Name, Grain: contract.DefaultGrain ?? Grain.Month)] : group is not null ? [new(group.Name)] : [];
        return new ChartQuery
        {
            ChartType = by.Length == 0 ? ChartType.BigNumber : time is { IsTemporal: true } ? ChartType.Line : ChartType.Bar,
            Dataset = contract.Key,
            Dimensions = by,
            Measures = [measure],
            Sort = time is null && by.Length > 0 ? new ChartSort(SortBy.Y, SortOrder.Desc) : null,
        };
    }

    /// <summary>Its first chart, then what is left to show where that does not hold: rows counted, and at last how many there are.</summary>
    public static IEnumerable<ChartQuery> Tries(DatasetContract contract)
    {
        var first = Of(contract);
        yield return first;
        ChartMeasure[] counted = [new(null, Aggregates.Count)];
        yield return first with { Measures = counted };
        yield return new ChartQuery { ChartType = ChartType.BigNumber, Dataset = contract.Key, Measures = counted };
    }

    /// <summary>The same query of another dataset, without what that does not have; its first chart where nothing is left.</summary>
    public static ChartQuery Moved(ChartQuery query, DatasetContract to)
    {
        bool Has(string? field) => field is not null && to.Find(field) is not null;
        var dimensions = query.Dimensions.Where(d => Has(d.Field)).ToList();
        var measures = query.Measures.Where(m => m.Field is null ? m.Aggregate == Aggregates.Count || to.FindMeasure(m.Aggregate) is not null : Has(m.Field)).ToList();
        if (dimensions.Count < query.Dimensions.Count || measures.Count == 0) return FirstChart.Of(to);
        return query with
        {
            Dataset = to.Key,
            Template = null,
            Dimensions = dimensions,
            Measures = measures,
            Filters = [.. query.Filters.Where(f => f.Any is { } any ? any.All(one => Has(one.Field)) : f.Field is null || Has(f.Field))],
            Sort = query.Sort is { } sort && sort.By != SortBy.X && sort.By != SortBy.Y && !Has(sort.By.Field) ? null : query.Sort,
            LimitPer = Has(query.LimitPer) ? query.LimitPer : null,
        };
    }
}
