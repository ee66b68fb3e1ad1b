using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Web.Insights.Charts;

/// <summary>The JSON Schema keywords that the validator really enforces. It passes over any other in silence, so a schema may use no other.</summary>
internal static class SchemaKeywords
{
    private static readonly FrozenSet<string> Plain = new[]
    {
        "title", "description", "type", "enum", "required", "additionalProperties", "minItems", "maxItems",
        "minLength", "maxLength", "minimum", "maximum", "$ref",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfSchemas = new[] { "anyOf", "oneOf" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfNamedSchemas = new[] { "properties", "definitions" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first keyword that would not be enforced, or null.</summary>
    public static string? Unenforced(JsonNode? schema)
    {
        if (schema is not JsonObject keywords) return "(a schema that is no object)";
        foreach (var (keyword, value) in keywords)
        {
            var inner = keyword switch
            {
                "items" => Unenforced(value),
                "additionalProperties" => value is JsonValue ? null : "additionalProperties with a schema",
                "$ref" => value?.GetValue<string>().StartsWith("#/definitions/", StringComparison.Ordinal) == true && keywords.Count == 1 ? null : "$ref beside others or elsewhere",
                "maxItems" or "maxLength" when value?.GetValueKind() != System.Text.Json.JsonValueKind.Number || value.GetValue<decimal>() <= 0 => $"{keyword} of nothing",
                _ when OfSchemas.Contains(keyword) => value is JsonArray any ? any.Select(Unenforced).FirstOrDefault(k => k is not null) : keyword,
                _ when OfNamedSchemas.Contains(keyword) => value is JsonObject named ? named.Select(p => Unenforced(p.Value)).FirstOrDefault(k => k is not null) : keyword,
                _ => Plain.Contains(keyword) ? null : keyword,
            };
            if (inner is not null) return inner;
        }
        return null;
    }
}
