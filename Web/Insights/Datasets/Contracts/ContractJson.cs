using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Insights.Datasets.Access;
using Web.Semantics;

namespace Web.Insights.Datasets.Contracts;

/// <summary>A contract as the HTTP contract writes it, with titles in the caller's language.</summary>
internal static class ContractJson
{
    /// <summary>As in a list.</summary>
    public static JsonObject Brief(PermittedDataset permitted, string locale)
    {
        var contract = permitted.Dataset.Contract;
        return new JsonObject
        {
            ["key"] = contract.Key,
            ["title"] = contract.TitleIn(locale),
            ["description"] = contract.Descriptions.GetValueOrDefault(locale) ?? contract.Descriptions.GetValueOrDefault("en"),
            ["engine"] = "postgresql",
            ["row_count"] = contract.RowCount,
            ["refreshed_at"] = contract.RefreshedAt,
            ["certified"] = contract.Certified,
            ["uploaded"] = permitted.Uploaded is not null,
        };
    }

    /// <param name="manages">Whether this person edits datasets, and so sees the hidden columns and the row filter.</param>
    public static JsonObject Whole(PermittedDataset permitted, string locale, bool manages)
    {
        var contract = permitted.Dataset.Contract;
        var json = Brief(permitted, locale);
        json["default_time"] = contract.DefaultTime;
        json["default_grain"] = contract.DefaultGrain is { } grain ? Word(grain) : null;
        json["default_measure"] = contract.DefaultMeasure;
        json["count_of"] = contract.CountOf.GetValueOrDefault(locale) ?? contract.CountOf.GetValueOrDefault("en");
        json["synonyms"] = Array(contract.Synonyms);
        json["columns"] = new JsonArray([.. contract.Columns.Where(column => manages || !column.Hidden).Select(column => (JsonNode)Column(column, locale))]);
        json["measures"] = new JsonArray([.. contract.Measures.Select(measure => (JsonNode)Measure(measure, locale, manages || permitted.Dataset.RowFilters.Count == 0))]);
        json["relations"] = new JsonArray([.. permitted.Relations.Select(relation => (JsonNode)Relation(relation, locale, permitted.Uploaded is not null))]);
        json["access"] = new JsonObject { ["roles"] = Array(permitted.Access.Roles), ["all_rows_roles"] = Array(permitted.Access.AllRowsRoles) };
        json["row_filter"] = manages && permitted.Access.RowFilter is { } filter ? JsonNode.Parse(filter) : null;
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
        else if (column.LookedUp) json["looked_up"] = true;
        if (column.ValueSynonyms.Count > 0)
            json["value_synonyms"] = new JsonObject(column.ValueSynonyms.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Array(pair.Value))));
        return json;
    }

    /// <param name="defined">Whether the reader hears how it is worked out; a definition may name values of rows that are not theirs.</param>
    private static JsonObject Measure(NamedMeasure measure, string locale, bool defined) => new()
    {
        ["name"] = measure.Name, ["title"] = measure.TitleIn(locale), ["expression"] = defined ? measure.Expression : null, ["type"] = Word(measure.Type), ["unit"] = measure.Unit,
        ["currency"] = measure.Currency, ["synonyms"] = Array(measure.Synonyms),
    };

    /// <param name="keyed">Whether its keys are columns that a reader knows.</param>
    private static JsonObject Relation(Relation relation, string locale, bool keyed) => new()
    {
        ["name"] = relation.Name, ["title"] = relation.Titles.GetValueOrDefault(locale) ?? relation.Titles.GetValueOrDefault("en"), ["dataset"] = relation.Dataset,
        ["column"] = keyed ? relation.Column : null, ["key"] = keyed ? relation.Key : null,
    };

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
