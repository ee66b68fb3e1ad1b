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
    /// <summary>Whether unusual figures of a running time may be marked.</summary>
    public bool Anomalies { get; init; }
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

    /// <summary>How series stand when a query does not say.</summary>
    public Stack Stack { get; init; } = Stack.None;
    /// <summary>Whether every figure must be a number: a date or a text has no place on the scale.</summary>
    public bool Numbers { get; init; }
    /// <summary>Whether figures are parts of a whole, so that only sums and counts will do.</summary>
    public bool Parts { get; init; }
    /// <summary>Whether a measure of rows as they are stands for least, quartiles, median and greatest of each group.</summary>
    public bool Boxes { get; init; }
    /// <summary>Whether x is a number in bins and rows are counted.</summary>
    public bool Bins { get; init; }
    /// <summary>Whether figures stand against each other as points, so that grouped ones need something to make a point of.</summary>
    public bool Points { get; init; }
    /// <summary>Roles that are only other words for one that is drawn (a heatmap's row is its series).</summary>
    public IReadOnlyDictionary<DimensionRole, DimensionRole> Reads { get; init; } = new Dictionary<DimensionRole, DimensionRole>();

    public bool Allows(DimensionRole role) => Requires.Contains(role) || Permits.Contains(role);
}
