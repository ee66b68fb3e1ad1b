using System.Globalization;
using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>
/// Flows between levels. A node is a value on its level, so that the same value on two levels is two nodes and no flow can run in a circle.
/// Flows of nothing or below zero have no width; the note says how many, the table has them.
/// </summary>
internal static class SankeyOption
{
    private const int MostFlows = 150;

    private sealed record Flow(int Level, object? From, object? To, decimal Amount);

    public static JsonObject Of(Picture picture)
    {
        var figures = picture.FirstMeasure;
        var column = picture.Column(figures);
        var all = Flows(picture);
        var flows = all.Where(f => f.Amount > 0).OrderByDescending(f => f.Amount).Take(MostFlows).ToList();
        var summary = Summary(picture, flows);
        var option = Common.Chart(summary, "item");
        var nodes = flows.SelectMany(f => new[] { (f.Level, Value: f.From), (Level: f.Level + 1, Value: f.To) })
            .DistinctBy(n => Name(n.Level, n.Value)).OrderBy(n => n.Level).ToList();
        option["series"] = new JsonArray(new JsonObject
        {
            ["type"] = "sankey",
            ["name"] = column.Title,
            ["nodeAlign"] = "justify",
            ["draggable"] = false,
            ["data"] = new JsonArray([.. nodes.Select(n => Node(picture, n.Level, n.Value))]),
            ["links"] = new JsonArray([.. flows.Select(f => (JsonNode)new JsonObject { ["source"] = Name(f.Level, f.From), ["target"] = Name(f.Level + 1, f.To), ["value"] = f.Amount })]),
        });
        var format = AxisFormat.Of(flows.Select(f => (object?)f.Amount), column.Currency, column.Unit, column.Type == "integer", picture.Locale);
        var meta = Common.Meta(picture, summary, [format]);
        if (all.Count > flows.Count)
        {
            var notes = meta["notes"] as JsonArray ?? [];
            notes.Add(ChartsTexts.Get("note_flows", picture.Locale, all.Count - flows.Count));
            meta["notes"] = notes;
        }
        meta["levels"] = new JsonArray([.. Enumerable.Range(0, picture.Query.Dimensions.Count).Select(i => (JsonNode)picture.Column(i).Title)]);
        option["meta"] = meta;
        return option;
    }

    private static List<Flow> Flows(Picture picture)
    {
        var (rows, figures) = (picture.Result.Rows, picture.FirstMeasure);
        return [.. Enumerable.Range(0, picture.Query.Dimensions.Count - 1).SelectMany(level => rows
            .GroupBy(r => (Name(level, r[level]), Name(level + 1, r[level + 1])))
            .Select(g => new Flow(level, g.First()[level], g.First()[level + 1], Sum(g.Select(r => ResultCell.Number(r[figures]) ?? 0)))))];
    }

    // Doubles near the end of what decimals hold are no amounts that flow.
    private static decimal Sum(IEnumerable<decimal> amounts) => (decimal)Math.Clamp(amounts.Sum(a => (double)a), -1e27, 1e27);

    private static string Name(int level, object? value) =>
        string.Create(CultureInfo.InvariantCulture, $"{level + 1}:{(value is null ? "\0" : ResultCell.Text(value))}");

    private static JsonNode Node(Picture picture, int level, object? value)
    {
        var node = new JsonObject { ["name"] = Name(level, value), ["title"] = picture.Label(level, value), ["depth"] = level, ["label"] = new JsonObject { ["formatter"] = picture.Label(level, value) } };
        if (value is ResultTable.Others) node["role"] = "others";
        return node;
    }

    private static string Summary(Picture picture, List<Flow> flows)
    {
        if (flows.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        var most = flows[0];
        return ChartsTexts.Get(
            "summary_sankey", picture.Locale, picture.Column(picture.FirstMeasure).Title, string.Join(" → ", Enumerable.Range(0, picture.Query.Dimensions.Count).Select(i => picture.Column(i).Title)), flows.Count,
            picture.Label(most.Level, most.From), picture.Label(most.Level + 1, most.To), picture.Figure(picture.FirstMeasure, most.Amount));
    }
}
