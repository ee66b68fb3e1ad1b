using Web.Semantics;

namespace Web.Language;

/// <summary>The same question in another geometry: a histogram counts the figure's rows in bins, a box and a scatter look at rows as they are, bars want a figure again.</summary>
internal static class Reshape
{
    /// <param name="previous">The query before the edit, which still has the figure that the edit may have replaced.</param>
    public static ChartQuery To(ChartType chart, ChartQuery query, ChartQuery previous, DatasetContract contract) => chart switch
    {
        ChartType.Histogram => Histogram(query, previous, contract),
        ChartType.Box => Box(query, previous, contract),
        ChartType.Scatter or ChartType.Bubble => Points(query with { ChartType = chart }),
        _ => Plain(query with { ChartType = chart }, contract),
    };

    private static ChartQuery Histogram(ChartQuery query, ChartQuery previous, DatasetContract contract) =>
        query.X?.Bin is not null ? query with { ChartType = ChartType.Histogram }
        : Figure(query, previous, contract) is not { } figure ? query with { ChartType = ChartType.Histogram }
        : query with
        {
            ChartType = ChartType.Histogram,
            Dimensions = [new ChartDimension(figure, Bin: Bin.Auto)],
            Measures = [new ChartMeasure(null, Aggregates.Count)],
            Sort = null,
            Limit = null,
            LimitPer = null,
            SeriesLimit = null,
            Others = null,
            Compare = null,
            Stack = null,
        };

    private static ChartQuery Box(ChartQuery query, ChartQuery previous, DatasetContract contract) =>
        Figure(query, previous, contract) is not { } figure ? query with { ChartType = ChartType.Box }
        : query with
        {
            ChartType = ChartType.Box,
            Dimensions = [.. query.Dimensions.Where(d => d.Bin is null).Take(1).Select(d => d with { Role = DimensionRole.X })],
            Measures = [new ChartMeasure(figure, Aggregates.None)],
            SeriesLimit = null,
            LimitPer = null,
            Others = null,
            Compare = null,
            Stack = null,
        };

    /// <summary>What a point is comes first, then its colour. Grouped figures stay what they are.</summary>
    private static ChartQuery Points(ChartQuery query)
    {
        var raw = query.Measures.All(m => m.Aggregate == Aggregates.None);
        MeasureRole[] roles = [MeasureRole.X, MeasureRole.Y, MeasureRole.Size];
        var most = query.ChartType == ChartType.Bubble ? 3 : 2;
        return query with
        {
            Dimensions = [.. query.Dimensions.Select((d, i) => d with { Role = d.Role is DimensionRole.Series or DimensionRole.Detail ? d.Role : i == 0 && !raw ? DimensionRole.Detail : DimensionRole.Series })],
            Measures = [.. query.Measures.Take(most).Select((m, i) => m with { Role = roles[i], Transform = null })],
            SeriesLimit = null,
            LimitPer = null,
            Others = null,
            Compare = null,
            Stack = null,
        };
    }

    /// <summary>Rows as they are, and places on a plane, mean nothing to bars: the figures get their usual aggregate and groups an axis.</summary>
    private static ChartQuery Plain(ChartQuery query, DatasetContract contract)
    {
        var points = query.Measures.Any(m => m.Role is not (null or MeasureRole.Y));
        if (query.ChartType == ChartType.Table || (!points && query.Measures.All(m => m.Aggregate != Aggregates.None))) return query;
        return query with
        {
            Dimensions = [.. query.Dimensions.Select((d, i) => d with { Role = i == 0 ? DimensionRole.X : i == 1 ? DimensionRole.Series : DimensionRole.Facet })],
            Measures = [.. query.Measures.Select(m => m with { Role = null, Aggregate = m.Aggregate == Aggregates.None && m.Field is { } field ? contract.Find(field)?.DefaultAggregate ?? Aggregates.Sum : m.Aggregate })],
        };
    }

    /// <summary>The number whose rows are looked at: what is measured, what was in bins, what the dataset is about.</summary>
    private static string? Figure(ChartQuery query, ChartQuery previous, DatasetContract contract)
    {
        string? Of(ChartQuery of) =>
            of.Measures.Select(m => m.Field).FirstOrDefault(f => f is not null && contract.Find(f) is { IsNumeric: true, Role: ColumnRole.Measure }) ?? of.Dimensions.FirstOrDefault(d => d.Bin is not null)?.Field;
        return Of(query) ?? Of(previous) ?? contract.DefaultMeasure;
    }
}
