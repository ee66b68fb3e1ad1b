using System.Collections.Immutable;
using System.Globalization;

namespace Web.Semantics.Sql;

/// <summary>Where the earlier figures of a comparison come from: which rows, and which x value stands beside which.</summary>
internal static class EarlierKeys
{
    /// <summary>The earlier x value of <paramref name="key"/>.</summary>
    public static string Before(CheckedQuery query, CheckedComparison comparison, string key) => query.X switch
    {
        _ when comparison is { Months: 0, Days: 0 } => key,
        { Column.IsTemporal: false } => $"{key} - {Text(comparison.Months / 12)}",
        { Grain: Grain.Hour } => $"{key} - interval '{Text(comparison.Months)} months {Text(comparison.Days)} days'",
        _ when comparison.Months > 0 => $"({key} - interval '{Text(comparison.Months)} months')::date",
        _ => $"{key} - {Text(comparison.Days)}",
    };

    /// <summary>The query's conditions with the earlier period in place of its own; the same where buckets of the same rows are compared.</summary>
    public static ImmutableArray<Condition> Conditions(CheckedQuery query, CheckedComparison comparison)
    {
        if (comparison is not { Condition: { } moved, Earlier: { } period }) return [.. query.Conditions];
        var within = (Condition.Within)query.Conditions[moved];
        var range = new TimeRange(period.From!.Value, period.To!.Value.AddDays(1));
        return [.. query.Conditions.Select((c, i) => i == moved ? within with { Ranges = [range], Period = period } : c)];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
