using System.Text.Json.Serialization;
using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>Which number of <c>05/03/24</c> is what.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DateOrder>))]
public enum DateOrder { MonthFirst, DayFirst, YearFirst }

/// <summary>How the cells of one column are written and what they are read as. Goes through JSON and back.</summary>
public sealed record CellFormat
{
    [JsonConverter(typeof(JsonStringEnumConverter<ColumnType>))]
    public required ColumnType Type { get; init; }
    /// <summary>What stands before the fraction, <c>.</c> or <c>,</c>; the other one groups digits.</summary>
    public char Decimal { get; init; } = '.';
    public DateOrder Order { get; init; }
    /// <summary>20240305 and 202403 are dates here, not numbers.</summary>
    public bool CompactDates { get; init; }
    /// <summary>2024年, 令和6年 or 2024 is the year 2024.</summary>
    public bool Year { get; init; }
    /// <summary>The unit that follows the numbers, <c>kg</c>, <c>%</c>, <c>個</c>.</summary>
    public string? Unit { get; init; }
    /// <summary>The ISO 4217 code that the cells or the header state.</summary>
    public string? Currency { get; init; }
    /// <summary>The pair of words of a boolean column.</summary>
    public string? Truth { get; init; }
}
