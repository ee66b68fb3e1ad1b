using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>Whether the last bucket on x still runs today: its figure will grow, and a line that drops there misleads.</summary>
internal static class Unfinished
{
    /// <summary>1 when the last x value is the bucket that today lies in, else 0.</summary>
    public static int Count(CheckedQuery query, object? last)
    {
        if (query.X is not { Column.IsTemporal: true, Grain: { } grain } || Unit(grain) is not { } unit) return 0;
        var first = query.Calendar.FirstDayOf(unit, query.Today);
        return last switch
        {
            DateOnly day => day == first ? 1 : 0,
            DateTime hour => DateOnly.FromDateTime(hour) == query.Today ? 1 : 0,
            _ => 0,
        };
    }

    private static CalendarUnit? Unit(Grain grain) => grain switch
    {
        Grain.Hour or Grain.Day => CalendarUnit.Day,
        Grain.Week => CalendarUnit.Week,
        Grain.Month => CalendarUnit.Month,
        Grain.Quarter => CalendarUnit.Quarter,
        Grain.Half => CalendarUnit.Half,
        Grain.Year => CalendarUnit.Year,
        Grain.FiscalQuarter => CalendarUnit.FiscalQuarter,
        Grain.FiscalYear => CalendarUnit.FiscalYear,
        _ => null,
    };
}
