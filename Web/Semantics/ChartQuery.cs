using System.Text.Json;
using System.Text.Json.Serialization;

namespace Web.Semantics;

public enum ChartType
{
    Bar, Column, Line, Area, Pie, Donut, Scatter, Bubble, Histogram, Box, Heatmap, Treemap, Funnel, Gauge,
    BigNumber, Table, Pivot, Waterfall, Radar, Sankey, Mixed, Forecast,
}

public enum Grain
{
    Hour, Day, Week, Month, Quarter, Half, Year, FiscalQuarter, FiscalYear,
    HourOfDay, Weekday, DayOfMonth, MonthOfYear, QuarterOfYear,
}

public enum DimensionRole { X, Series, Facet, Detail, Row, Column }

public enum MeasureRole { X, Y, Size, Color }

public enum Transform { Share, Cumulative, Change, ChangePercent, MovingAverage }

public enum FilterOp
{
    [JsonStringEnumMemberName("=")] Equal,
    [JsonStringEnumMemberName("!=")] NotEqual,
    [JsonStringEnumMemberName("<")] Less,
    [JsonStringEnumMemberName("<=")] LessOrEqual,
    [JsonStringEnumMemberName(">")] Greater,
    [JsonStringEnumMemberName(">=")] GreaterOrEqual,
    Between, In, NotIn, Contains, NotContains, StartsWith, EndsWith, IsNull, NotNull, InPeriod,
}

public enum SortOrder { Asc, Desc }

public enum Stack { None, Stacked, Percent }

public enum CompareTo { PreviousPeriod, PreviousYear }

public enum MarkType { Line, Bar }

public enum AxisSide { Left, Right }

/// <summary>The aggregates that a query may name besides a dataset's named measures.</summary>
public static class Aggregates
{
    public const string Sum = "sum", Mean = "mean", Median = "median", Min = "min", Max = "max", Count = "count",
        CountDistinct = "count_distinct", StdDev = "stddev", P25 = "p25", P75 = "p75", P90 = "p90", P95 = "p95", None = "none";

    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
        { Sum, Mean, Median, Min, Max, Count, CountDistinct, StdDev, P25, P75, P90, P95, None };
}

/// <summary>A column to group by. <see cref="Grain"/> for time, <see cref="Bin"/> for numbers.</summary>
public sealed record ChartDimension(string Field, DimensionRole Role = DimensionRole.X, Grain? Grain = null, Bin? Bin = null);

/// <summary>
/// What is counted or added up. <c>count</c> with no field counts rows; <c>none</c> plots raw rows.
/// <see cref="Aggregate"/> is one of <see cref="Aggregates"/> or a named measure of the dataset. <c>mean</c> of a boolean is a rate:
/// of the rows that answer, how many per cent say yes (0 to 100).
/// </summary>
public sealed record ChartMeasure(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Field, string Aggregate, MeasureRole? Role = null, Transform? Transform = null, MarkType? Mark = null, AxisSide? Axis = null);

/// <summary>
/// A condition, or, with <see cref="Any"/>, several of which one must hold. <see cref="Value"/> is a string, number, boolean,
/// array (<c>in</c>, <c>between</c>) or, for <c>in_period</c>, a period word or <c>{"from":date,"to":date}</c>.
/// <see cref="Grain"/> compares a part of a date; <see cref="Aggregate"/> compares the grouped value.
/// </summary>
public sealed record ChartFilter
{
    public string? Field { get; init; }
    public FilterOp? Op { get; init; }
    public JsonElement? Value { get; init; }
    public Grain? Grain { get; init; }
    public string? Aggregate { get; init; }
    public IReadOnlyList<ChartFilter>? Any { get; init; }

    public static ChartFilter On(string field, FilterOp op, object? value = null, Grain? grain = null, string? aggregate = null) => new()
    {
        Field = field,
        Op = op,
        Value = value is null ? null : JsonSerializer.SerializeToElement(value),
        Grain = grain,
        Aggregate = aggregate,
    };
}

/// <summary>Order by <c>x</c>, by <c>y</c> (the first measure), by a field, or by an aggregate of a field.</summary>
public sealed record ChartSort(SortBy By, SortOrder Order = SortOrder.Asc);

public sealed record Comparison(CompareTo To);

public sealed record Forecasting(int Periods);

/// <summary>
/// The one closed form that chat, builder, saved chart, tile, API and push all enter by. Unknown properties are refused.
/// Its JSON is the QUERY of the HTTP contract; <see cref="ToJson"/> is canonical (same query, same bytes).
/// </summary>
public sealed record ChartQuery
{
    public int Version { get; init; } = 1;
    public string? Template { get; init; }
    public required ChartType ChartType { get; init; }
    public required string Dataset { get; init; }
    public IReadOnlyList<ChartDimension> Dimensions { get; init; } = [];
    public IReadOnlyList<ChartMeasure> Measures { get; init; } = [];
    public IReadOnlyList<ChartFilter> Filters { get; init; } = [];
    public ChartSort? Sort { get; init; }
    public int? Limit { get; init; }
    public string? LimitPer { get; init; }
    public int? SeriesLimit { get; init; }
    public bool? Others { get; init; }
    public Comparison? Compare { get; init; }
    public Stack? Stack { get; init; }
    public Forecasting? Forecast { get; init; }
    public decimal? Target { get; init; }
    /// <summary>Whether figures are marked that are unlike what the others of their series lead one to expect.</summary>
    public bool? Anomalies { get; init; }

    [JsonIgnore] public ChartDimension? X => Dimensions.FirstOrDefault(d => d.Role == DimensionRole.X);
    [JsonIgnore] public ChartDimension? Series => Dimensions.FirstOrDefault(d => d.Role == DimensionRole.Series);

    public string ToJson() => JsonSerializer.Serialize(this, ChartJson.Options);
}
