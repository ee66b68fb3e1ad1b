using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Insights.Datasets.Contracts;
using Web.Insights.Datasets.Preview;
using Web.Semantics;
using Web.Semantics.Expressions;
using Web.Ui;

namespace Web.Insights.Datasets.Editing;

/// <summary>What somebody wrote about a dataset in its form, as the part of a contract that a program would send: both are checked by the same rules.</summary>
internal static class DatasetForm
{
    /// <summary>The language that the form is not in; its fields end in <c>.other</c>.</summary>
    public static string Other => Locales.Current == "ja" ? "en" : "ja";

    public static JsonElement ToContract(IFormCollection form, DatasetContract contract)
    {
        var part = new JsonObject
        {
            ["title"] = Titles(contract.Titles, form, "title"),
            ["description"] = Titles(contract.Descriptions, form, "description"),
            ["certified"] = form["certified"] == "true",
            ["default_time"] = Text(form["time"]),
            ["default_grain"] = Text(form["grain"]),
            ["columns"] = new JsonArray([.. contract.Columns.Select((column, index) => (JsonNode)ColumnOf(column, ColumnForm.Apply(column, form, index), form, index))]),
        };
        AddAccess(part, form);
        if (form.ContainsKey("measure")) part["default_measure"] = Text(form["measure"]);
        if (form.ContainsKey("count")) part["count_of"] = Titles(contract.CountOf, form, "count");
        if (form.ContainsKey("synonyms")) part["synonyms"] = Words(Listed(form["synonyms"]));
        if (form.ContainsKey("measures")) part["measures"] = Measures(form, contract);
        if (form.ContainsKey("relations")) part["relations"] = new JsonArray([.. RelationForm.Rows(form).Select(row => (JsonNode)RelationForm.Of(form, row, contract))]);
        return JsonSerializer.SerializeToElement(part);
    }

    /// <summary>Only who may use it: all that can be said of what the product itself offers.</summary>
    public static JsonElement ToAccess(IFormCollection form)
    {
        var part = new JsonObject();
        AddAccess(part, form);
        return JsonSerializer.SerializeToElement(part);
    }

    private static void AddAccess(JsonObject part, IFormCollection form)
    {
        part["access"] = new JsonObject { ["roles"] = Words(form["role"]), ["all_rows_roles"] = Words(form["all_rows"]) };
        if (form["rows"] != "kept") part["row_filter"] = form["rows"] == "own" ? Own(form["filter_field"]!, form["filter_member"]!) : null;
    }

    /// <summary>The rows of measures that say anything, in their order.</summary>
    public static IReadOnlyList<int> MeasureRows(IFormCollection form) =>
        [.. Enumerable.Range(0, MeasureChange.Most + 1).Where(row => form.ContainsKey(Field(row, "expression")) && (Text(form[Field(row, "expression")]) ?? Text(form[Field(row, "title")])) is not null)];

    /// <summary>Values and their other words, a line for each: <c>won = 受注, closed won</c>.</summary>
    public static string ValueLines(Column column) => string.Join('\n', column.ValueSynonyms.Select(pair => $"{pair.Key} = {string.Join(", ", pair.Value)}"));

    private static JsonObject ColumnOf(Column before, Column after, IFormCollection form, int index)
    {
        string Of(string part) => FormattableString.Invariant($"c{index}.{part}");
        var titles = Titles(before.Titles, after.Titles.GetValueOrDefault(Locales.Current) ?? before.TitleIn(Locales.Current));
        if (form.TryGetValue(Of("title.other"), out var other)) titles[Other] = other.ToString().Trim();
        var column = new JsonObject
        {
            ["name"] = before.Name,
            ["title"] = titles,
            ["role"] = Contracts.Words.Of(after.Role),
            ["unit"] = after.Unit,
            ["default_aggregate"] = after.DefaultAggregate,
            ["synonyms"] = Words(after.Synonyms),
            ["hidden"] = after.Hidden,
        };
        if (form.TryGetValue(Of("values"), out var lines)) column["value_synonyms"] = Values(lines.ToString());
        return column;
    }

    private static JsonObject Values(string lines)
    {
        var values = new JsonObject();
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (line.IndexOfAny(['=', '＝']) is > 0 and var at) values[line[..at].Trim()] = Words(Listed(line[(at + 1)..]));
        return values;
    }

    private static JsonArray Measures(IFormCollection form, DatasetContract contract)
    {
        HashSet<string> taken = [.. contract.Columns.Select(column => column.Name), .. contract.Measures.Select(measure => measure.Name)];
        return [.. MeasureRows(form).Select(row => (JsonNode)MeasureOf(form, row, contract, taken))];
    }

    private static JsonObject MeasureOf(IFormCollection form, int row, DatasetContract contract, HashSet<string> taken)
    {
        var title = form[Field(row, "title")].ToString().Trim();
        var old = contract.Measures.FirstOrDefault(measure => measure.Name == form[Field(row, "name")]);
        var name = old?.Name ?? Free(new Csv.Header(title).Name ?? string.Create(CultureInfo.InvariantCulture, $"measure_{row + 1}"), taken);
        return new JsonObject { ["name"] = name, ["title"] = Titles(old?.Titles ?? new Dictionary<string, string>(), title), ["expression"] = form[Field(row, "expression")].ToString(), ["unit"] = Text(form[Field(row, "unit")]) };
    }

    /// <summary>Nobody types a measure's name, so nobody could mend one that is taken: it is counted on until it is free.</summary>
    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var n = 2; MeasureExpression.IsReserved(free) || !taken.Add(free); n++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $"_{n}");
            free = name[..Math.Min(name.Length, 63 - end.Length)] + end;
        }
        return free;
    }

    private static string Field(int row, string part) => FormattableString.Invariant($"m{row}.{part}");

    private static JsonObject Titles(IReadOnlyDictionary<string, string> before, IFormCollection form, string field)
    {
        var titles = Titles(before, form[field]);
        if (form.TryGetValue(field + ".other", out var other)) titles[Other] = other.ToString().Trim();
        return titles;
    }

    /// <summary>The text in the language of the form; the other language keeps its own.</summary>
    private static JsonObject Titles(IReadOnlyDictionary<string, string> before, string? typed)
    {
        var titles = new JsonObject(before.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        var shown = before.GetValueOrDefault(Locales.Current) ?? before.GetValueOrDefault("en");
        if (typed?.Trim() != shown) titles[Locales.Current] = typed?.Trim() ?? "";
        return titles;
    }

    private static string[] Listed(string? typed) => (typed ?? "").Split([',', '、', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonObject Own(string field, string member) => new() { ["field"] = field, ["op"] = "=", ["value"] = new JsonObject { ["member"] = member } };

    private static JsonArray Words(IEnumerable<string?> words) => [.. words.Select(word => (JsonNode?)word)];

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}
