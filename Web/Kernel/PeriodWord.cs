using System.Globalization;
using System.Text.RegularExpressions;

namespace Web.Kernel;

/// <summary>
/// The closed set of words that name a period relative to today or by its number:
/// <c>this_month</c>, <c>last_fiscal_year</c>, <c>next_week</c>, <c>last_90_days</c>, <c>2026</c>, <c>2026-H1</c>,
/// <c>2026-Q3</c>, <c>2026-11</c>, <c>FY2026</c>.
/// </summary>
public static partial class PeriodWord
{
    /// <summary>The days that <paramref name="word"/> means on <paramref name="today"/>, or null when it is no period word.</summary>
    /// <remarks><c>last_N_units</c> ends today, today included: <c>last_3_months</c> on 20 November is 21 August to 20 November.</remarks>
    public static Period? Resolve(string word, Calendar calendar, DateOnly today)
    {
        try
        {
            return Relative(word, calendar, today) ?? Rolling(word, today) ?? Absolute(word, calendar);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // beyond the years 1 to 9999
        }
    }

    private static Period? Relative(string word, Calendar calendar, DateOnly today)
    {
        var match = RelativeForm().Match(word);
        if (!match.Success) return null;
        var offset = match.Groups["which"].Value switch { "last" => -1, "next" => 1, _ => 0 };
        return calendar.PeriodOf(UnitOf(match.Groups["unit"].Value), today, offset);
    }

    private static Period? Rolling(string word, DateOnly today)
    {
        var match = RollingForm().Match(word);
        if (!match.Success) return null;
        var count = int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        if (count == 0) return null;
        var before = match.Groups["unit"].Value switch
        {
            "day" => today.AddDays(-count),
            "week" => today.AddDays(-7 * count),
            "month" => today.AddMonths(-count),
            "quarter" => today.AddMonths(-3 * count),
            _ => today.AddYears(-count),
        };
        return new Period(before.AddDays(1), today);
    }

    private static Period? Absolute(string word, Calendar calendar)
    {
        var match = AbsoluteForm().Match(word);
        if (!match.Success) return null;
        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        if (match.Groups["fy"].Success)
            return calendar.PeriodOf(CalendarUnit.FiscalYear, new DateOnly(Number("fy"), calendar.FiscalYearStart, 1));
        var year = Number("year");
        if (match.Groups["half"].Success) return calendar.PeriodOf(CalendarUnit.Half, new DateOnly(year, Number("half") * 6 - 5, 1));
        if (match.Groups["quarter"].Success) return calendar.PeriodOf(CalendarUnit.Quarter, new DateOnly(year, Number("quarter") * 3 - 2, 1));
        if (match.Groups["month"].Success) return calendar.PeriodOf(CalendarUnit.Month, new DateOnly(year, Number("month"), 1));
        return calendar.PeriodOf(CalendarUnit.Year, new DateOnly(year, 1, 1));
    }

    private static CalendarUnit UnitOf(string name) => name switch
    {
        "day" => CalendarUnit.Day,
        "week" => CalendarUnit.Week,
        "month" => CalendarUnit.Month,
        "quarter" => CalendarUnit.Quarter,
        "half" => CalendarUnit.Half,
        "year" => CalendarUnit.Year,
        "fiscal_quarter" => CalendarUnit.FiscalQuarter,
        _ => CalendarUnit.FiscalYear,
    };

    [GeneratedRegex("^(?<which>this|last|next)_(?<unit>day|week|month|quarter|half|year|fiscal_quarter|fiscal_year)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RelativeForm();

    [GeneratedRegex("^last_(?<n>[0-9]{1,5})_(?<unit>day|week|month|quarter|year)s$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RollingForm();

    [GeneratedRegex("^(FY(?<fy>[0-9]{4})|(?<year>[0-9]{4})(-H(?<half>[12])|-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AbsoluteForm();
}
