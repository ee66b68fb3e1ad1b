using System.Text.Json;
using System.Text.Json.Serialization;
using Web.Kernel;
using Web.Language;
using Web.Semantics;
using Web.Tests.Support;

namespace Web.Tests.Language;

/// <summary>One request of a corpus with the query that is expected, in short.</summary>
internal sealed record Example
{
    [JsonPropertyName("d")] public string? Dataset { get; init; }
    [JsonPropertyName("p")] public string? Before { get; init; }
    [JsonPropertyName("u")] public string Utterance { get; init; } = "";
    [JsonPropertyName("c")] public string? Chart { get; init; }
    public string? X { get; init; }
    [JsonPropertyName("s")] public string? Series { get; init; }
    public JsonElement? Y { get; init; }
    [JsonPropertyName("f")] public string[] Filters { get; init; } = [];
    public string? Sort { get; init; }
    public int? Limit { get; init; }
    public decimal? Target { get; init; }
    public int? Forecast { get; init; }
    public string? Stack { get; init; }
    [JsonPropertyName("tf")] public string? Transform { get; init; }
    [JsonPropertyName("cmp")] public string? Compare { get; init; }
    [JsonPropertyName("ask")] public int Ask { get; init; }
    public Example[] Alt { get; init; } = [];

    public bool IsJapanese => Utterance.Any(c => c > 0x2E7F);
}

internal static class Corpus
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>20 November 2026 in Tokyo, fiscal years from April.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 20);

    public static Calendar Calendar { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), 4);

    public static IReadOnlyDictionary<string, DatasetContract> Contracts { get; } = LoadContracts();

    /// <summary>The examples of a file; every third is held out and only ever scored.</summary>
    public static IEnumerable<(Example Example, bool HeldOut)> Load(string file)
    {
        var number = 0;
        foreach (var line in Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            yield return (JsonSerializer.Deserialize<Example>(line, Options)!, number++ % 3 == 2);
    }

    public static Interpretation Ask(Example example, string file)
    {
        var key = example.Dataset ?? (file.StartsWith("activities", StringComparison.Ordinal) ? "crm_activities" : "crm_deals");
        var contract = Contracts[key];
        var locale = example.IsJapanese ? "ja" : "en";
        if (file.StartsWith("published", StringComparison.Ordinal)) return Interpreter.Read(new Request(example.Utterance, locale, CrmContracts.Published, Calendar, Today));
        ChartQuery? previous = null;
        if (example.Before is { } before)
            previous = Interpreter.Read(new Request(before, locale, [contract], Calendar, Today)) is Understood first ? first.Readings[0].Query : null;
        return Interpreter.Read(new Request(example.Utterance, locale, [contract], Calendar, Today, previous));
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(SourceTree.Root, "Web.Tests", "Language", "Corpus", file));

    private static Dictionary<string, DatasetContract> LoadContracts()
    {
        var contracts = new Dictionary<string, DatasetContract> { ["crm_deals"] = CrmContracts.Deals, ["crm_activities"] = CrmContracts.Activities };
        var (key, time, columns) = ("", (string?)null, new List<Column>());
        void Close()
        {
            if (key.Length > 0) contracts[key] = new DatasetContract { Key = key, Columns = [.. columns], DefaultTime = time };
            columns.Clear();
        }
        foreach (var line in Read("contracts.txt").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            if (line[0] != '[')
            {
                columns.Add(Parse(line));
                continue;
            }
            Close();
            key = line[1..line.IndexOf(']', StringComparison.Ordinal)];
            var at = line.IndexOf("time=", StringComparison.Ordinal);
            time = at < 0 ? null : line[(at + 5)..];
        }
        Close();
        return contracts;
    }

    /// <summary>As the inference of an upload makes it: the header verbatim is title and source name.</summary>
    private static Column Parse(string line)
    {
        var values = line.Split(" = ", 2);
        var words = values[0].Split(' ');
        var type = Array.FindIndex(words, 1, w => char.IsLower(w[0]) && Enum.TryParse<ColumnType>(w, ignoreCase: true, out _));
        var header = string.Join(' ', words[..type]);
        return new Column
        {
            Name = header,
            SourceName = header,
            Titles = new Dictionary<string, string> { ["en"] = header },
            Type = Enum.Parse<ColumnType>(words[type], ignoreCase: true),
            Role = Enum.Parse<ColumnRole>(words[type + 1], ignoreCase: true),
            DefaultAggregate = words.Length > type + 2 ? words[type + 2] : null,
            Values = values.Length > 1 ? values[1].Split('|') : null,
        };
    }
}
