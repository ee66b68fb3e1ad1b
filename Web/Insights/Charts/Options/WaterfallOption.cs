using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>
/// Steps that stand on one another and a bar for the total. A step is stacked on a hidden base; one that crosses zero has a part on either side,
/// because a stack keeps figures above and below zero apart. Every step is labelled with its sign.
/// </summary>
internal static class WaterfallOption
{
    private enum Kind { Up, Down, Total }

    private sealed record Step(Kind Kind, decimal From, decimal To, decimal Change, string Words);

    public static JsonObject Of(Picture picture)
    {
        var rows = picture.Result.Rows;
        var column = picture.Column(1);
        var partial = rows.Count == 0 ? 0 : Unfinished.Count(picture.Query, rows[^1][0]);
        var format = AxisFormat.Of(rows.SelectMany(r => new[] { r[1], r[2] }), column.Currency, column.Unit, column.Type == "integer", picture.Locale);
        var steps = Steps(picture, format);
        var summary = Summary(picture, steps);
        var option = Common.Chart(summary, "axis");
        ((JsonObject)option["tooltip"]!)["axisPointer"] = new JsonObject { ["type"] = "shadow" };
        option["xAxis"] = new JsonObject
        {
            ["type"] = "category",
            ["data"] = new JsonArray([.. rows.Select(r => (JsonNode)picture.Label(0, r[0])), .. rows.Count > 0 ? [ChartsTexts.Get("total", picture.Locale)] : Array.Empty<JsonNode>()]),
            ["axisTick"] = new JsonObject { ["show"] = false },
        };
        option["yAxis"] = new JsonObject { ["type"] = "value", ["axisLine"] = new JsonObject { ["show"] = false } };
        option["grid"] = new JsonObject { ["left"] = 8, ["right"] = 16, ["top"] = 40, ["bottom"] = 8, ["containLabel"] = true };
        option["series"] = new JsonArray([.. Series(picture, steps)]);
        option["meta"] = Common.Meta(picture, summary, [format], partial);
        return option;
    }

    private static List<Step> Steps(Picture picture, AxisFormat format)
    {
        var steps = new List<Step>();
        var from = 0m;
        foreach (var row in picture.Result.Rows)
        {
            var (change, to) = (ResultCell.Number(row[1]) ?? 0, ResultCell.Number(row[2]) ?? from);
            steps.Add(new Step(change < 0 ? Kind.Down : Kind.Up, from, to, change, format.Signed(change, picture.Culture)));
            from = to;
        }
        if (steps.Count > 0) steps.Add(new Step(Kind.Total, 0, from, from, format.Short(from, picture.Culture)));
        return steps;
    }

    private static IEnumerable<JsonNode> Series(Picture picture, List<Step> steps)
    {
        if (steps.Count == 0) yield break;
        yield return Bars("step_base", null, steps, s => s.From >= 0 && s.To >= 0 ? Math.Min(s.From, s.To) : s.From <= 0 && s.To <= 0 ? Math.Max(s.From, s.To) : 0, words: false);
        foreach (var (kind, role, name) in new[] { (Kind.Up, "step_up", "increase"), (Kind.Down, "step_down", "decrease"), (Kind.Total, "step_total", "total") })
        {
            var own = steps.Select(s => s.Kind == kind ? s : null).ToList();
            if (own.TrueForAll(s => s is null)) continue;
            var title = ChartsTexts.Get(name, picture.Locale);
            var below = own.Any(s => s is not null && Math.Min(s.From, s.To) < 0);
            var above = own.Any(s => s is not null && (Math.Max(s.From, s.To) > 0 || Math.Min(s.From, s.To) >= 0));
            if (above) yield return Bars(role, title, own, s => Math.Min(s.From, s.To) >= 0 ? Math.Abs(s.To - s.From) : Math.Max(s.From, s.To) > 0 ? Math.Max(s.From, s.To) : null, words: true);
            if (below) yield return Bars(role, title, own, s => Math.Max(s.From, s.To) <= 0 && s.From != s.To ? -Math.Abs(s.To - s.From) : Math.Min(s.From, s.To) < 0 ? Math.Min(s.From, s.To) : null, words: !above);
        }
    }

    private static JsonNode Bars(string role, string? name, IEnumerable<Step?> steps, Func<Step, decimal?> height, bool words)
    {
        var data = steps.Select(step =>
        {
            if (step is null || height(step) is not { } value) return null;
            if (name is null) return JsonValue.Create(value);
            var bar = new JsonObject { ["value"] = value, ["change"] = step.Change };
            if (words || Math.Max(step.From, step.To) <= 0) bar["label"] = new JsonObject { ["show"] = true, ["formatter"] = step.Words, ["position"] = value < 0 ? "bottom" : "top" };
            return (JsonNode)bar;
        });
        var bars = new JsonObject { ["type"] = "bar", ["role"] = role, ["stack"] = "steps", ["data"] = new JsonArray([.. data]) };
        if (name is not null) bars["name"] = name;
        else
        {
            bars["silent"] = true;
            bars["itemStyle"] = new JsonObject { ["opacity"] = 0 };
            bars["tooltip"] = new JsonObject { ["show"] = false };
        }
        return bars;
    }

    private static string Summary(Picture picture, List<Step> steps)
    {
        if (steps.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        var rows = picture.Result.Rows;
        var (most, least) = (rows.MaxBy(r => ResultCell.Number(r[1]) ?? 0)!, rows.MinBy(r => ResultCell.Number(r[1]) ?? 0)!);
        var text = ChartsTexts.Get("summary_waterfall", picture.Locale, picture.Title, rows.Count, picture.Figure(1, steps[^1].To), picture.Label(0, most[0]), picture.Figure(1, most[1]));
        return ResultCell.Number(least[1]) < 0 ? text + ChartsTexts.Get("summary_waterfall_fall", picture.Locale, picture.Label(0, least[0]), picture.Figure(1, least[1])) : text;
    }
}
