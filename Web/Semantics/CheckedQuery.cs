using Web.Kernel;

namespace Web.Semantics;

/// <summary>
/// A query in which every name is resolved, every value has its type and every default is filled in.
/// Only <see cref="QueryChecker"/> makes one, so whoever holds it may compile it.
/// </summary>
public sealed record CheckedQuery
{
    internal CheckedQuery() { }

    public required ChartQuery Query { get; init; }
    public required ChartShape Shape { get; init; }
    public required Dataset Dataset { get; init; }
    public required Calendar Calendar { get; init; }
    public required DateOnly Today { get; init; }
    /// <summary>The x dimension first, then the others in the query's order.</summary>
    public required IReadOnlyList<CheckedDimension> Dimensions { get; init; }
    public required IReadOnlyList<CheckedMeasure> Measures { get; init; }
    /// <summary>Computed to sort by, never shown.</summary>
    public required IReadOnlyList<CheckedMeasure> Hidden { get; init; }
    /// <summary>The dataset's row filters, then the query's own; all must hold.</summary>
    public required IReadOnlyList<Condition> Conditions { get; init; }
    public required IReadOnlyList<GroupCondition> GroupConditions { get; init; }
    public required CheckedSort Sort { get; init; }
    /// <summary>Index in <see cref="Dimensions"/> of the field that <c>limit</c> counts within.</summary>
    public int? LimitPer { get; init; }
    public CheckedComparison? Comparison { get; init; }
    /// <summary>Whether rows are shown as they are, not grouped.</summary>
    public required bool Raw { get; init; }

    public CheckedDimension? X => Dimensions.FirstOrDefault(d => d.Role == DimensionRole.X);
    public CheckedDimension? Series => Dimensions.FirstOrDefault(d => d.Role == DimensionRole.Series);

    /// <summary>The money column whose rows carry their own currency, or null.</summary>
    public Column? MixedColumn =>
        Measures.Concat(Hidden).FirstOrDefault(m => m.IsMixed)?.Column
        ?? Dimensions.FirstOrDefault(d => d.Column is { Type: ColumnType.Money, Currency: null })?.Column;

    /// <summary>Whether it names a column of a related dataset.</summary>
    public bool UsesRelations => Query.Dimensions.Select(d => d.Field)
        .Concat(Query.Measures.Select(m => m.Field)).Concat(Query.Filters.SelectMany(f => f.Any ?? [f]).Select(f => f.Field)).Append(Query.Sort?.By?.Field).Append(Query.LimitPer)
        .Any(name => name is not null && Dataset.Contract.Find(name) is { Related: not null });

    /// <summary>How series stand: as the query says, else as the chart does by itself.</summary>
    public Stack Stack => Query.Stack ?? Shape.Stack;

    /// <summary>Whether <c>limit</c> counts rows and not x values: there is no x, or the rows are a list.</summary>
    public bool CountsRows => !Leads && (Raw || X is null
        || Dimensions.Any(d => d.Role is DimensionRole.Detail or DimensionRole.Row or DimensionRole.Column));

    /// <summary>Whether the first dimension is counted and sorted like an x although it is a row.</summary>
    private bool Leads => Shape.RowsLead && !Raw && Dimensions.Count > 0;
}

/// <param name="Name">The column's name in the result, unique in it.</param>
public sealed record CheckedDimension(Column Column, DimensionRole Role, Grain? Grain, Bin? Bin, string Name)
{
    /// <summary>Whether its values follow one another by themselves: time, bins, parts of a date.</summary>
    public bool IsOrdered => Grain is not null || Bin is not null || Column.IsTemporal || Column.Role == ColumnRole.Time;

    /// <summary>Whether missing buckets between the first and the last are shown.</summary>
    public bool HasBuckets => Grain is not null || Bin is not null;
}

/// <param name="Column">Null when rows are counted or <paramref name="Named"/> is set.</param>
/// <param name="Name">The column's name in the result, unique in it.</param>
public sealed record CheckedMeasure(
    Column? Column, NamedMeasure? Named, string Aggregate, Transform? Transform, MarkType? Mark, AxisSide? Axis, string Name)
{
    /// <summary>What <see cref="Named"/> means.</summary>
    public Expressions.MeasureExpression? Expression { get; init; }

    /// <summary>Whether an empty bucket is zero and not unknown.</summary>
    public bool IsCount => Named is null && Aggregate is Aggregates.Count or Aggregates.CountDistinct;

    /// <summary>What its figures are, before a transform: money in major units, otherwise the column's own type.</summary>
    public ColumnType Type => Named is not null ? Named.Type
        : IsCount ? ColumnType.Integer
        : IsRate ? ColumnType.Number
        : Column is { Type: ColumnType.Integer } && Aggregate is not (Aggregates.Sum or Aggregates.Min or Aggregates.Max or Aggregates.None) ? ColumnType.Number
        : Column?.Type ?? ColumnType.Number;

    /// <summary>Whether it is the mean of a yes-or-no column: of the rows that answer, how many per cent say yes.</summary>
    public bool IsRate => Named is null && Aggregate == Aggregates.Mean && Column is { Type: ColumnType.Boolean };

    public bool IsPercent => Transform is Semantics.Transform.Share or Semantics.Transform.ChangePercent;

    public string? Currency => IsPercent ? null : Named is not null ? Named.Currency : Type == ColumnType.Money ? Column!.Currency : null;

    public string? Unit => IsPercent || IsRate ? "%" : Named is not null ? Named.Unit : IsCount ? null : Column?.Unit;

    /// <summary>Whether its figures are in several currencies and must be kept apart.</summary>
    public bool IsMixed => Named is null && Type == ColumnType.Money && Column!.Currency is null;
}

/// <summary>An order with its target resolved; ties are broken by the dimensions in their order.</summary>
public sealed record CheckedSort(SortTarget By, SortOrder Order);

public abstract record SortTarget
{
    /// <summary>Index in <see cref="CheckedQuery.Dimensions"/>.</summary>
    public sealed record Dimension(int Index) : SortTarget;

    /// <summary>Index in <see cref="CheckedQuery.Measures"/> followed by <see cref="CheckedQuery.Hidden"/>.</summary>
    public sealed record Measure(int Index) : SortTarget;
}

/// <summary>What the earlier figures are of.</summary>
/// <param name="Condition">Index in <see cref="CheckedQuery.Conditions"/> of the period that moves; null: buckets of the same rows.</param>
/// <param name="Earlier">The period that takes its place.</param>
/// <param name="Months">How far an x bucket is moved back, in months …</param>
/// <param name="Days">… or in days; both zero where x is no running time.</param>
public sealed record CheckedComparison(int? Condition, Period? Earlier, int Months, int Days);
