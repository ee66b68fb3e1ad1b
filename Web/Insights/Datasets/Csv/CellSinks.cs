using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>Takes the cells of one column, row by row, as values of its type.</summary>
internal abstract class CellSink
{
    /// <summary>A cell of words is never longer than what a spreadsheet's cell holds.</summary>
    public const int MostText = 32_767;

    /// <summary>Reads a cell into the row; the fault's code, or null.</summary>
    public abstract string? Put(ReadOnlySpan<char> cell, int row);

    /// <summary>The first rows as an array of their own; the sink begins anew.</summary>
    public abstract Array Take(int count);

    public static CellSink For(CellFormat format, TimeZoneInfo zone, int rows, bool keeps = true, DaySpan? days = null) => format.Type switch
    {
        ColumnType.Integer => new IntegerSink(format, rows),
        ColumnType.Money => new MinorSink(format, rows),
        ColumnType.Number => new NumberSink(format, rows),
        ColumnType.Boolean => new BooleanSink(format, rows),
        ColumnType.Date => new DateSink(format, rows, days),
        ColumnType.Timestamp => new TimestampSink(format, zone, rows, days),
        _ => new TextSink(rows, keeps),
    };
}

internal abstract class CellSink<T>(int rows) : CellSink
{
    protected T?[] Values { get; private set; } = new T?[rows];

    public sealed override Array Take(int count)
    {
        var taken = Values;
        Values = new T?[rows];
        if (count < taken.Length) Array.Resize(ref taken, count);
        return taken;
    }
}

internal sealed class TextSink(int rows, bool keeps) : CellSink<string>(rows)
{
    /// <summary>The last strings by a hash of theirs: most text columns say the same few things over and over.</summary>
    private readonly string?[] known = new string?[512];

    public override string? Put(ReadOnlySpan<char> cell, int row)
    {
        if (cell.Length > MostText) return CsvFaults.TooLong;
        if (!keeps) return null;
        Values[row] = cell.Length == 0 ? null : cell.Length > 32 ? cell.ToString() : Known(cell);
        return null;
    }

    private string Known(ReadOnlySpan<char> cell)
    {
        var hash = (uint)cell.Length;
        foreach (var c in cell) hash = hash * 31 + c;
        ref var slot = ref known[(hash ^ (hash >> 9)) & 511];
        return slot is not null && cell.SequenceEqual(slot) ? slot : slot = cell.ToString();
    }
}

internal sealed class IntegerSink(CellFormat format, int rows) : CellSink<long?>(rows)
{
    public override string? Put(ReadOnlySpan<char> cell, int row) => CellReading.Integer(cell, format, out Values[row]);
}

internal sealed class MinorSink(CellFormat format, int rows) : CellSink<long?>(rows)
{
    private readonly decimal factor = CellReading.Factor(format);

    public override string? Put(ReadOnlySpan<char> cell, int row) => CellReading.Minor(cell, format, factor, out Values[row]);
}

internal sealed class NumberSink(CellFormat format, int rows) : CellSink<decimal?>(rows)
{
    public override string? Put(ReadOnlySpan<char> cell, int row) => CellReading.Number(cell, format, out Values[row]);
}

internal sealed class BooleanSink(CellFormat format, int rows) : CellSink<bool?>(rows)
{
    public override string? Put(ReadOnlySpan<char> cell, int row) => CellReading.Boolean(cell, format, out Values[row]);
}

internal sealed class DateSink(CellFormat format, int rows, DaySpan? days) : CellSink<DateOnly?>(rows)
{
    public override string? Put(ReadOnlySpan<char> cell, int row)
    {
        ref var value = ref Values[row];
        var fault = CellReading.Date(cell, format, out value);
        if (days is not null && value is { } day) days.Note(day);
        return fault;
    }
}

internal sealed class TimestampSink(CellFormat format, TimeZoneInfo zone, int rows, DaySpan? days) : CellSink<DateTime?>(rows)
{
    private readonly ZoneClock clock = new(zone);

    public override string? Put(ReadOnlySpan<char> cell, int row)
    {
        ref var value = ref Values[row];
        var fault = CellReading.Timestamp(cell, format, clock, out value);
        if (days is not null && value is { } moment) days.Note(DateOnly.FromDateTime(moment));
        return fault;
    }
}
