using System.Globalization;
using System.Text.Json;

namespace Web.Semantics;

/// <summary>One value of a result as JSON and as text.</summary>
public static class ResultCell
{
    public static void Write(Utf8JsonWriter writer, object? cell)
    {
        switch (cell)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            default: writer.WriteStringValue(Text(cell)); break;
        }
    }

    /// <summary>The cell as CSV or a label would write it: invariant, dates in ISO form.</summary>
    public static string Text(object? cell) => cell switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Utc } instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        DateTime hour => hour.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The figure that a cell holds, or null.</summary>
    public static decimal? Number(object? cell) => cell switch
    {
        long number => number,
        decimal number => number,
        double number when Math.Abs(number) < 1e28 => (decimal)number,
        _ => null,
    };

    /// <summary>A value as the database gave it, as one of the few kinds a cell has.</summary>
    internal static object? Of(object value) => value switch
    {
        DBNull => null,
        int number => (long)number,
        short number => (long)number,
        float number => float.IsFinite(number) ? (double)number : null,
        double number => double.IsFinite(number) ? number : null,
        decimal number => Trimmed(number),
        string or long or bool or DateOnly or DateTime => value,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    // 12.5000 is stored with its zeros and would be written with them.
    private static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;
}
