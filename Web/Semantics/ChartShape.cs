namespace Web.Semantics;

/// <summary>
/// What a template asks of a query: the roles it needs and allows, and how many measures. Read from the template's data,
/// so that a new template needs no new rule here.
/// </summary>
/// <param name="Template">The template's id, which a query may name.</param>
public sealed record ChartShape(string Template = "", ChartType ChartType = default)
{
    public IReadOnlyList<DimensionRole> Requires { get; init; } = [];
    public IReadOnlyList<DimensionRole> Permits { get; init; } = [];
    /// <summary>Roles that may hold more than one dimension (a table's details).</summary>
    public IReadOnlyList<DimensionRole> Repeats { get; init; } = [];
    public IReadOnlyList<MeasureRole> MeasureRoles { get; init; } = [MeasureRole.Y];
    public int MinMeasures { get; init; } = 1;
    public int MaxMeasures { get; init; } = 1;
    /// <summary>Whether <c>aggregate: none</c> (raw rows) may be drawn.</summary>
    public bool Raw { get; init; }
    public bool Stacks { get; init; }
    public bool Transforms { get; init; }
    public bool Compares { get; init; }
    public bool Marks { get; init; }
    public bool Forecasts { get; init; }
    /// <summary>At least so many dimensions (a flow's levels).</summary>
    public int MinDimensions { get; init; }
    /// <summary>Whether dimensions must hold names (text, yes or no).</summary>
    public bool Names { get; init; }
    /// <summary>Whether figures must be numbers and in one currency, because they share one scale.</summary>
    public bool OneScale { get; init; }
    /// <summary>Whether parts must add up: sums and counts as they are.</summary>
    public bool Additive { get; init; }
    /// <summary>Whether the first row dimension stands in for x: a limit counts its values.</summary>
    public bool RowsLead { get; init; }

    public bool Allows(DimensionRole role) => Requires.Contains(role) || Permits.Contains(role);
}
