using System.Globalization;

namespace Web.Semantics.Forecasts;

/// <summary>The steps of a running x axis: what follows, what is over, how many make a season.</summary>
internal sealed class Buckets(CheckedDimension x, DateOnly today)
{
    private const int Latest = 9900;
    private readonly Grain grain = x.Grain!.Value;

    /// <summary>How many steps come round again: hours of a day, days of a week, months of a year.</summary>
    public int Season => grain switch
    {
        Grain.Hour => 24,
        Grain.Day => 7,
        Grain.Week => 52,
        Grain.Month => 12,
        Grain.Quarter or Grain.FiscalQuarter => 4,
        Grain.Half => 2,
        _ => 1,
    };

    /// <summary>How far one looks ahead when nothing is said.</summary>
    public int UsualPeriods => grain switch
    {
        Grain.Hour => 24,
        Grain.Day => 14,
        Grain.Week => 8,
        Grain.Month => 6,
        Grain.Quarter or Grain.FiscalQuarter => 4,
        Grain.Half => 2,
        _ => 3,
    };

    public object Next(object bucket) => bucket switch
    {
        DateTime { Year: > Latest } or DateOnly { Year: > Latest } => throw new NoFiguresException("figures_out_of_range"),
        DateTime hour => hour.AddHours(1),
        DateOnly day => grain switch
        {
            Grain.Day => day.AddDays(1),
            Grain.Week => day.AddDays(7),
            Grain.Month => day.AddMonths(1),
            Grain.Quarter or Grain.FiscalQuarter => day.AddMonths(3),
            Grain.Half => day.AddMonths(6),
            _ => day.AddYears(1),
        },
        _ => Convert.ToInt64(bucket, CultureInfo.InvariantCulture) + 1,
    };

    /// <summary>Whether all of it lies before today; an hour of today is not told from the running one.</summary>
    public bool IsOver(object bucket) => bucket switch
    {
        DateTime hour => DateOnly.FromDateTime(hour) < today,
        DateOnly => (DateOnly)Next(bucket) <= today,
        _ => Convert.ToInt64(bucket, CultureInfo.InvariantCulture) < today.Year,
    };

    /// <summary>Every bucket from the first to the last.</summary>
    /// <exception cref="NoFiguresException">There are more than a result may have.</exception>
    public List<object> Through(object first, object last)
    {
        var all = new List<object>();
        for (var bucket = first; all.Count <= SqlCompiler.GroupedCap; bucket = Next(bucket))
        {
            all.Add(bucket);
            if (bucket.Equals(last)) return all;
        }
        throw new NoFiguresException("figures_out_of_range");
    }

    /// <summary>Whether the query's periods hold all of it: "the last 12 months" begin in the middle of one.</summary>
    public bool IsWhole(object bucket, CheckedQuery query) => bucket is not DateOnly day
        || query.Conditions.OfType<Condition.Within>().All(within => within.Not || within.Period is not { } period || within.Column.Name != x.Column.Name
            || ((period.From is not { } from || from <= day) && (period.To is not { } to || ((DateOnly)Next(day)).AddDays(-1) <= to)));

    /// <summary>Whether today lies in it.</summary>
    public bool IsNow(object bucket) => bucket switch
    {
        DateTime hour => DateOnly.FromDateTime(hour) == today,
        DateOnly day => day <= today && today < (DateOnly)Next(bucket),
        _ => Convert.ToInt64(bucket, CultureInfo.InvariantCulture) == today.Year,
    };
}
