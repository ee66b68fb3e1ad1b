using System.Runtime.CompilerServices;
using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>The values of cells by their column's format. Each answers null or the fault's code; no value and no fault is an empty cell.</summary>
[SkipLocalsInit]
internal static class CellReading
{
    public static string? Number(ReadOnlySpan<char> cell, CellFormat format, out decimal? value)
    {
        value = null;
        if (cell.Length == 0) return null;
        if (NumberText.TryPlain(cell, format.Decimal, out var plain))
        {
            value = plain;
            return null;
        }
        Span<char> room = stackalloc char[CellText.Most];
        var folded = CellText.Folded(cell, room);
        if (!NumberText.TrySplit(folded, out var number)) return CellText.IsNullFolded(folded) ? null : CsvFaults.NotANumber;
        if (number.Currency is not null && number.Currency != format.Currency && !(format.Currency is null && format.Type != ColumnType.Money && format.Unit == number.Currency))
            return format.Currency is null ? CsvFaults.NotANumber : CsvFaults.OtherCurrency;
        if (number.Unit.Length > 0 && !number.Unit.Equals(format.Unit, StringComparison.Ordinal)) return format.Unit is null ? CsvFaults.NotANumber : CsvFaults.OtherUnit;
        if (!number.TryValue(format.Decimal, out var read, out var fault)) return fault;
        value = read;
        return null;
    }

    public static string? Integer(ReadOnlySpan<char> cell, CellFormat format, out long? value)
    {
        value = null;
        if (format.Year) return Year(cell, out value);
        var fault = Number(cell, format, out var read);
        if (fault is not null || read is not { } number) return fault;
        if (number != decimal.Truncate(number)) return CsvFaults.NotAnInteger;
        if (number is < long.MinValue or > long.MaxValue) return CsvFaults.OutOfRange;
        value = (long)number;
        return null;
    }

    private static string? Year(ReadOnlySpan<char> cell, out long? value)
    {
        value = null;
        if (cell.Length == 0) return null;
        Span<char> room = stackalloc char[CellText.Most];
        var folded = CellText.Folded(cell, room);
        if (CellText.IsNullFolded(folded)) return null;
        if (folded is [.., '.', '0']) folded = folded[..^2];
        if (!DateReader.TryYear(folded, out var year)) return CsvFaults.NotADate;
        value = year;
        return null;
    }

    /// <summary>An amount in minor units; what is finer than the currency is not rounded away.</summary>
    public static string? Minor(ReadOnlySpan<char> cell, CellFormat format, decimal factor, out long? value)
    {
        value = null;
        var fault = Number(cell, format, out var read);
        if (fault is not null || read is not { } number) return fault;
        if (number is > 90_000_000_000_000m or < -90_000_000_000_000m) return CsvFaults.OutOfRange;
        number *= factor;
        if (number != decimal.Truncate(number)) return CsvFaults.TooPrecise;
        value = (long)number;
        return null;
    }

    public static decimal Factor(CellFormat format) => format.Currency is { } currency ? Money.Factor(currency) : 1m;

    public static string? Boolean(ReadOnlySpan<char> cell, CellFormat format, out bool? value)
    {
        value = null;
        if (cell.Length == 0) return null;
        Span<char> room = stackalloc char[CellText.Most];
        var folded = CellText.Folded(cell, room);
        if (TruthText.TryRead(folded, out var pair, out var yes) && (format.Truth is null || pair == format.Truth))
        {
            value = yes;
            return null;
        }
        return CellText.IsNullFolded(folded) ? null : CsvFaults.NotABoolean;
    }

    public static string? Date(ReadOnlySpan<char> cell, CellFormat format, out DateOnly? day)
    {
        var fault = Moment(cell, format, out var read, out day);
        _ = read;
        return fault;
    }

    private static string? Moment(ReadOnlySpan<char> cell, CellFormat format, out DateText date, out DateOnly? day)
    {
        day = null;
        date = default;
        if (cell.Length == 0) return null;
        Span<char> room = stackalloc char[CellText.Most];
        var folded = CellText.Folded(cell, room);
        var read = format.CompactDates && DateText.TryCompact(folded, out date) || DateReader.TryRead(folded, out date);
        if (!read) return CellText.IsNullFolded(folded) ? null : CsvFaults.NotADate;
        if (!date.TryDay(format.Order, out var found)) return CsvFaults.NoSuchDay;
        day = found;
        return null;
    }

    /// <summary>An instant in UTC; a time that names no zone is in <paramref name="clock"/>'s.</summary>
    public static string? Timestamp(ReadOnlySpan<char> cell, CellFormat format, ZoneClock clock, out DateTime? value)
    {
        value = null;
        var fault = Moment(cell, format, out var date, out var day);
        if (fault is not null || day is not { } known) return fault;
        var ticks = known.DayNumber * TimeSpan.TicksPerDay + date.TimeTicks;
        // PostgreSQL keeps microseconds.
        ticks -= ticks % TimeSpan.TicksPerMicrosecond;
        if (date.Offset is { } offset) ticks -= offset * TimeSpan.TicksPerMinute;
        else if (!clock.TryUtc(ref ticks)) return CsvFaults.NoSuchTime;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return CsvFaults.NoSuchDay;
        value = new DateTime(ticks, DateTimeKind.Utc);
        return null;
    }
}

/// <summary>The tenant's zone for many times in a row: its offset is asked for once a quarter of an hour, not once a cell.</summary>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    private long quarter = -1, offset;
    private bool exists;

    /// <summary>From local time to UTC; false for an hour that the clocks skip. The second of two equal hours is standard time.</summary>
    public bool TryUtc(ref long ticks)
    {
        if (ticks / TimeSpan.TicksPerMinute / 15 != quarter)
        {
            quarter = ticks / TimeSpan.TicksPerMinute / 15;
            var local = new DateTime(ticks, DateTimeKind.Unspecified);
            exists = !zone.IsInvalidTime(local);
            offset = zone.GetUtcOffset(local).Ticks;
        }
        ticks -= offset;
        return exists;
    }
}
