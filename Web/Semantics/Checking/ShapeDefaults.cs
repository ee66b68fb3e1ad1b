namespace Web.Semantics.Checking;

/// <summary>What a chart takes for granted, written into the query before it is checked: roles by other names, bins, what is counted.</summary>
internal static class ShapeDefaults
{
    public static ChartQuery Apply(ChartQuery query, ChartShape shape, FaultList faults)
    {
        if (shape.Reads.Count > 0) query = query with { Dimensions = [.. query.Dimensions.Select(d => d is null ? null! : d with { Role = shape.Reads.GetValueOrDefault(d.Role, d.Role) })] };
        if (shape.Bins) query = Binned(query, faults);
        return shape.MeasureRoles is [MeasureRole.Y] ? query : query with { Measures = Placed(query.Measures, shape.MeasureRoles) };
    }

    /// <summary>Rows of one number as they are, and nothing else, are that number in bins; and what a histogram counts is rows.</summary>
    private static ChartQuery Binned(ChartQuery query, FaultList faults)
    {
        if (query.X is null && query.Measures is [{ Aggregate: Aggregates.None, Field: { } field } raw])
        {
            faults.Move($"/dimensions/{query.Dimensions.Count}", "/measures/0");
            query = query with
            {
                Dimensions = [.. query.Dimensions, new ChartDimension(field, Bin: Bin.Auto)],
                Measures = [raw with { Field = null, Aggregate = Aggregates.Count }],
            };
        }
        if (query.Measures.Count == 0) query = query with { Measures = [new ChartMeasure(null, Aggregates.Count)] };
        return query with { Dimensions = [.. query.Dimensions.Select(d => d is { Role: DimensionRole.X, Grain: null, Bin: null } ? d with { Bin = Bin.Auto } : d)] };
    }

    /// <summary>Measures without a role take those that are left, in their order.</summary>
    private static IReadOnlyList<ChartMeasure> Placed(IReadOnlyList<ChartMeasure> measures, IReadOnlyList<MeasureRole> roles)
    {
        var left = new Queue<MeasureRole>(roles.Where(role => !measures.Any(m => m?.Role == role)));
        return [.. measures.Select(m => m is { Role: null } && left.TryDequeue(out var role) ? m with { Role = role } : m)];
    }
}
