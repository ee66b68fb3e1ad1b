using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>How many rows lie in each bin of a number: columns that touch, on a zero baseline.</summary>
internal static class BinsOption
{
    public static JsonObject Of(Picture whole)
    {
        var (picture, remark) = OneScale.Of(whole);
        var option = CartesianOption.Of(picture, "bar", sideways: false);
        var edges = picture.Result.Rows.Select(r => r[0]).OfType<BinEdges>().Distinct().ToList();
        var of = picture.Query.X!.Column;
        var format = AxisFormat.Of(
            edges.SelectMany(e => new object?[] { e.From, e.To }), of.Type == ColumnType.Money ? of.Currency ?? Currency(picture) : null, of.Unit, of.Type == ColumnType.Integer, picture.Locale);
        var axis = (JsonObject)option["xAxis"]!;
        axis["data"] = new JsonArray([.. edges.Select(e => (JsonNode)Label(e, format, picture))]);
        axis["name"] = OneScale.Named(of.TitleIn(picture.Locale), format, picture.Locale);
        if (option["yAxis"] is JsonObject values)
        {
            values["name"] = picture.Column(picture.FirstMeasure).Title;
            if (picture.Query.Measures[0].Transform is null) values["minInterval"] = 1;
        }
        foreach (var series in (JsonArray)option["series"]!) series!["barCategoryGap"] = "2%";
        var meta = (JsonObject)option["meta"]!;
        var summary = Summary(picture, edges);
        meta["summary"] = summary;
        option["aria"]!["label"]!["description"] = summary;
        if (remark is not null) meta["notes"] = new JsonArray([.. meta["notes"] is JsonArray notes ? notes.Select(n => n!.DeepClone()) : [], remark]);
        return option;
    }

    private static string? Currency(Picture picture) => picture is { CurrencyColumn: { } c, Result.Rows: [var first, ..] } ? first[c] as string : null;

    private static string Label(BinEdges bin, AxisFormat format, Picture picture)
    {
        string Text(decimal edge) => (edge / format.Factor).ToString("#,##0.###", picture.Culture);
        return $"{Text(bin.From)}–{Text(bin.To)}";
    }

    private static string Summary(Picture picture, List<BinEdges> edges)
    {
        var strands = Strands.Of(picture);
        var counts = strands.X.Select((x, i) => (Bin: x, Count: strands.All.Sum(s => ResultCell.Number(s.Figures[i]) ?? 0))).ToList();
        if (counts.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        var most = counts.MaxBy(c => c.Count);
        return ChartsTexts.Get("summary_bins", picture.Locale, picture.Title, edges.Count, picture.Label(0, most.Bin), picture.Figure(picture.FirstMeasure, most.Count), picture.Figure(picture.FirstMeasure, counts.Sum(c => c.Count)));
    }
}
