using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Insights.Charts;

namespace Web.Insights.Assistant.Models;

/// <summary>
/// A model's words taken apart: one JSON object, alone, in a code fence or with talk around it. Only its form is looked at here; of
/// what it proposes nothing is believed before the gate.
/// </summary>
internal sealed record ModelAnswer
{
    public const int Longest = 65_536, Deepest = 32, MostChoices = 4;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };
    private static readonly string[] RefusalCodes = ["not_a_chart_request", "no_matching_field", "dataset_not_found"];

    /// <summary>The form of an answer for servers that can hold a model to one.</summary>
    public static JsonElement Schema { get; } = JsonElement.Parse(
        """
        {"type":"object","properties":{"query":{"type":"object"},"choices":{"type":"array","items":{"type":"object"}},
        "refuse":{"type":"string","enum":["not_a_chart_request","no_matching_field","dataset_not_found"]}}}
        """);

    public JsonElement? Query { get; private init; }
    public IReadOnlyList<JsonElement> Choices { get; private init; } = [];
    public string? Refusal { get; private init; }

    /// <summary>What was said, or null when it is none of the forms.</summary>
    public static ModelAnswer? Read(string text, ChartTemplates templates)
    {
        if (text.Length > Longest || Object(text) is not { } json) return null;
        if (json.TryGetProperty("refuse", out var code) && code.ValueKind == JsonValueKind.String)
            return new ModelAnswer { Refusal = RefusalCodes.FirstOrDefault(known => code.ValueEquals(known)) ?? RefusalCodes[0] };
        if (json.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array)
            return new ModelAnswer { Choices = [.. choices.EnumerateArray().Take(MostChoices).Select(choice => Named(choice, templates))] };
        if (json.TryGetProperty("query", out var query)) return new ModelAnswer { Query = Named(query, templates) };
        return json.TryGetProperty("template", out _) || json.TryGetProperty("chart_type", out _) ? new ModelAnswer { Query = Named(json, templates) } : null;
    }

    private static JsonElement? Object(string text)
    {
        var (first, last) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (first < 0 || last <= first) return null;
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory(first, last - first + 1), Strict);
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null; // no JSON, or half a surrogate pair in it
        }
    }

    /// <summary><c>{"template": …, "parameters": {…}}</c> is a query too, and a template names its own chart type.</summary>
    private static JsonElement Named(JsonElement json, ChartTemplates templates)
    {
        if (json.ValueKind != JsonValueKind.Object) return json;
        var inner = json.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Object ? parameters : json;
        try
        {
            if (inner.TryGetProperty("chart_type", out _) || !json.TryGetProperty("template", out var id) || id.ValueKind != JsonValueKind.String || templates.Find(id.GetString()!) is not { } template) return inner;
            var named = JsonObject.Create(inner)!;
            named["template"] = template.Id;
            named["chart_type"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(template.Shape.ChartType.ToString());
            return JsonSerializer.SerializeToElement(named);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            return inner; // half a surrogate pair; the gate says so
        }
    }
}
