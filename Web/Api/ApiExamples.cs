using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Web.Api;

/// <summary>Draws an example from a schema, so that every body and every answer of the description has one that fits it.</summary>
internal static class ApiExamples
{
    private const int Deepest = 6;
    private const string Id = "019ab2c4-5d6e-7f80-9a1b-2c3d4e5f6071";

    /// <summary>What a field of this name holds, as people would write it.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["email"] = "chiyo.sato@example.com", ["password"] = "correct horse battery staple", ["name"] = "Aoba Trading", ["title"] = "Won deals by month", ["code"] = "287082",
        ["family_name"] = "Sato", ["given_name"] = "Chiyo", ["family_name_kana"] = "サトウ", ["given_name_kana"] = "チヨ", ["name_kana"] = "アオバボウエキ", ["domain"] = "aoba.example.com",
        ["job_title"] = "Purchasing", ["industry"] = "Wholesale", ["utterance"] = "won deals by month this year", ["dataset"] = "crm_deals", ["locale"] = "en", ["key"] = "sales_2026",
        ["slug"] = "aoba", ["team"] = "Sales East", ["currency"] = "JPY", ["amount"] = "1250.00", ["prefix"] = "tsu_k3Jd9QpX", ["body"] = "They ask for an offer by Friday.", ["plan_type"] = "trial",
        ["token_type"] = "bearer", ["type"] = "text", ["field"] = "/name", ["message"] = "This is needed.", ["time_zone"] = "Asia/Tokyo", ["stage"] = "Proposal", ["lost_reason"] = "price",
        ["next_step"] = "Send the offer", ["status"] = "open", ["period"] = "2026-11", ["aggregate"] = "sum", ["scopes"] = "crm.read", ["permission"] = "crm.read", ["description"] = "By the month in which they were won",
    };

    /// <summary>What is written as it comes, and so has no schema of its own.</summary>
    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["query"] = """{"version":1,"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"closed_on","role":"x","grain":"month"}],"measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"status","op":"=","value":"won"}]}""",
        ["option"] = """{"series":[{"type":"bar","data":[1250000,980000]}]}""", ["custom"] = """{"segment":"A"}""", ["attributes"] = """{"region":"East"}""",
        ["parameters_schema"] = """{"type":"object"}""", ["row_filter"] = """{"field":"owner","equals":"member.name"}""", ["current"] = """{"name":"Aoba Trading"}""", ["rows"] = """["2026-11-01",1250000]""",
    };

    public static JsonNode? Of(IOpenApiSchema? schema, string name = "", int depth = 0)
    {
        if (schema is null || depth > Deepest) return null;
        if (schema.Examples is { Count: > 0 } own) return own[0]?.DeepClone();
        if (schema.Type is null && Shapes.TryGetValue(name, out var shape)) return JsonNode.Parse(shape);
        if (schema.Enum is { Count: > 0 } words) return words[0]?.DeepClone();
        if ((schema.OneOf ?? schema.AnyOf) is { Count: > 0 } choices) return choices.Where(choice => choice.Type != JsonSchemaType.Null).Select(choice => Of(choice, name, depth)).FirstOrDefault(node => node is not null);
        if (schema.Properties is { Count: > 0 } || schema.Type?.HasFlag(JsonSchemaType.Object) == true) return ObjectOf(schema, depth);
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true) return Of(schema.Items, name, depth + 1) is { } item ? new JsonArray(item) : new JsonArray();
        if (schema.Type?.HasFlag(JsonSchemaType.Boolean) == true) return true;
        if (schema.Type?.HasFlag(JsonSchemaType.Integer) == true || schema.Type?.HasFlag(JsonSchemaType.Number) == true) return name is "page_size" ? 50 : name is "status" ? 422 : 1;
        return schema.Type?.HasFlag(JsonSchemaType.String) == true ? TextOf(schema, name) : null;
    }

    private static JsonObject ObjectOf(IOpenApiSchema schema, int depth)
    {
        var example = new JsonObject();
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            if (Of(property, name, depth + 1) is { } value || property.Type?.HasFlag(JsonSchemaType.Null) != true) example[name] = Of(property, name, depth + 1);
        if (example.Count == 0 && schema.AdditionalProperties is { } more && Of(more, "", depth + 1) is { } one) example["key"] = one;
        return example;
    }

    private static JsonNode TextOf(IOpenApiSchema schema, string name) => schema.Format switch
    {
        "uuid" => Id,
        "date-time" => "2026-11-21T09:30:00Z",
        "date" => "2026-11-21",
        "uri" => "https://aoba.example.com/",
        "binary" => "(the file)",
        _ => Words.GetValueOrDefault(name) ?? (name.EndsWith("_token", StringComparison.Ordinal) ? "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9…" : name is "" ? "text" : name.Replace('_', ' ')),
    };
}
