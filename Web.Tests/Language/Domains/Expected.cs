using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Insights.Datasets.Csv;
using Web.Semantics;

namespace Web.Tests.Language.Domains;

/// <summary>What a request of a corpus should become: written with a file's own headers, asked with the contract's names.</summary>
internal static class Expected
{
    private static readonly string[] Tests = [" is_null", " not_null"];
    private static readonly string[] Ops = [" in_period ", " between ", " not_in ", " in ", " contains ", " not_contains ", " starts_with ", " ends_with ", " != ", " <= ", " >= ", " = ", " < ", " > "];

    public static Example Named(Example example, DatasetContract contract) => example with
    {
        X = Dimension(example.X, contract),
        Series = Dimension(example.Series, contract),
        Y = example.Y is { } y ? JsonSerializer.SerializeToElement(Measures(y).Select(measure => Measure(measure, contract))) : null,
        Filters = [.. example.Filters.Select(filter => Filter(filter, contract))],
        Sort = Sort(example.Sort, contract),
        Alt = [.. example.Alt.Select(alt => Named(alt, contract))],
    };

    /// <summary>The query that an example stands for, so that its rows can be looked at.</summary>
    public static JsonObject? Query(Example example, string dataset)
    {
        if (example.Chart is null) return null;
        var rows = example.Chart == "table" && example.X is null;
        var dimensions = new JsonArray();
        foreach (var (text, role) in new[] { (example.X, X(example.Chart)), (example.Series, Series(example.Chart)) })
        {
            if (text is null) continue;
            var (field, grain) = Cut(text);
            var dimension = new JsonObject { ["field"] = field, ["role"] = role };
            if (grain == "bin") dimension["bin"] = "auto";
            else if (grain is not null) dimension["grain"] = grain == "*" ? "month" : grain;
            dimensions.Add(dimension);
        }
        var measures = new JsonArray();
        foreach (var measure in example.Y is { } y ? Measures(y) : rows ? [] : ["count"])
        {
            var parts = measure.Split(' ', 2);
            measures.Add(new JsonObject { ["field"] = parts.Length > 1 ? parts[1] : null, ["aggregate"] = parts[0], ["transform"] = example.Transform });
        }
        if (example.Chart is "scatter" or "bubble")
        {
            string[] roles = ["x", "y", "size"];
            for (var i = 0; i < measures.Count && i < 3 && measures.Count > 1; i++) measures[i]!["role"] = roles[i];
        }
        var query = new JsonObject { ["version"] = 1, ["chart_type"] = example.Chart, ["dataset"] = dataset, ["dimensions"] = dimensions, ["measures"] = measures };
        query["filters"] = new JsonArray([.. example.Filters.Select(Filter)]);
        if (example.Sort is { } sort) query["sort"] = new JsonObject { ["by"] = sort[..sort.LastIndexOf(' ')], ["order"] = sort[(sort.LastIndexOf(' ') + 1)..] };
        if (example.Limit is { } limit) query["limit"] = limit;
        if (example.Stack is { } stack) query["stack"] = stack;
        if (example.Compare is { } compare) query["compare"] = new JsonObject { ["to"] = compare };
        if (example.Target is { } target) query["target"] = target;
        if (example.Forecast is { } periods) query["forecast"] = new JsonObject { ["periods"] = periods };
        return query;
    }

    private static IEnumerable<string> Measures(JsonElement y) => y.ValueKind == JsonValueKind.Array ? y.EnumerateArray().Select(one => one.GetString()!) : [y.GetString()!];

    private static string X(string chart) => chart switch { "table" => "detail", "pivot" => "row", "scatter" or "bubble" => "series", _ => "x" };

    private static string Series(string chart) => chart switch { "table" => "detail", "pivot" => "column", _ => "series" };

