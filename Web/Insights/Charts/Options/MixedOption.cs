using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>
/// Bars and lines over one x axis. Unless the query says otherwise the first figure is bars on the left and the others are lines, on the right where
/// their unit differs from the first. Figures of unlike units never share an axis.
/// </summary>
internal static class MixedOption
{
    private static readonly string[] Symbols = ["emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond"];

    private sealed record Axis(AxisSide Side, (string?, string?) Kind);

    public static JsonObject Of(Picture picture)
    {
        var strands = Strands.Of(picture);
        var axes = strands.All.Select((s, i) => AxisOf(picture, strands, i)).ToList();
        // The axis on the left comes first, even where the first figure stands on the right.
        var drawn = axes.Distinct().OrderBy(a => a.Side).ToList();
        var partial = strands.X.Count == 0 ? 0 : Unfinished.Count(picture.Query, strands.X[^1]);
        var formats = drawn.Select(a => Format(picture, [.. strands.All.Where((_, i) => axes[i] == a)])).ToList();
        var summary = Common.Summary(picture, strands);
        var option = Common.Chart(summary, "axis");
        ((JsonObject)option["tooltip"]!)["axisPointer"] = new JsonObject { ["type"] = "shadow" };
        option["xAxis"] = new JsonObject { ["type"] = "category", ["data"] = new JsonArray([.. strands.X.Select(x => (JsonNode)picture.Label(0, x))]), ["axisTick"] = new JsonObject { ["show"] = false } };
        option["yAxis"] = new JsonArray([.. drawn.Select((a, i) => Values(drawn, a, i, formats[i], picture.Locale))]);
        option["grid"] = new JsonObject { ["left"] = 8, ["right"] = 16, ["top"] = 56, ["bottom"] = 8, ["containLabel"] = true };
        option["legend"] = Common.Legend();
        option["series"] = new JsonArray([.. strands.All.Select((s, i) => Series(picture, s, i, drawn.IndexOf(axes[i])))]);
        option["meta"] = Common.Meta(picture, summary, formats, partial);
        return option;
    }

    private static Axis AxisOf(Picture picture, Strands strands, int i)
    {
        var (kind, first) = (strands.All[i].Kind, strands.All[0].Kind);
        return new Axis(picture.Query.Measures[i].Axis ?? (kind == first ? picture.Query.Measures[0].Axis ?? AxisSide.Left : AxisSide.Right), kind);
    }

    private static AxisFormat Format(Picture picture, IReadOnlyList<Strand> strands)
    {
        var whole = strands.All(s => picture.Column(s.Column).Type == "integer");
        return AxisFormat.Of(strands.SelectMany(s => s.Figures), strands[0].Currency, strands[0].Unit, whole, picture.Locale);
    }

    private static JsonNode Values(List<Axis> drawn, Axis axis, int index, AxisFormat format, string locale)
    {
        var beside = drawn.Take(index).Count(a => a.Side == axis.Side);
        var values = new JsonObject
        {
            ["type"] = "value",
            ["position"] = axis.Side == AxisSide.Left ? "left" : "right",
            ["axisLine"] = new JsonObject { ["show"] = false },
            ["splitLine"] = new JsonObject { ["show"] = index == 0 },
        };
        if (beside > 0) values["offset"] = 56 * beside;
        if (format.Words(locale) is { } words) values["name"] = words;
        return values;
    }

    private static JsonNode Series(Picture picture, Strand strand, int i, int axis)
    {
        var mark = picture.Query.Measures[i].Mark ?? (i == 0 ? MarkType.Bar : MarkType.Line);
        var series = new JsonObject { ["type"] = mark == MarkType.Bar ? "bar" : "line", ["role"] = "marked", ["name"] = strand.Name, ["data"] = new JsonArray([.. strand.Figures.Select(Common.Node)]) };
        if (axis > 0) series["yAxisIndex"] = axis;
        if (mark == MarkType.Line)
        {
            series["symbol"] = Symbols[i % Symbols.Length];
            series["symbolSize"] = 7;
        }
        if (i == 0 && picture.Query.Query.Target is { } target)
            series["markLine"] = new JsonObject
            {
                ["silent"] = true,
                ["symbol"] = "none",
                ["lineStyle"] = new JsonObject { ["type"] = "dashed" },
                ["data"] = new JsonArray(new JsonObject { ["name"] = ChartsTexts.Get("target", picture.Locale), ["yAxis"] = target }),
            };
        return series;
    }
}
