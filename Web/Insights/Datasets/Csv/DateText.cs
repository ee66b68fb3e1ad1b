namespace Web.Insights.Datasets.Csv;

/// <summary>How the three numbers of a date stood.</summary>
internal enum DateForm { YearFirst, YearLast, TwoDigits, Month, MonthAndTwoDigits }

/// <summary>
/// A date as people write it, taken apart before anybody knows whether its day or its month comes first:
/// <see cref="A"/>, <see cref="B"/>, <see cref="C"/> are its numbers as they stand in <see cref="DateForm.YearLast"/> and
/// <see cref="DateForm.TwoDigits"/>, and year, month, day in every other form.
/// </summary>
internal struct DateText
{
    public DateForm Form;
    public int A, B, C;
    public bool Dotted;
    /// <summary>The era that the year was counted in, see <see cref="Eras.At"/>; 0 for none.</summary>
    public int Era;
    public bool HasTime;
    public long TimeTicks;
    /// <summary>Minutes east of Greenwich, where the cell says so.</summary>
    public int? Offset;

    /// <summary>Two digits mean 1969 to 2068.</summary>
    public static int FullYear(int year) => year >= 100 ? year : year < 69 ? 2000 + year : 1900 + year;

    /// <summary>The day meant when the column is in <paramref name="order"/>; false where the calendar has no such day.</summary>
    public readonly bool TryDay(DateOrder order, out DateOnly day)
    {
        var (year, month, number) = Form switch
        {
            DateForm.YearLast => order == DateOrder.DayFirst ? (C, B, A) : (C, A, B),
            DateForm.TwoDigits => order switch
            {
                DateOrder.YearFirst => (FullYear(A), B, C),
                DateOrder.DayFirst => (FullYear(C), B, A),
                _ => (FullYear(C), A, B),
            },
            _ => (A, B, C),
        };
        day = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, number);
        return Era == 0 || (Form == DateForm.Month ? Eras.HoldsMonth(day, Era) : Eras.Holds(day, Era));
    }

    /// <summary>
    /// Whether this looks like a date at all, be it one that does not exist (31 June): two of the numbers could be a month and a day.
    /// </summary>
    public readonly bool IsPlausible => Form switch
    {
        DateForm.YearLast => (A is >= 1 and <= 12 && B is >= 1 and <= 31) || (B is >= 1 and <= 12 && A is >= 1 and <= 31),
        DateForm.TwoDigits => TryDay(DateOrder.MonthFirst, out _) || TryDay(DateOrder.DayFirst, out _) || TryDay(DateOrder.YearFirst, out _),
        _ => B is >= 0 and <= 99 && C is >= 0 and <= 99,
    };

    /// <summary>20240305 (8 digits), 202403 (6) and 20240305123000 (14), if such a day exists.</summary>
    public static bool TryCompact(ReadOnlySpan<char> cell, out DateText date)
    {
        date = default;
        if (cell.Length is not (6 or 8 or 14) || cell.ContainsAnyExceptInRange('0', '9')) return false;
        date.A = Number(cell[..4]);
        date.B = Number(cell[4..6]);
        date.C = cell.Length == 6 ? 1 : Number(cell[6..8]);
        if (date.A is < 1900 or > 2100 || !date.TryDay(DateOrder.YearFirst, out _)) return false;
        if (cell.Length != 14) return true;
        int hour = Number(cell[8..10]), minute = Number(cell[10..12]), second = Number(cell[12..14]);
        date.HasTime = true;
        date.TimeTicks = new TimeSpan(hour, minute, second).Ticks;
        return hour < 24 && minute < 60 && second < 60;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits) value = value * 10 + (digit - '0');
        return value;
    }
}
