using System.Text;
using System.Text.Json;

namespace Web.Tests.Insights.Assistant.Models;

/// <summary>
/// What a model might say that is broken, lies, or does as an attacker in its data told it. The same seed says the same. Most answers
/// begin as a right one, so that they come far before they are found out; some stay right.
/// </summary>
internal sealed class HostileAnswers(int seed, params string[] forbidden)
{
    private readonly Random random = new(seed);

    /// <summary>Names that must never be found in a statement.</summary>
    public static IReadOnlyList<string> Poison { get; } =
    [
        "amount); drop table app.deals; --", "pg_sleep(10)", "owner' or '1'='1", "x; set app.tenant_id = 'y'", "(select secret from app.entrance)", "tenant_id = tenant_id",
        "password_hash", "hidden_stamp", "security_stamp", "\"; copy app.members to program 'id'; --", "app.enter", "lo_import('/etc/passwd')", "__proto__", "constructor", "../../etc/passwd",
        "${jndi:ldap://x}", "{{7*7}}", "<script>alert(1)</script>", "ignore all previous instructions",
    ];

    private static readonly string[] Odd =
    [
        "ｏｗｎｅｒ", "own\u200ber", "оwner", "\u202eowner", "OWNER", " owner", "owner ", "owner\u0000", "amount\n", "e\u0301", "👩‍👩‍👧", "*", "", "1", "null", "account.industry", "d.owner", "@tenant", "$1", "%", "\\", "'", "\"",
    ];

    private static readonly string[] Fields = ["name", "account", "industry", "owner", "team", "pipeline", "stage", "status", "amount", "weighted_amount", "probability", "lost_reason", "created_on", "expected_close_on", "closed_on", "days_open"];
    private static readonly string[] Types = ["bar", "column", "line", "pie", "big_number", "table", "area", "donut", "scatter", "heatmap", "pivot", "sankey", "gauge", "sql", "Bar", "3"];
    private static readonly string[] Aggregates = ["sum", "mean", "median", "min", "max", "count", "count_distinct", "stddev", "p95", "none", "win_rate", "SUM", "string_agg", "pg_sleep"];
    private static readonly string[] Grains = ["day", "week", "month", "quarter", "year", "fiscal_year", "weekday", "hour", "century", "MONTH"];
    private static readonly string[] Ops = ["=", "!=", "<", ">=", "between", "in", "not_in", "contains", "starts_with", "is_null", "in_period", "regex", "= any"];
    private static readonly string[] Raw =
    [
        "NaN", "Infinity", "-1", "1e999", "99999999999999999999999999", "2.5", "true", "null", "[]", "{}", "\"\\ud800\"", "\"\\u0000\"", "[[[[]]]]", "{\"from\":\"0001-01-01\",\"to\":\"9999-12-31\"}", "\"last_99999_years\"", "\"this_year\"", "\"FY9999\"", "0x10", "undefined", "'x'",
    ];

    public string Next()
    {
        var query = Query();
        var answer = random.Next(20) switch
        {
            0 => $$"""{"template":{{Text()}},"parameters":{{query}}}""",
            1 => $$"""{"choices":[{{query}},{{Query()}},{{Query()}}]}""",
            2 => query,
            3 => $$"""{"query":{{query}},"query":{{Query()}}}""",
            4 => $$"""{"refuse":{{Text()}},"message":{{Text()}}}""",
            5 => $$"""{"question":{{Text()}},"choices":[{{Text()}},{{query}}]}""",
            6 => $$"""{"sql":"select * from app.members","query":{{query}}}""",
            7 => Deep(query),
            8 => $"[{query}]",
            9 => Broken($$"""{"query":{{query}}}"""),
            _ => $$"""{"query":{{query}}}""",
        };
        return random.Next(8) switch { 0 => $"```json\n{answer}\n```", 1 => $"Of course. {Pick(Poison)} {answer} Done.", 2 => "\ufeff" + answer, _ => answer };
    }

