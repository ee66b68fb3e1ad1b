using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>What a column is for, by its header, its type and how many different values it has.</summary>
internal static class Roles
{
    /// <summary>A number with at most this many values, whose header says that it sorts, is a dimension.</summary>
    private const int FewValues = 60;

    /// <summary>Fewer rows than this tell nothing by themselves.</summary>
    private const int SomeRows = 10;

    public static ColumnRole Of(Header header, CellFormat format, ColumnStats stats, bool first)
    {
        if (format.Type is ColumnType.Date or ColumnType.Timestamp || format.Year) return ColumnRole.Time;
        if (format.Type == ColumnType.Boolean) return ColumnRole.Dimension;
        var names = header.IsId || (first && header.Base.Length == 0);
        if (format.Type == ColumnType.Text) return names && !header.IsPlaceCode && IsUnique(stats) ? ColumnRole.Identity : ColumnRole.Dimension;
        if (format.Type != ColumnType.Integer || format.Unit is not null) return ColumnRole.Measure;
        if (names) return IsUnique(stats) && !header.IsPlaceCode ? ColumnRole.Identity : ColumnRole.Dimension;
        if (header.IsClass && IsSorted(header, stats)) return ColumnRole.Dimension;
        if (IsKnown(header)) return ColumnRole.Measure;
        if (first && stats.Shape.CountsRows && stats.Filled >= SomeRows && header.Words is not [{ Length: 1 }]) return ColumnRole.Identity;
        return IsCodeLike(stats) || IsHandful(stats) || IsNumbered(header, stats) ? ColumnRole.Dimension : ColumnRole.Measure;
    }

    /// <summary>A table whose rows have no number is told apart by what they are called, where no two are called alike.</summary>
    public static bool NamesRows(Header header, CellFormat format, ColumnStats stats) =>
        format.Type == ColumnType.Text && header.IsName && stats.Filled >= SomeRows && IsUnique(stats);

    /// <param name="stats">What its cells look like; null where nobody has looked.</param>
    public static string? Aggregate(Header header, CellFormat format, ColumnRole role, ColumnStats? stats)
    {
        if (role != ColumnRole.Measure) return null;
        return UsualAggregate.Of(header, format, stats);
    }

    private static bool IsKnown(Header header) =>
        KindWords.Amounts.IsIn(header) || KindWords.Ratios.IsIn(header) || KindWords.Readings.IsIn(header) || KindWords.RunningTotals.IsIn(header);

    /// <summary>Few values in many rows, as kinds have; four hundred ranks among four hundred rows are none.</summary>
    private static bool IsSorted(Header header, ColumnStats stats) =>
        stats.Distinct <= FewValues && (stats.Distinct <= 12 || stats.Filled < SomeRows || stats.Distinct <= stats.Filled * 0.5 || !(header.Has("rank") || header.Ends("ランク")));

    /// <summary>101, 102, 201 again and again: too alike to have been measured.</summary>
    private static bool IsCodeLike(ColumnStats stats) =>
        stats.Plain == stats.Filled && stats.Filled >= SomeRows * 2 && stats.Distinct <= stats.Filled / 4.0 && stats.Distinct <= 30 && stats.WidthMin == stats.WidthMax && stats.WidthMin is >= 2 and <= 6
        && (stats.PlainMin >= 100 || (stats.Values is { } values && values.Keys.All(value => value.EndsWith('0'))));

    /// <summary>50, 100, 520, 600: a handful of large numbers among many rows, each again and again. What is counted or measured varies more, or is small.</summary>
    private static bool IsHandful(ColumnStats stats) =>
        stats.Plain == stats.Filled && stats.Filled >= SomeRows * 4 && stats.Distinct <= Math.Min(12, stats.Filled / 8.0) && stats.PlainMax >= 100;

    /// <summary>1, 2, 3, 4, each about as often: lines, wards and gates are numbered so. What is counted thins out upwards, what is marked gathers in the middle.</summary>
    private static bool IsNumbered(Header header, ColumnStats stats) =>
        stats.Plain == stats.Filled && stats.Filled >= SomeRows * 6 && stats.Values is { Count: >= 3 and <= 12 } values && stats.PlainMin == 1 && stats.PlainMax == values.Count
        && values.Values.All(count => count * values.Count * 2 >= stats.Filled) && (header.IsJapanese || header.Words is [{ Length: > 2 } word] && !word.EndsWith('s') && header.Base.Any(char.IsLower));

    private static bool IsUnique(ColumnStats stats) =>
        stats.Filled > 1 && (stats.Values is { } values ? values.Count == stats.Filled : stats.Distinct > stats.Filled * 0.95);
}
