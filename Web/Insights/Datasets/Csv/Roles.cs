using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>What a column is for, by its header, its type and how many different values it has.</summary>
internal static class Roles
{
    /// <summary>A number with at most this many values, whose header says that it sorts, is a dimension.</summary>
    private const int FewValues = 60;

    public static ColumnRole Of(Header header, CellFormat format, ColumnStats stats, bool first)
    {
        if (format.Type is ColumnType.Date or ColumnType.Timestamp || format.Year) return ColumnRole.Time;
        if (format.Type == ColumnType.Boolean) return ColumnRole.Dimension;
        var names = header.IsId || (first && header.Base.Length == 0) || (first && header.Has("row", "index", "unnamed"));
        if (format.Type == ColumnType.Text) return names && IsUnique(stats) ? ColumnRole.Identity : ColumnRole.Dimension;
        if (format.Type != ColumnType.Integer || format.Unit is not null) return ColumnRole.Measure;
        if (names) return IsUnique(stats) ? ColumnRole.Identity : ColumnRole.Dimension;
        return header.IsClass && stats.Distinct <= FewValues ? ColumnRole.Dimension : ColumnRole.Measure;
    }

    public static string? Aggregate(Header header, CellFormat format, ColumnRole role)
    {
        if (role != ColumnRole.Measure) return null;
        var mean = header.IsMean || format.Unit is { } unit && (unit is "%" or "℃" or "°C" or "°F" or "℉" or "歳" or "才" or "点" || unit.Contains('/', StringComparison.Ordinal));
        return mean ? Aggregates.Mean : Aggregates.Sum;
    }

    private static bool IsUnique(ColumnStats stats) =>
        stats.Filled > 1 && (stats.Values is { } values ? values.Count == stats.Filled : stats.Distinct > stats.Filled * 0.95);
}
