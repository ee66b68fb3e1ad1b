using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>Parts of a whole; amounts in several currencies are several wholes and so several pies.</summary>
internal static class PieOption
{
    private const int MostSlices = 8;

    public static JsonObject Of(Picture picture, bool ring = false)
    {
        var strands = Strands.Of(picture);
        var summary = Common.Summary(picture, strands);
        var option = Common.Chart(summary, "item");
        option["series"] = new JsonArray([.. strands.All.Select((s, i) => Pie(picture, strands, s, i, ring))]);
        var first = strands.All.Count > 0 ? strands.All[0] : null;
        var format = AxisFormat.Of(strands.All.SelectMany(s => s.Figures), first?.Currency, first?.Unit, first is not null && picture.Column(first.Column).Type == "integer", picture.Locale);
        var below = strands.All.Sum(s => s.Figures.Count(f => ResultCell.Number(f) < 0));
        option["meta"] = Common.Meta(picture, summary, [format], 0, below > 0 ? ChartsTexts.Get("note_negative", picture.Locale, below) : null);
        return option;
    }

    private static JsonNode Pie(Picture picture, Strands strands, Strand strand, int index, bool ring)
    {
        var slices = Slices(picture, strands, strand).Select(slice =>
        {
            var json = new JsonObject { ["name"] = slice.Name, ["value"] = Common.Node(slice.Figure) };
            if (slice.Others) json["role"] = "others";
            return (JsonNode)json;
        });
        var pie = new JsonObject { ["type"] = "pie", ["name"] = strand.Name, ["radius"] = "72%", ["data"] = new JsonArray([.. slices]), ["label"] = new JsonObject { ["formatter"] = "{b} {d}%" } };
        var radius = 72 / strands.All.Count;
        pie["radius"] = ring ? new JsonArray($"{radius * 62 / 100}%", $"{radius}%") : $"{radius}%";
        if (ring && picture.Adds) pie["total"] = strand.Figures.Sum(f => Math.Max(0, ResultCell.Number(f) ?? 0));
        if (strands.All.Count > 1) pie["center"] = new JsonArray($"{(100 * ((2 * index) + 1)) / (2 * strands.All.Count)}%", "50%");
        return pie;
    }

    /// <summary>A slice cannot be less than nothing. More slices than colours become one, where their figures add up.</summary>
    private static List<(string Name, object? Figure, bool Others)> Slices(Picture picture, Strands strands, Strand strand)
    {
        List<(string Name, object? Figure, bool Others)> slices =
            [.. strands.X.Select((x, i) => (picture.Label(0, x), strand.Figures[i], x is ResultTable.Others)).Where(s => !(ResultCell.Number(s.Item2) < 0))];
        if (slices.Count <= MostSlices || !picture.Adds) return slices;
        var kept = slices.Where(s => !s.Others).OrderByDescending(s => ResultCell.Number(s.Figure) ?? 0).Take(MostSlices - 1).ToHashSet();
        return [.. slices.Where(kept.Contains), (ChartsTexts.Get("others", picture.Locale), slices.Where(s => !kept.Contains(s)).Sum(s => ResultCell.Number(s.Figure) ?? 0), true)];
    }
}