    /// <summary>A header may itself hold a slash; only a known step or bin after the last one is no part of it.</summary>
    private static (string Field, string? Grain) Cut(string text)
    {
        var at = text.LastIndexOf('/');
        if (at < 0) return (text, null);
        var tail = text[(at + 1)..];
        return tail is "bin" or "*" || Enum.TryParse<Grain>(tail.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out _) ? (text[..at], tail) : (text, null);
    }

    private static string Name(string field, DatasetContract contract) =>
        contract.Find(field)?.Name ?? throw new InvalidDataException($"{contract.Key} has no column {field}.");

    private static string? Dimension(string? text, DatasetContract contract)
    {
        if (text is null) return null;
        var (field, grain) = Cut(text);
        return grain is null ? Name(field, contract) : $"{Name(field, contract)}/{grain}";
    }

    private static string Measure(string measure, DatasetContract contract) =>
        measure.Split(' ', 2) is [var aggregate, var field] ? $"{aggregate} {Name(field, contract)}" : measure;

    private static string? Sort(string? sort, DatasetContract contract)
    {
        if (sort is null || sort.Split(' ') is ["x" or "y", _]) return sort;
        var at = sort.LastIndexOf(' ');
        return $"{Name(sort[..at], contract)} {sort[(at + 1)..]}";
    }

    private static string Filter(string filter, DatasetContract contract)
    {
        var (subject, op, value) = Parts(filter);
        return $"{Subject(subject, contract)} {op}{(value.Length > 0 ? " " : "")}{(contract.Find(subject)?.Type == ColumnType.Boolean ? Truth(value) : value)}";
    }

    /// <summary>A file's own word for yes or no, as a query says it.</summary>
    private static string Truth(string value) => TruthText.TryRead(value, out _, out var yes) ? yes ? "true" : "false" : value;

    private static string Subject(string subject, DatasetContract contract)
    {
        if (subject.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && Aggregates.All.Contains(subject[..open]))
            return subject[(open + 1)..^1] is { Length: > 0 } inner ? $"{subject[..open]}({Name(inner, contract)})" : subject;
        return subject.LastIndexOf('@') is > 0 and var at ? $"{Name(subject[..at], contract)}{subject[at..]}" : Name(subject, contract);
    }

    private static JsonNode Filter(string filter)
    {
        var (subject, op, value) = Parts(filter);
        var node = new JsonObject { ["field"] = subject, ["op"] = op };
        if (value.Length > 0) node["value"] = Value(op, value);
        if (subject.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && Aggregates.All.Contains(subject[..open]))
            (node["field"], node["aggregate"]) = (subject[(open + 1)..^1] is { Length: > 0 } inner ? inner : null, subject[..open]);
        else if (subject.LastIndexOf('@') is > 0 and var at) (node["field"], node["grain"]) = (subject[..at], subject[(at + 1)..]);
        return node;
    }

    private static JsonNode? Value(string op, string value) =>
        value[0] is '{' or '[' || value is "true" or "false" || (op != "in_period" && decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _)) ? JsonNode.Parse(value) : JsonValue.Create(value);

    public static (string Subject, string Op, string Value) Parts(string filter)
    {
        if (Tests.FirstOrDefault(test => filter.EndsWith(test, StringComparison.Ordinal)) is { } test) return (filter[..^test.Length], test.Trim(), "");
        var (at, op) = Ops.Select(op => (At: filter.IndexOf(op, StringComparison.Ordinal), Op: op)).Where(found => found.At > 0 && !IsWord(filter, found.At, found.Op)).OrderBy(found => found.At).ThenByDescending(found => found.Op.Length).FirstOrDefault();
        return op is null ? throw new FormatException(filter) : (filter[..at], op.Trim(), filter[(at + op.Length)..].Trim());
    }

    /// <summary>"Weight in kg": a word of the header, where no list follows.</summary>
    private static bool IsWord(string filter, int at, string op) => op.Trim() is "in" && !filter.AsSpan(at + op.Length).TrimStart().StartsWith("[");
}
