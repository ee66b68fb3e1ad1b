using System.Text.Json;

namespace Web.Crm;

/// <summary>A record's own fields as they are kept: JSON, written through unchanged.</summary>
internal static class CustomJson
{
    private static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    public static JsonElement Of(string custom)
    {
        if (custom is "{}") return Empty;
        using var document = JsonDocument.Parse(custom);
        return document.RootElement.Clone();
    }
}
