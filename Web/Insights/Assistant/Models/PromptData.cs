using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Web.Insights.Review;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Models;

/// <summary>
/// What a model is shown of one person's catalogue. Whatever that holds, it stays within a number of tokens: what has most to do with
/// the words goes in first, and what does not fit stays out.
/// </summary>
internal sealed class PromptData
{
    /// <summary>The longest value that goes along, the most values of one column, and the fewest at which a column shows all it has.</summary>
    private const int LongestValue = 60, MostOfColumn = 40, Few = 12;
    private const int MostHints = 3, MostTitles = 40, DatasetsWithValues = 6;

    // Letters of all scripts as they are; < and > escaped, so that no value closes the block that it stands in.
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly ModelRequest request;
    private readonly Relevance relevance;
    private int columns, values, examples;

    /// <param name="tokens">The most that it may come to, about.</param>
    public PromptData(ModelRequest request, int tokens)
    {
        this.request = request;
        relevance = new Relevance(request);
        var left = tokens - TokenCount.Of(request.Utterance);
        (columns, values, examples) = (left * 55 / 100, left * 15 / 100, left * 15 / 100);
    }

    public JsonObject Write()
    {
        var reader = request.Reader;
        var shown = Datasets();
        return new JsonObject
        {
            ["request"] = request.Utterance,
            ["today"] = reader.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["time_zone"] = reader.Calendar.Zone.Id,
            ["fiscal_year_begins_in_month"] = reader.Calendar.FiscalYearStart,
            ["last_query"] = request.Previous is { } previous && MayGoAlong(previous) ? JsonNode.Parse(previous.ToJson()) : null,
            ["readings_by_rules"] = new JsonArray([.. Readings().Take(MostHints)]),
            ["reviewed_examples"] = Examples(),
            ["datasets"] = shown,
        };
    }

    private IEnumerable<JsonNode?> Readings() => request.Hints switch
    {
        Understood understood => understood.Readings.Where(r => MayGoAlong(r.Query)).Select(r => (JsonNode)new JsonObject
        {
            ["query"] = JsonNode.Parse(r.Query.ToJson()), ["confidence"] = Math.Round(r.Confidence, 2), ["not_understood"] = new JsonArray([.. r.Unexplained.Select(word => (JsonNode)Cut(word, 60))]),
        }),
        Unsure unsure => unsure.Choices.Where(choice => MayGoAlong(choice.Query)).Select(choice => (JsonNode)new JsonObject { ["query"] = JsonNode.Parse(choice.Query.ToJson()), ["confidence"] = 0.5 }),
        _ => [],
    };

    /// <summary>Where values stay here, those in a query go along only when the person typed them: "tanaka" does not become a full name.</summary>
    private bool MayGoAlong(ChartQuery query) => request.Model.ShareValues || ExampleRights.TextsOf(query).All(one => request.Utterance.Contains(one.Text, StringComparison.OrdinalIgnoreCase));

    private JsonArray Examples()
    {
        var list = new JsonArray();
        foreach (var example in request.Examples.Where(example => MayGoAlong(example.Query)))
        {
            var one = new JsonObject { ["request"] = Cut(example.Words, 400), ["query"] = JsonNode.Parse(example.Query.ToJson()) };
            if ((examples -= Tokens(one)) < 0) break;
            list.Add(one);
        }
        return list;
    }

