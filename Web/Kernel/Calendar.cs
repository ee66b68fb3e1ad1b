namespace Web.Kernel;

/// <summary>The stretches of time that people name.</summary>
public enum CalendarUnit { Day, Week, Month, Quarter, Half, Year, FiscalQuarter, FiscalYear }

/// <summary>
/// How one company counts time: its zone, and the month (1–12) in which its fiscal year begins.
/// Weeks begin on Monday; a fiscal year is named by the calendar year in which it begins.
/// </summary>
public sealed record Calendar(TimeZoneInfo Zone, int FiscalYearStart)
{
    public static Calendar Utc { get; } = new(TimeZoneInfo.Utc, 1);

    /// <summary>The calendar date that <paramref name="instant"/> falls on in this zone.</summary>
    public DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant at which <paramref name="date"/> begins in this zone; a midnight skipped by summer time moves to the next valid minute.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The fiscal year that <paramref name="date"/> belongs to.</summary>
    public int FiscalYearOf(DateOnly date) => date.Month >= FiscalYearStart ? date.Year : date.Year - 1;

    /// <summary>The first day of the unit that contains <paramref name="date"/>.</summary>
    public DateOnly FirstDayOf(CalendarUnit unit, DateOnly date) => unit switch
    {
        CalendarUnit.Day => date,
        CalendarUnit.Week => date.AddDays(-(((int)date.DayOfWeek + 6) % 7)),
        CalendarUnit.Month => new DateOnly(date.Year, date.Month, 1),
        CalendarUnit.Quarter => new DateOnly(date.Year, (date.Month - 1) / 3 * 3 + 1, 1),
        CalendarUnit.Half => new DateOnly(date.Year, date.Month <= 6 ? 1 : 7, 1),
        CalendarUnit.Year => new DateOnly(date.Year, 1, 1),
        CalendarUnit.FiscalYear => new DateOnly(FiscalYearOf(date), FiscalYearStart, 1),
        CalendarUnit.FiscalQuarter => new DateOnly(FiscalYearOf(date), FiscalYearStart, 1)
            .AddMonths(((date.Month - FiscalYearStart + 12) % 12) / 3 * 3),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a calendar unit."),
    };

    /// <summary><paramref name="count"/> whole units later (earlier when negative), counted from the first day of a unit.</summary>
    public static DateOnly Add(CalendarUnit unit, DateOnly first, int count) => unit switch
    {
        CalendarUnit.Day => first.AddDays(count),
        CalendarUnit.Week => first.AddDays(7 * count),
        CalendarUnit.Month => first.AddMonths(count),
        CalendarUnit.Quarter or CalendarUnit.FiscalQuarter => first.AddMonths(3 * count),
        CalendarUnit.Half => first.AddMonths(6 * count),
        _ => first.AddYears(count),
    };

    /// <summary>The whole unit that contains <paramref name="date"/>, moved by <paramref name="offset"/> units.</summary>
    public Period PeriodOf(CalendarUnit unit, DateOnly date, int offset = 0)
    {
        var first = Add(unit, FirstDayOf(unit, date), offset);
        return new Period(first, Add(unit, first, 1).AddDays(-1));
    }
}
