using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>Whether a query is the expected one, up to what shows the same data (bar and column, line and area over time, x and y of a scatter …).</summary>
internal static class Judge
{
    public static bool Matches(Example expected, ChartQuery query, DatasetContract contract) =>
        MatchesOne(expected, query, contract) || expected.Alt.Any(a => a.Chart is not null && MatchesOne(a, query, contract));

    public static bool MayAsk(Example expected) => expected.Ask == 1 || expected.Alt.Any(a => a.Ask == 1);

    private static bool MatchesOne(Example expected, ChartQuery query, DatasetContract contract)
    {
        // "/*" is any grain: "over time" leaves the step open.
        if (expected.X is { } x && x.EndsWith("/*", StringComparison.Ordinal) && query.X?.Grain is { } grain) expected = expected with { X = x[..^1] + Snake(grain) };
        var ordered = expected.Sort is not null;
        return Say(expected, contract) is var wanted && (wanted == Say(query, contract, ordered) || ordered && wanted == Say(query, contract, ordered, named: true));
    }

    /// <summary>The expected query in normal form.</summary>
    public static string Say(Example e, DatasetContract contract)
    {
        var dimensions = new List<string>();
        if (e.X is { } x) dimensions.Add(Dimension(x.Split('/')[0], x.Contains('/', StringComparison.Ordinal) ? x.Split('/')[1] : "", "x", e.Chart));
        if (e.Series is { } s) dimensions.Add(Dimension(s.Split('/')[0], s.Contains('/', StringComparison.Ordinal) ? s.Split('/')[1] : "", "series", e.Chart));
        string[] measures = e.Y switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(v => v.GetString()!)],
            { } one => [one.GetString()!],
        };
        var rows = e.Chart == "table" && dimensions.Count == 0;
        return Normal(e.Chart!, dimensions, rows ? [] : measures.Select(m => m.Split(' ', 2) is [var a, var f] ? Measure(a, f, contract) : m), e.Filters.Select(f => Filter(f)),
            e.Sort, e.Limit, e.Stack, e.Transform, e.Compare) + Ahead(e.Target, e.Forecast);
    }

    /// <param name="ordered">Rows were asked for in an order; otherwise theirs says nothing.</param>
    /// <param name="named">Rows are said to stand in the order of a column, also where it is the first figure.</param>
    public static string Say(ChartQuery q, DatasetContract contract, bool ordered = false, bool named = false)
    {
        var chart = Snake(q.ChartType);
        var rows = chart == "table" && q.Measures.Any(m => m.Aggregate == "none");
        var dimensions = rows ? [] : q.Dimensions.Select(d => Dimension(d.Field, d.Bin is not null ? "bin" : d.Grain is { } g ? Snake(g) : "", Snake(d.Role), chart));
        var measures = rows ? [] : q.Measures.Select(m => m.Field is null ? m.Aggregate : Measure(m.Aggregate, m.Field, contract));
        var sort = q.Sort is null ? null : $"{(rows && named ? SortedColumn(q) : SortTarget(q))} {Snake(q.Sort.Order)}";
        return Normal(chart, dimensions, measures, q.Filters.Select(Filter), rows && !ordered ? null : sort, q.Limit, q.Stack is { } k ? Snake(k) : null,
            q.Measures.Count > 0 && q.Measures[0].Transform is { } t ? Snake(t) : null, q.Compare is { } c ? Snake(c.To) : null) + Ahead(q.Target, q.Forecast?.Periods);
    }

    private static string Ahead(decimal? target, int? periods) =>
        (target is { } goal ? FormattableString.Invariant($" | target {goal:0.##}") : "") + (periods is { } ahead ? FormattableString.Invariant($" | {ahead} ahead") : "");

    /// <summary>"y" and "x" by the names of their columns.</summary>
    private static string SortedColumn(ChartQuery q) => q.Sort!.By.Field switch { "y" => q.Measures[0].Field!, "x" => q.X?.Field ?? "x", var field => field };

    private static string SortTarget(ChartQuery q)
    {
        if (q.Sort!.By.Field == q.X?.Field) return "x";
        return q.Measures.Count > 0 && q.Measures[0].Field == q.Sort.By.Field ? "y" : q.Sort.By.Field;
    }

    private static string Normal(
        string chart, IEnumerable<string> dimensions, IEnumerable<string> measures, IEnumerable<string> filters, string? sort, int? limit, string? stack, string? transform, string? compare)
    {
        var kind = chart switch { "column" or "histogram" => "bar", "area" => "line", "donut" => "pie", _ => chart };
        var sameMeasures = kind is "scatter" or "bar" ? measures.Order(StringComparer.Ordinal) : measures;
        return string.Join(" | ", kind, string.Join(",", kind is "table" or "heatmap" ? dimensions.Order(StringComparer.Ordinal) : dimensions), string.Join(",", sameMeasures),
            string.Join(";", filters.Order(StringComparer.Ordinal)), sort, limit, stack == "none" ? null : stack, transform, compare);
    }

    private static string Dimension(string field, string grain, string role, string? chart) =>
        chart is "table" or "scatter" or "heatmap" or "pivot" or "sankey" ? $"{field}/{grain}" : $"{role}:{field}/{grain}";

    private static string Measure(string aggregate, string field, DatasetContract contract) =>
        aggregate is "count" or "count_distinct" && contract.Find(field)?.Role == ColumnRole.Identity ? "count" : $"{aggregate} {field}";

    private static string Filter(ChartFilter f)
    {
        if (f.Any is { } any) return "any(" + string.Join(",", any.Select(Filter)) + ")";
        var field = f.Aggregate is { } a ? $"{a}({f.Field})" : f.Grain is { } g ? $"{f.Field}@{Snake(g)}" : f.Field;
        var op = JsonSerializer.Serialize(f.Op, ChartJson.Options).Trim('"');
        op = op.Replace("\\u003E", ">", StringComparison.Ordinal).Replace("\\u003C", "<", StringComparison.Ordinal);
        return $"{field} {op} {Value(f.Value?.GetRawText())}";
    }

    private static string Filter(string text)
    {
        var (subject, op, value) = Domains.Expected.Parts(text);
        if (value.Length == 0) return $"{subject} {op} ";
        var raw = value[0] is '{' or '[' || value is "true" or "false" || decimal.TryParse(value, CultureInfo.InvariantCulture, out _) && op != "in_period" ? value : JsonSerializer.Serialize(value);
        return $"{subject} {op} {Value(raw)}";
    }

    private static string Value(string? json)
    {
        if (json is null) return "";
        return JsonNode.Parse(json) switch
        {
            JsonArray list => "[" + string.Join(",", list.Select(v => v!.ToString()).Order(StringComparer.Ordinal)) + "]",
            JsonObject map => "{" + string.Join(",", map.Where(p => p.Value is not null && p.Value.ToString().Length > 0).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}")) + "}",
            { } node => node.ToString(),
            null => "",
        };
    }

    private static string Snake<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