    /// <summary>Columns of all datasets compete for the room there is; a dataset's head comes with its first column.</summary>
    private JsonArray Datasets()
    {
        var ranked = request.Reader.Catalog.Datasets.Select(dataset => (Dataset: dataset, Score: relevance.Of(dataset.Contract)))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Dataset.Contract.Key, StringComparer.Ordinal).ToList();
        var wanted = ranked.SelectMany((one, place) => one.Dataset.Contract.Columns.Where(column => !column.Hidden)
                .Select(column => (one.Dataset, Place: place, Column: column, Score: one.Score + relevance.Of(one.Dataset.Contract, column))))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Place);
        Dictionary<string, (JsonObject Head, JsonArray Columns)> heads = new(StringComparer.Ordinal);
        foreach (var (dataset, place, column, _) in wanted)
        {
            var described = Describe(column);
            var isNew = !heads.TryGetValue(dataset.Contract.Key, out var head);
            if (isNew) head = Head(dataset.Contract);
            if (columns - Tokens(described) - (isNew ? Tokens(head.Head) : 0) < 0) break;
            columns -= Tokens(described) + (isNew ? Tokens(head.Head) : 0);
            if (isNew) heads.Add(dataset.Contract.Key, head);
            // Values under a row filter are not for everybody who knows the dataset: then none goes along.
            if (request.Model.ShareValues && dataset.RowFilters.Count == 0 && column.Related is not { Filtered: true } && place < DatasetsWithValues) AddValues(described, dataset.Contract, column);
            head.Columns.Add(described);
        }
        var shown = new JsonArray([.. ranked.Select(one => one.Dataset.Contract.Key).Where(heads.ContainsKey).Select(key => heads[key].Head)]);
        foreach (var (dataset, _) in ranked.Where(one => !heads.ContainsKey(one.Dataset.Contract.Key)).Take(MostTitles))
        {
            var title = new JsonObject { ["dataset"] = dataset.Contract.Key, ["title"] = Cut(dataset.Contract.TitleIn(request.Reader.Locale), 100), ["columns_left_out"] = true };
            if ((columns -= Tokens(title)) < 0) break;
            shown.Add(title);
        }
        return shown;
    }

    private JsonObject Describe(Column column)
    {
        var described = new JsonObject
        {
            ["field"] = column.Name, ["title"] = Cut(column.TitleIn(request.Reader.Locale), 100), ["type"] = Word(column.Type), ["role"] = Word(column.Role),
        };
        if (column.Unit is not null) described["unit"] = Cut(column.Unit, 30);
        if (column.DefaultAggregate is not null) described["usual_aggregate"] = column.DefaultAggregate;
        if (column.Synonyms.Count > 0) described["also_called"] = new JsonArray([.. column.Synonyms.Take(6).Select(word => (JsonNode)Cut(word, 60))]);
        return described;
    }

    private (JsonObject, JsonArray) Head(DatasetContract contract)
    {
        var list = new JsonArray();
        var locale = request.Reader.Locale;
        var json = new JsonObject
        {
            ["dataset"] = contract.Key, ["title"] = Cut(contract.TitleIn(locale), 100), ["one_row_is"] = contract.CountOf.GetValueOrDefault("en"),
            ["usual_time"] = contract.DefaultTime, ["usual_grain"] = contract.DefaultGrain is { } grain ? Word(grain) : null, ["usual_measure"] = contract.DefaultMeasure,
        };
        if (contract.Synonyms.Count > 0) json["also_called"] = new JsonArray([.. contract.Synonyms.Take(8).Select(word => (JsonNode)Cut(word, 60))]);
        if (contract.Measures.Count > 0)
            json["named_measures"] = new JsonArray([.. contract.Measures.OrderByDescending(relevance.Of).Take(12).Select(m => (JsonNode)new JsonObject { ["aggregate"] = m.Name, ["title"] = Cut(m.TitleIn(locale), 100) })]);
        json["columns"] = list;
        return (json, list);
    }

    private void AddValues(JsonObject described, DatasetContract contract, Column column)
    {
        // Of values that are too many to list, those that the request names.
        IReadOnlyList<string> all = column.Values ?? [.. request.Reader.Catalog.Found.Where(found => found.Dataset == contract.Key && found.Column == column.Name).Select(found => found.Value).Take(MostOfColumn)];
        if (all.Count == 0) return;
        var chosen = all.Count <= Few && all.All(value => value.Length <= LongestValue) ? all : column.Values is null ? all.Where(value => value.Length <= LongestValue) : relevance.Of(contract, column, LongestValue).Take(MostOfColumn);
        var sample = new JsonArray();
        foreach (var value in chosen)
        {
            if ((values -= TokenCount.Of(value) + 1) < 0) break;
            sample.Add((JsonNode)value);
        }
        if (sample.Count == 0) return;
        described["values_complete"] = column.Values is not null && sample.Count == all.Count;
        described["values"] = sample;
    }

    private static int Tokens(JsonNode node) => TokenCount.Of(node.ToJsonString(Json));

    internal static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
