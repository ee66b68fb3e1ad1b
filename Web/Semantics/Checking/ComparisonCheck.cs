using Web.Kernel;

namespace Web.Semantics.Checking;

/// <summary>Works out which earlier stretch of time a comparison means, and how far back an x bucket has to look for its match.</summary>
internal sealed class ComparisonCheck(
    CheckScope scope, ChartShape shape, IReadOnlyList<CheckedDimension> dimensions, IReadOnlyList<Condition> conditions, bool raw)
{
    public CheckedComparison? Check(Comparison? compare, int before)
    {
        if (compare is null) return null;
        if (raw) return Fault("compare_on_raw_rows");
        if (!shape.Compares) return Fault("compare_not_for_chart", shape.Template);
        var x = dimensions.FirstOrDefault(d => d is { Role: DimensionRole.X, Grain: { } grain } && !Grains.IsCyclic(grain));
        var index = PeriodIndex(x);
        if (index < 0) return x is null ? Fault("compare_needs_period") : WithoutPeriod(x.Grain!.Value, compare.To);
        var within = (Condition.Within)conditions[index];
        if (within.Period is not { From: { } from, To: { } to }) return Fault("compare_needs_period");
        if (x is not null && x.Column.Name != within.Column.Name) return Fault("compare_period_not_on_x", x.Column.Name);
        if (from.DayNumber < to.DayNumber - from.DayNumber + 800) return Fault("date_out_of_range");
        var earlier = compare.To == CompareTo.PreviousYear ? Moved(from, to, 12) : Before(from, to);
        var (months, days) = x is null ? (0, 0) : Shift(x.Grain!.Value, compare.To, from, earlier.From!.Value);
        return new CheckedComparison(before + index, earlier, months, days);
    }

    private int PeriodIndex(CheckedDimension? x)
    {
        var stretches = conditions.Select((c, i) => (Within: c as Condition.Within, i)).Where(c => c.Within is { Not: false, Period: not null }).ToList();
        var onX = stretches.FindIndex(s => s.Within!.Column.Name == x?.Column.Name);
        return stretches.Count == 0 ? -1 : stretches[Math.Max(onX, 0)].i;
    }

    // Without a period the chart runs over all time: each bucket looks back to the one before, or to the same one a year earlier.
    private static CheckedComparison WithoutPeriod(Grain grain, CompareTo to) => (grain, to) switch
    {
        (Grain.Week, CompareTo.PreviousYear) => new(null, null, 0, 364),
        (_, CompareTo.PreviousYear) => new(null, null, 12, 0),
        (Grain.Day or Grain.Hour, _) => new(null, null, 0, 1),
        (Grain.Week, _) => new(null, null, 0, 7),
        _ => new(null, null, MonthsOf(grain), 0),
    };

    /// <summary>The stretch of the same length just before: whole months by months, anything else by days.</summary>
    private static Period Before(DateOnly from, DateOnly to)
    {
        var after = to.AddDays(1);
        if (from.Day == 1 && after.Day == 1) return Moved(from, to, Months(after) - Months(from));
        var days = after.DayNumber - from.DayNumber;
        return new Period(from.AddDays(-days), to.AddDays(-days));
    }

    // The end moves as the day after it does, so that the end of February stays the end of February.
    private static Period Moved(DateOnly from, DateOnly to, int months) =>
        new(from.AddMonths(-months), to.AddDays(1).AddMonths(-months).AddDays(-1));

    private (int Months, int Days) Shift(Grain grain, CompareTo to, DateOnly from, DateOnly earlier)
    {
        // A day looks back to its own date, which is 365 or 366 days away.
        if (to == CompareTo.PreviousYear && grain is Grain.Day or Grain.Hour) return (12, 0);
        var unit = grain switch
        {
            Grain.Week => CalendarUnit.Week,
            Grain.Month => CalendarUnit.Month,
            Grain.Quarter => CalendarUnit.Quarter,
            Grain.Half => CalendarUnit.Half,
            Grain.Year => CalendarUnit.Year,
            Grain.FiscalQuarter => CalendarUnit.FiscalQuarter,
            Grain.FiscalYear => CalendarUnit.FiscalYear,
            _ => CalendarUnit.Day,
        };
        var (now, then) = (scope.Calendar.FirstDayOf(unit, from), scope.Calendar.FirstDayOf(unit, earlier));
        return unit is CalendarUnit.Day or CalendarUnit.Week ? (0, now.DayNumber - then.DayNumber) : (Months(now) - Months(then), 0);
    }

    private static int Months(DateOnly day) => (day.Year * 12) + day.Month;

    private static int MonthsOf(Grain grain) => grain switch
    {
        Grain.Month => 1,
        Grain.Quarter or Grain.FiscalQuarter => 3,
        Grain.Half => 6,
        _ => 12,
    };

    private CheckedComparison? Fault(string code, params IReadOnlyList<string> args)
    {
        scope.Faults.Add("/compare", code, args);
        return null;
    }
}
