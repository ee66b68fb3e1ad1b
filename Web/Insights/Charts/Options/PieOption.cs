using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>Parts of a whole; amounts in several currencies are several wholes and so several pies.</summary>
internal static class PieOption
{
    public static JsonObject Of(Picture picture)
    {
        var strands = Strands.Of(picture);
        var summary = Common.Summary(picture, strands);
        var option = Common.Chart(summary, "item");
        option["series"] = new JsonArray([.. strands.All.Select((s, i) => Pie(picture, strands, s, i))]);
        var first = strands.All.Count > 0 ? strands.All[0] : null;
        var format = AxisFormat.Of(strands.All.SelectMany(s => s.Figures), first?.Currency, first?.Unit, first is not null && picture.Column(first.Column).Type == "integer", picture.Locale);
        option["meta"] = Common.Meta(picture, summary, [format]);
        return option;
    }

    private static JsonNode Pie(Picture picture, Strands strands, Strand strand, int index)
    {
        var slices = strands.X.Select((x, i) =>
        {
            var slice = new JsonObject { ["name"] = picture.Label(0, x), ["value"] = Common.Node(strand.Figures[i]) };
            if (x is ResultTable.Others) slice["role"] = "others";
            return (JsonNode)slice;
        });
        var pie = new JsonObject { ["type"] = "pie", ["name"] = strand.Name, ["radius"] = "72%", ["data"] = new JsonArray([.. slices]), ["label"] = new JsonObject { ["formatter"] = "{b} {d}%" } };
        if (strands.All.Count > 1)
        {
            pie["radius"] = $"{72 / strands.All.Count}%";
            pie["center"] = new JsonArray($"{(100 * ((2 * index) + 1)) / (2 * strands.All.Count)}%", "50%");
        }
        return pie;
    }
}
