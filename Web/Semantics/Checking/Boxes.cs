namespace Web.Semantics.Checking;

/// <summary>The five figures that a box is made of, in the order in which a result has them.</summary>
internal static class Boxes
{
    /// <summary>The place of the median, by which boxes are ordered.</summary>
    public const int Middle = 2;

    private static readonly (string Name, string Aggregate)[] Figures =
        [("min", Aggregates.Min), ("q1", Aggregates.P25), ("median", Aggregates.Median), ("q3", Aggregates.P75), ("max", Aggregates.Max)];

    public static IReadOnlyList<CheckedMeasure> Of(IReadOnlyList<CheckedMeasure> measures) =>
        measures is [{ Column: not null } rows] ? [.. Figures.Select(f => rows with { Aggregate = f.Aggregate, Name = f.Name })] : measures;
}
