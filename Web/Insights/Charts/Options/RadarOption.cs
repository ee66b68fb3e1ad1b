using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>One outline for each series over axes that share one scale from zero.</summary>
internal static class RadarOption
{
    private static readonly string[] Symbols = ["emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond"];

    public static JsonObject Of(Picture picture)
    {
        var strands = Strands.Of(picture);
        var column = picture.Column(picture.FirstMeasure);
        var figures = strands.All.SelectMany(s => s.Figures).ToList();
        var numbers = figures.Select(f => ResultCell.Number(f) ?? 0).DefaultIfEmpty(0).ToList();
        var (least, most) = (Scale.Below(numbers.Min()), Scale.Above(numbers.Max()));
        var format = AxisFormat.Of(figures, column.Currency, column.Unit, column.Type == "integer", picture.Locale);
        var summary = Common.Summary(picture, strands);
        var option = Common.Chart(summary, "item");
        option["radar"] = new JsonObject
        {
            ["shape"] = "polygon",
            ["splitNumber"] = 4,
            ["radius"] = "66%",
            ["indicator"] = new JsonArray([.. strands.X.Select(x => (JsonNode)new JsonObject { ["name"] = picture.Label(0, x), ["min"] = least, ["max"] = most })]),
        };
        if (strands.All.Count > 1) option["legend"] = Common.Legend();
        option["series"] = new JsonArray([.. strands.All.Select((s, i) => Outline(s, i))]);
        option["meta"] = Common.Meta(picture, summary, [format]);
        return option;
    }

    private static JsonNode Outline(Strand strand, int index)
    {
        var outline = new JsonObject
        {
            ["type"] = "radar",
            ["name"] = strand.Name,
            ["symbol"] = Symbols[index % Symbols.Length],
            ["data"] = new JsonArray(new JsonObject { ["name"] = strand.Name, ["value"] = new JsonArray([.. strand.Figures.Select(Common.Node)]) }),
        };
        if (strand.Role is not null) outline["role"] = strand.Role;
        return outline;
    }
}
