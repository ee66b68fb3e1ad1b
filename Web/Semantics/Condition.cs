using Web.Kernel;

namespace Web.Semantics;

/// <summary>
/// A condition on rows with its column resolved and its value typed. Numbers are decimals in the unit people see
/// (money in major units); a missing value never satisfies any but <see cref="Missing"/>.
/// </summary>
public abstract record Condition
{
    /// <summary>A number, text or boolean, or with a grain the number of a part of a date, against one value.</summary>
    public sealed record Compares(Column Column, Comparator By, object Value, Grain? Grain = null) : Condition;

    /// <summary>One of a list of numbers or texts.</summary>
    public sealed record Among(Column Column, IReadOnlyList<object> Values, bool Not, Grain? Grain = null) : Condition;

    /// <summary>A number, or a part of a date, with both ends included.</summary>
    public sealed record Between(Column Column, decimal From, decimal To, Grain? Grain = null) : Condition;

    /// <summary>Text found regardless of case and width.</summary>
    public sealed record Matches(Column Column, string Text, MatchAt At, bool Not) : Condition;

    public sealed record Missing(Column Column, bool Not) : Condition;

    /// <summary>Time within one of some half-open ranges. <see cref="Period"/> is set when it is a single stretch of whole days.</summary>
    public sealed record Within(Column Column, IReadOnlyList<TimeRange> Ranges, bool Not, Period? Period = null) : Condition;

    /// <summary>At least one holds.</summary>
    public sealed record AnyOf(IReadOnlyList<Condition> Conditions) : Condition;
}

public enum Comparator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

public enum MatchAt { Anywhere, Start, End }

/// <summary>From the first edge up to and without the second; a missing edge is open.</summary>
public readonly record struct TimeRange(TimeEdge? From, TimeEdge? Until);

/// <summary>A day (for a timestamp: the instant at which it begins in the tenant's zone) or an instant.</summary>
public readonly record struct TimeEdge(DateOnly? Day, DateTimeOffset? Instant)
{
    public static implicit operator TimeEdge(DateOnly day) => new(day, null);
    public static implicit operator TimeEdge(DateTimeOffset instant) => new(null, instant);
}

/// <summary>A condition on a grouped figure, in the unit people see. No numbers: the figure is missing, or is not.</summary>
public sealed record GroupCondition(CheckedMeasure Measure, GroupTest Test, IReadOnlyList<decimal> Numbers);

public enum GroupTest { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Between, In, NotIn, IsNull, NotNull }
