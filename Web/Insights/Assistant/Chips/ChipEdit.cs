using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Chips;

/// <summary>A query with one of its parts as a chip's form says. Whether the outcome means something is the gate's to say.</summary>
internal static class ChipEdit
{
    /// <param name="catalog">What this person may use; another dataset is looked up in it.</param>
    /// <returns>Null when the form names a part or a thing that there is not.</returns>
    public static ChartQuery? Apply(ChartQuery query, ChipSlot slot, ChipInput input, Catalog catalog) =>
        Changed(query, slot, input, catalog) is { } changed ? UnusualRule.Kept(changed) : null;

    private static ChartQuery? Changed(ChartQuery query, ChipSlot slot, ChipInput input, Catalog catalog)
    {
        if (catalog.Find(query.Dataset)?.Contract is not { } contract) return null;
        query = query with { Template = null };
        return slot.Part switch
        {
            "dataset" => catalog.Find(input.One("dataset") ?? "") is { } other ? FirstChart.Moved(query, other.Contract) : null,
            "chart_type" => QueryChange.Apply(query, "chart " + input.One("chart_type")),
            "measures" => Measured(query, slot, input),
            "dimensions" => Grouped(query, slot, input, contract),
            "filters" => FilterForm.Read(input, contract, slot.In(query.Filters)) is { } filter ? query with { Filters = Put(query.Filters, slot, filter) } : null,
            "sort" => query with { Sort = SortOf(input) },
            "limit" => query with { Limit = input.Whole("limit"), LimitPer = input.Whole("limit") is null ? null : query.LimitPer, Others = OthersOf(input, query.SeriesLimit is not null || input.Whole("limit") is not null) },
            "series_limit" => query with { SeriesLimit = input.Whole("series_limit"), Others = OthersOf(input, query.Limit is not null || input.Whole("series_limit") is not null) },
            "compare" => query with { Compare = ChipWords.Read<CompareTo>(input.One("compare")) is { } to ? new Comparison(to) : null },
            "stack" => query with { Stack = ChipWords.Read<Stack>(input.One("stack")) },
            "target" => query with { Target = input.Number("target") },
            "anomalies" => query with { Anomalies = input.One("anomalies") is null ? null : true },
            "forecast" => query with { Forecast = input.Whole("forecast") is { } periods ? new Forecasting(periods) : null },
            _ => null,
        };
    }

    private static bool? OthersOf(ChipInput input, bool cut) => cut && input.One("others") is not null ? true : null;

    private static ChartQuery? Measured(ChartQuery query, ChipSlot slot, ChipInput input)
    {
        var old = slot.In(query.Measures);
        if (old is null && !slot.IsNew) return null;
        var transform = ChipWords.Read<Transform>(input.One("transform"));
        var (field, aggregate) = input.One("subject") switch
        {
            ChipWords.Rows => (null, Aggregates.Count),
            { } named when named.StartsWith(ChipWords.Named, StringComparison.Ordinal) => (null, named[ChipWords.Named.Length..]),
            { } column when column.StartsWith(ChipWords.Column, StringComparison.Ordinal) => (column[ChipWords.Column.Length..], input.One("aggregate") ?? ""),
            _ => ((string?)null, (string?)null),
        };
        if (aggregate is null) return null;
        var measure = old is null ? new ChartMeasure(field, aggregate, Transform: transform) : old with { Field = field, Aggregate = aggregate, Transform = transform };
        // An order by a figure that is no longer there would order by nothing.
        var sort = query.Sort is { By.Aggregate: not null } by && old is not null && by.By.Field == old.Field && by.By.Aggregate == old.Aggregate ? query.Sort with { By = SortBy.Y } : query.Sort;
        return query with { Measures = Put(query.Measures, slot, measure), Sort = sort };
    }

    private static ChartQuery? Grouped(ChartQuery query, ChipSlot slot, ChipInput input, DatasetContract contract)
    {
        var old = slot.In(query.Dimensions);
        if ((old is null && !slot.IsNew) || input.One("field") is not { } field) return null;
        var column = contract.Find(field);
        var role = ChipWords.Read<DimensionRole>(input.One("role")) ?? old?.Role ?? (query.X is null ? DimensionRole.X : DimensionRole.Series);
        var grain = column is null or { IsTemporal: true } or { Role: ColumnRole.Time } ? ChipWords.Read<Grain>(input.One("grain")) : null;
        var bin = column is { IsNumeric: true } ? BinOf(input) : null;
        var next = new ChartDimension(field, role, grain, bin);
        var dimensions = Put(query.Dimensions, slot, next);
        // Two that change places: whoever had the role takes the other's.
        if (old is not null && role != old.Role)
            dimensions = [.. dimensions.Select((d, i) => i != slot.At && d.Role == role && query.ChartType is not (ChartType.Table or ChartType.Pivot) ? d with { Role = old.Role } : d)];
        return query with { Dimensions = dimensions, LimitPer = query.LimitPer is { } per && dimensions.Any(d => d.Field == per) ? per : null };
    }

    private static Bin? BinOf(ChipInput input) => input.One("bin") switch
    {
        "auto" => Bin.Auto,
        "count" => new Bin(Count: input.Whole("bin_size") ?? -1),
        "width" => new Bin(Width: input.Number("bin_size") ?? -1),
        _ => null,
    };

    private static ChartSort? SortOf(ChipInput input)
    {
        if (input.One("by") is not { } by) return null;
        var order = ChipWords.Read<SortOrder>(input.One("order")) ?? SortOrder.Desc;
        var parts = by.Split(':', 2);
        return new ChartSort(parts is [var aggregate, var field] ? new SortBy(field, aggregate) : new SortBy(by), order);
    }

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> list, ChipSlot slot, T item) => slot.At is { } at ? [.. list.Select((one, i) => i == at ? item : one)] : [.. list, item];
}
