using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Insights.Datasets.Preview;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Datasets;

/// <summary>What somebody wrote about a dataset in its form, as the part of a contract that a program would send: both are checked by the same rules.</summary>
internal static class DatasetForm
{
    public static JsonElement ToContract(IFormCollection form, DatasetContract contract)
    {
        var part = new JsonObject
        {
            ["title"] = Titles(contract.Titles, form["title"]),
            ["description"] = Titles(contract.Descriptions, form["description"]),
            ["certified"] = form["certified"] == "true",
            ["default_time"] = Text(form["time"]),
            ["default_grain"] = Text(form["grain"]),
            ["columns"] = new JsonArray([.. contract.Columns.Select((column, index) => (JsonNode)ColumnOf(column, ColumnForm.Apply(column, form, index)))]),
            ["access"] = new JsonObject { ["roles"] = Words(form["role"]), ["all_rows_roles"] = Words(form["all_rows"]) },
        };
        if (form["rows"] != "kept") part["row_filter"] = form["rows"] == "own" ? Own(form["filter_field"]!, form["filter_member"]!) : null;
        return JsonSerializer.SerializeToElement(part);
    }

    private static JsonObject ColumnOf(Column before, Column after) => new()
    {
        ["name"] = before.Name,
        ["title"] = Titles(before.Titles, after.Titles.GetValueOrDefault(Locales.Current) ?? before.TitleIn(Locales.Current)),
        ["role"] = Datasets.Words.Of(after.Role),
        ["unit"] = after.Unit,
        ["default_aggregate"] = after.DefaultAggregate,
        ["synonyms"] = new JsonArray([.. after.Synonyms.Select(word => (JsonNode)word)]),
        ["hidden"] = after.Hidden,
    };

    /// <summary>The text in the language of the form; the other language keeps its own.</summary>
    private static JsonObject Titles(IReadOnlyDictionary<string, string> before, string? typed)
    {
        var titles = new JsonObject(before.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        var shown = before.GetValueOrDefault(Locales.Current) ?? before.GetValueOrDefault("en");
        if (typed?.Trim() != shown) titles[Locales.Current] = typed?.Trim() ?? "";
        return titles;
    }

    private static JsonObject Own(string field, string member) => new() { ["field"] = field, ["op"] = "=", ["value"] = new JsonObject { ["member"] = member } };

    private static JsonArray Words(IEnumerable<string?> words) => [.. words.Select(word => (JsonNode?)word)];

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}
