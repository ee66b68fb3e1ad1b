using Web.Kernel;

namespace Web.Language;

/// <summary>One stretch of time as said, perhaps without its year: March, 2024, Q3, 令和6年3月, last month.</summary>
internal sealed record TimePiece(int End)
{
    public int? Year { get; init; }
    public int? Month { get; init; }
    public int? Day { get; init; }
    public int? Quarter { get; init; }
    public int? Half { get; init; }
    /// <summary>The days of the month from one to another: 上旬, "the first half of May".</summary>
    public (int From, int To)? DaysOfMonth { get; init; }
    public bool Fiscal { get; init; }
    public string? Word { get; init; }
    public Period? Days { get; init; }

    public bool LacksYear => Year is null && Word is null && Days is null;

    /// <summary>The phrase that is meant; a missing year is the one of <paramref name="near"/>, or else the latest that has begun.</summary>
    public TimePhrase? Resolve(Calendar calendar, DateOnly today, int? near = null)
    {
        try
        {
            if (Word is not null) return PeriodWord.Resolve(Word, calendar, today) is { } known ? new TimePhrase(Word, known) : null;
            if (Days is { } days) return new TimePhrase(null, days);
            var year = Year ?? near ?? LatestYear(calendar, today);
            if (year is < 1 or > 9998) return null;
            return Absolute(year, calendar) is { } phrase ? phrase with { Assumed = Year is null && near is null } : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // no such day
        }
    }

    private int LatestYear(Calendar calendar, DateOnly today)
    {
        if (Fiscal) return calendar.FiscalYearOf(today);
        var month = Month ?? ((Quarter ?? 1) * 3) - 2;
        if (Half is { } half) month = (half * 6) - 5;
        return month <= today.Month ? today.Year : today.Year - 1;
    }

    private TimePhrase? Absolute(int year, Calendar calendar)
    {
        if (Fiscal)
        {
            var first = new DateOnly(year, calendar.FiscalYearStart, 1);
            if (Quarter is { } quarter) return Between(first.AddMonths((quarter * 3) - 3), 3);
            if (Half is { } half) return Between(first.AddMonths((half * 6) - 6), 6);
            return Named(FormattableString.Invariant($"FY{year:0000}"), calendar);
        }
        if (Day is { } day && Month is { } inMonth)
        {
            var date = new DateOnly(year, inMonth, day);
            return new TimePhrase(null, new Period(date, date));
        }
        if (DaysOfMonth is { } some && Month is { } of)
        {
            var last = DateTime.DaysInMonth(year, of);
            return new TimePhrase(null, new Period(new DateOnly(year, of, Math.Min(some.From, last)), new DateOnly(year, of, Math.Min(some.To, last))));
        }
        if (Month is { } month) return Named(FormattableString.Invariant($"{year:0000}-{month:00}"), calendar);
        if (Quarter is { } q) return Named(FormattableString.Invariant($"{year:0000}-Q{q}"), calendar);
        if (Half is { } h) return Named(FormattableString.Invariant($"{year:0000}-H{h}"), calendar);
        return Named(FormattableString.Invariant($"{year:0000}"), calendar);
    }

    private static TimePhrase Between(DateOnly first, int months) => new(null, new Period(first, first.AddMonths(months).AddDays(-1)));

    private static TimePhrase? Named(string word, Calendar calendar) =>
        PeriodWord.Resolve(word, calendar, DateOnly.MinValue) is { } days ? new TimePhrase(word, days) : null;
}
