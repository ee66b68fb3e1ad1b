using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Web.Semantics;

namespace Web.Insights.Charts;

/// <summary>
/// The templates there are, read from <c>Templates/*.json</c> at start. A file that asks for something that would not be enforced
/// stops the start: a schema that only seems to guard is worse than none.
/// </summary>
public sealed class ChartTemplates
{
    private const string Folder = "Web.Insights.Charts.Templates.", Definitions = "_definitions.json";
    private static readonly Lock Reading = new();
    private readonly FrozenDictionary<string, ChartTemplate> byId;

    private ChartTemplates(IReadOnlyList<ChartTemplate> all) =>
        (All, byId) = (all, all.ToFrozenDictionary(t => t.Id, StringComparer.Ordinal));

    /// <summary>All templates, by id.</summary>
    public IReadOnlyList<ChartTemplate> All { get; }

    public ChartTemplate? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The template that a chart type means when none is named: the one of its name, else the first that draws it.</summary>
    public ChartTemplate? For(ChartType type) =>
        Find(JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString())) is { } named && named.Shape.ChartType == type
            ? named : All.FirstOrDefault(t => t.Shape.ChartType == type);

    public QueryChecker MakeChecker() => new(All.Select(t => t.Shape));

    /// <exception cref="InvalidDataException">A file is no template; the message names it.</exception>
    public static ChartTemplates Load()
    {
        var assembly = typeof(ChartTemplates).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var files = names.Select(n => (Name: n[Folder.Length..], Text: Read(assembly, n))).ToList();
        var definitions = files.Single(f => f.Name == Definitions).Text;
        return new ChartTemplates([.. files.Where(f => f.Name != Definitions).Select(f => Parse(f.Name, f.Text, definitions))]);
    }

    /// <summary>One template from its file and the definitions that all of them share.</summary>
    /// <exception cref="InvalidDataException">It is no template.</exception>
    public static ChartTemplate Parse(string name, string text, string definitions)
    {
        try
        {
            var file = JsonSerializer.Deserialize<TemplateFile>(text, ChartJson.Options) ?? throw new InvalidDataException("it is empty");
            if (name != file.Id + ".json") throw new InvalidDataException($"its id is {file.Id}");
            MustSpeak(file.Titles, file.Descriptions);
            if (!file.Examples.TryGetValue("en", out var en) || !file.Examples.TryGetValue("ja", out var ja) || en.Count == 0 || ja.Count == 0)
                throw new InvalidDataException("examples are needed in en and ja");
            var schema = (JsonObject)file.ParametersSchema.DeepClone();
            schema["definitions"] = JsonNode.Parse(definitions);
            if (SchemaKeywords.Unenforced(schema) is { } keyword) throw new InvalidDataException($"the keyword {keyword} would not be enforced");
            lock (Reading) // the reader's table of types is shared and not made for two at once
                return new ChartTemplate(file, schema, JsonSchema.FromJsonAsync(schema.ToJsonString()).GetAwaiter().GetResult()); // reads no file
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException)
        {
            throw new InvalidDataException($"The template {name} cannot be used: {e.Message}", e);
        }
    }

    private static void MustSpeak(params IReadOnlyList<IReadOnlyDictionary<string, string>> texts)
    {
        if (texts.Any(t => !t.ContainsKey("en") || !t.ContainsKey("ja"))) throw new InvalidDataException("titles and descriptions are needed in en and ja");
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
