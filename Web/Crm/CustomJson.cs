using System.Text.Json;
using Web.Api;

namespace Web.Crm;

/// <summary>A record's own fields as they are kept: JSON, written through unchanged.</summary>
internal static class CustomJson
{
    private static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    /// <summary>The member of a list that is written straight from its rows.</summary>
    public static JsonColumn Column { get; } = new("custom", ["custom"], static (json, row, at) => Of(row.GetString(at)).WriteTo(json));

    public static JsonElement Of(string custom)
    {
        if (custom is "{}") return Empty;
        using var document = JsonDocument.Parse(custom);
        return document.RootElement.Clone();
    }
}
