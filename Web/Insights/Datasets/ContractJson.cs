using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Datasets;

/// <summary>A contract as the HTTP contract writes it, with titles in the caller's language.</summary>
internal static class ContractJson
{
    public static JsonObject Of(DatasetContract contract, string locale, bool whole)
    {
        var json = new JsonObject
        {
            ["key"] = contract.Key,
            ["title"] = contract.TitleIn(locale),
            ["description"] = contract.Descriptions.GetValueOrDefault(locale) ?? contract.Descriptions.GetValueOrDefault("en"),
            ["engine"] = "postgresql",
            ["row_count"] = contract.RowCount,
            ["refreshed_at"] = contract.RefreshedAt,
            ["certified"] = contract.Certified,
        };
        if (!whole) return json;
        json["default_time"] = contract.DefaultTime;
        json["default_grain"] = contract.DefaultGrain is { } grain ? Word(grain) : null;
        json["count_of"] = contract.CountOf.GetValueOrDefault(locale) ?? contract.CountOf.GetValueOrDefault("en");
        json["columns"] = new JsonArray([.. contract.Columns.Where(column => !column.Hidden).Select(column => (JsonNode)Column(column, locale))]);
        json["measures"] = new JsonArray();
        return json;
    }

    private static JsonObject Column(Column column, string locale)
    {
        var json = new JsonObject
        {
            ["name"] = column.Name,
            ["source_name"] = column.SourceName ?? column.Name,
            ["title"] = column.TitleIn(locale),
            ["type"] = Word(column.Type),
            ["role"] = Word(column.Role),
            ["unit"] = column.Unit,
            ["currency"] = column.Currency,
            ["default_aggregate"] = column.DefaultAggregate,
            ["synonyms"] = Array(column.Synonyms),
            ["hidden"] = column.Hidden,
        };
        if (column.Values is { } values) json["values"] = Array(values);
        if (column.ValueSynonyms.Count > 0)
            json["value_synonyms"] = new JsonObject(column.ValueSynonyms.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Array(pair.Value))));
        return json;
    }

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
