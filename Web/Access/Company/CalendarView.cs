using Web.Kernel;

namespace Web.Access.Company;

/// <summary>What a choice of zone and first month means at this moment.</summary>
/// <param name="Now">The clock on the company's wall.</param>
internal sealed record CalendarView(DateTimeOffset Now, Period Year, Period Quarter, int FiscalYear)
{
    public static CalendarView? Of(CompanyFacts facts, DateTimeOffset now)
    {
        if (facts.Calendar is not { } calendar) return null;
        var today = calendar.DateOf(now);
        return new(TimeZoneInfo.ConvertTime(now, calendar.Zone), calendar.PeriodOf(CalendarUnit.FiscalYear, today), calendar.PeriodOf(CalendarUnit.FiscalQuarter, today), calendar.FiscalYearOf(today));
    }
}