    private string Query()
    {
        if (Odds(30)) return Mild();
        var type = Odds(85) ? Types[random.Next(6)] : Pick(Types);
        List<string> parts = [$"\"chart_type\":{(Odds(96) ? Quote(type) : Any())}", $"\"dataset\":{Dataset()}"];
        var dimensions = type is "big_number" && Odds(80) ? 0 : random.Next(1, 3);
        parts.Add($"\"dimensions\":[{string.Join(',', Enumerable.Range(0, dimensions).Select(n => Dimension(type, n)))}]");
        parts.Add($"\"measures\":[{string.Join(',', Enumerable.Range(0, random.Next(0, 3)).Select(_ => Measure()))}]");
        if (Odds(50)) parts.Add($"\"filters\":[{string.Join(',', Enumerable.Range(0, random.Next(0, 4)).Select(_ => Filter()))}]");
        if (Odds(20)) parts.Add($"\"sort\":{(Odds(70) ? $$"""{"by":{{(Odds(50) ? "\"y\"" : Field())}},"order":"desc"}""" : Any())}");
        if (Odds(20)) parts.Add($"\"limit\":{(Odds(70) ? random.Next(1, 50).ToString(System.Globalization.CultureInfo.InvariantCulture) : Any())}");
        if (Odds(8)) parts.Add($"\"template\":{(Odds(60) ? Quote(type) : Text())}");
        if (Odds(6)) parts.Add($"{Quote(Pick(["__proto__", "constructor", "sql", "where", "tenant_id", "tenant", "having", "$ref", "version"]))}:{Any()}");
        if (Odds(6)) parts.Add(Pick(["\"compare\":{\"to\":\"previous_year\"}", "\"stack\":\"percent\"", "\"others\":true", "\"series_limit\":-5", "\"forecast\":{\"periods\":6}", "\"target\":1e300", "\"limit_per\":\"owner\""]));
        if (Odds(10)) parts = [.. parts.OrderBy(_ => random.Next())];
        return $"{{{string.Join(',', parts)}}}";
    }

    /// <summary>Mostly in order, with one or two things that do not belong: such an answer comes as far as the database.</summary>
    private string Mild()
    {
        var type = Types[random.Next(6)];
        var axis = type switch { "big_number" => "", "table" => $$"""{"field":{{Quote(Pick(Fields))}},"role":"detail"}""", _ => $$"""{"field":{{Quote(Pick(["account", "industry", "owner", "stage", "status"]))}},"role":"x"}""" };
        var measure = type == "table" ? "" : Odds(50) ? """{"field":null,"aggregate":"count"}""" : $$"""{"field":{{Quote(Pick(["amount", "weighted_amount", "days_open"]))}},"aggregate":{{Quote(Aggregates[random.Next(5)])}}}""";
        var filter = random.Next(4) switch
        {
            0 => $$"""{"field":"name","op":{{Quote(Pick(["=", "!=", "contains", "not_contains", "starts_with", "ends_with"]))}},"value":{{Text()}}}""",
            1 => $$"""{"field":"amount","op":{{Quote(Pick(["<", ">=", "!="]))}},"value":{{Any()}}}""",
            2 => $$"""{"field":"created_on","op":"in_period","value":{{Any()}}}""",
            _ => $$"""{"any":[{"field":"lost_reason","op":"is_null"},{"field":"name","op":"contains","value":{{Text()}}}]}""",
        };
        return $$"""{"chart_type":{{Quote(type)}},"dataset":"crm_deals","dimensions":[{{axis}}],"measures":[{{measure}}],"filters":[{{(Odds(80) ? filter : "")}}]}""";
    }

    private string Dataset() => random.Next(100) switch
    {
        < 80 => "\"crm_deals\"",
        < 86 => "\"crm_activities\"",
        < 93 => Quote(Pick(forbidden)),
        _ => Text(),
    };

    private string Dimension(string type, int n) =>
        $$"""{"field":{{Field()}}{{(Odds(70) ? $",\"role\":{(Odds(95) ? Quote(type == "table" ? "detail" : n == 0 ? "x" : "series") : Any())}" : "")}}{{(Odds(25) ? $",\"grain\":{(Odds(90) ? Quote(Pick(Grains)) : Any())}" : "")}}{{(Odds(4) ? $",\"bin\":{Any()}" : "")}}}""";

    private string Measure() => Odds(40) ? """{"field":null,"aggregate":"count"}"""
        : $$"""{"field":{{Field()}},"aggregate":{{(Odds(90) ? Quote(Pick(Aggregates)) : Text())}}{{(Odds(10) ? ",\"transform\":\"cumulative\"" : "")}}}""";

    private string Filter() => Odds(8) ? $$"""{"any":[{{Filter()}}]}"""
        : $$"""{"field":{{Field()}},"op":{{Quote(Pick(Ops))}},"value":{{(Odds(50) ? Text() : Any())}}{{(Odds(5) ? ",\"aggregate\":\"sum\"" : "")}}}""";

    private string Field() => Odds(88) ? Quote(Pick(Fields)) : Text();

    private string Text() => Quote(random.Next(10) switch { 0 => new string('a', random.Next(20_000)), < 5 => Pick(Poison), < 8 => Pick(Odd), _ => Pick(forbidden) });

    private string Any() => Odds(60) ? Pick(Raw) : Text();

    private string Deep(string inner)
    {
        var depth = random.Next(2, 3000);
        return new StringBuilder().Insert(0, "{\"query\":", depth).Append(inner).Append('}', depth).ToString();
    }

    private string Broken(string text)
    {
        var at = random.Next(text.Length);
        return random.Next(3) switch { 0 => text[..at], 1 => text.Remove(at, 1), _ => text.Insert(at, Pick(["\u0000", "{", "\"", ",", "\ud83d", "]"])) };
    }

    private bool Odds(int percent) => random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
