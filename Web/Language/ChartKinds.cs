using Web.Semantics;

namespace Web.Language;

/// <summary>What becomes of a query when its kind of chart changes: what the new kind has no place for is left out, rows and columns become axes.</summary>
public static class ChartKinds
{
    /// <summary>Without what only another kind can show: marks, axes, a forecast, a pivot's roles, the dimensions and order beside a single figure.</summary>
    public static ChartQuery Cleared(ChartQuery query, ChartType to)
    {
        if (to != ChartType.Forecast) query = query with { Forecast = null };
        if (to is not (ChartType.Line or ChartType.Area or ChartType.Bar or ChartType.Column)) query = query with { Anomalies = null };
        if (to != ChartType.Mixed && query.Measures.Any(m => m.Mark is not null || m.Axis is not null)) query = query with { Measures = [.. query.Measures.Select(m => m with { Mark = null, Axis = null })] };
        if (to is ChartType.Gauge or ChartType.BigNumber) query = query with { Dimensions = [], Sort = null, Limit = null, LimitPer = null, SeriesLimit = null, Others = null, Stack = null };
        if (to is ChartType.Gauge or ChartType.Funnel or ChartType.Waterfall or ChartType.Sankey or ChartType.Forecast or ChartType.Radar or ChartType.Mixed or ChartType.Pivot) query = query with { Stack = null, Compare = null };
        if (to == ChartType.Forecast) query = query with { Sort = null, Limit = null, LimitPer = null };
        return query;
    }

    /// <summary>The first dimension down, the second across; running time goes across rather than down. Further ones go down.</summary>
    public static IReadOnlyList<ChartDimension> Crossed(IReadOnlyList<ChartDimension> dimensions)
    {
        var order = dimensions is [{ Grain: not null and < Grain.HourOfDay } time, var other, ..] ? [other, time, .. dimensions.Skip(2)] : dimensions;
        return [.. order.Select((d, i) => d with { Role = i == 1 ? DimensionRole.Column : DimensionRole.Row })];
    }

    /// <summary>Rows, columns and details as axes: x, then series, then facets; a flow has levels instead.</summary>
    public static IReadOnlyList<ChartDimension> OnAxes(IReadOnlyList<ChartDimension> dimensions) =>
        [.. dimensions.Select((d, i) => d with { Role = i == 0 ? DimensionRole.X : i == 1 ? DimensionRole.Series : DimensionRole.Facet })];
}
