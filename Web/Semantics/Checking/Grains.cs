using System.Text.Json;

namespace Web.Semantics.Checking;

/// <summary>What each grain is.</summary>
internal static class Grains
{
    /// <summary>Parts of a date that come round again: weekday, month of year …</summary>
    public static bool IsCyclic(Grain grain) => grain >= Grain.HourOfDay;

    /// <summary>Grains that a date without a time has no answer to.</summary>
    public static bool NeedsTime(Grain grain) => grain is Grain.Hour or Grain.HourOfDay;

    public static string NameOf(Grain grain) => JsonNamingPolicy.SnakeCaseLower.ConvertName(grain.ToString());

    /// <summary>The least and the greatest number of a part of a date.</summary>
    public static (int Least, int Most) RangeOf(Grain grain) => grain switch
    {
        Grain.HourOfDay => (0, 23),
        Grain.Weekday => (1, 7),
        Grain.DayOfMonth => (1, 31),
        Grain.MonthOfYear => (1, 12),
        _ => (1, 4),
    };

    /// <summary>Whether the column can be grouped or compared by the grain; a year kept as an integer only by year.</summary>
    public static bool Fits(Grain grain, Column column) =>
        column.IsTemporal ? !NeedsTime(grain) || column.Type == ColumnType.Timestamp : IsYear(column) && grain == Grain.Year;

    /// <summary>Whether the column is a year kept as an integer.</summary>
    public static bool IsYear(Column column) => column is { Type: ColumnType.Integer, Role: ColumnRole.Time };
}
