using System.Text.Json;

namespace Web.Insights.Assistant.Chips;

/// <summary>Parts of a query as the short words that a form sends.</summary>
internal static class ChipWords
{
    /// <summary>A measure's subject: rows, a named measure, or a column.</summary>
    public const string Rows = "rows", Named = "named:", Column = "column:", Figure = "figure:";

    public static string Of<T>(T value) where T : struct, Enum => JsonSerializer.SerializeToElement(value, Semantics.ChartJson.Options).GetString()!;

    public static T? Read<T>(string? word) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(word)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(word), Semantics.ChartJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
