using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>Lines and bars along an x axis, from a zero baseline.</summary>
internal static class CartesianOption
{
    /// <summary>Up to so many lines are named at their ends; more have a legend.</summary>
    private const int EndLabels = 5;
    private static readonly string[] Symbols = ["emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond"];

    public static JsonObject Of(Picture picture, string type, bool sideways, bool filled = false)
    {
        var strands = filled && picture.Result.Anomalies is null ? Strands.Of(picture).Folded(picture) : Strands.Of(picture);
        var kinds = strands.All.Select(s => s.Kind).Distinct().ToList();
        var percent = picture.Query.Stack == Stack.Percent;
        var formats = kinds.Select(k => Format(picture, [.. strands.All.Where(s => s.Kind == k)], percent)).ToList();
        var partial = strands.X.Count == 0 ? 0 : Unfinished.Count(picture.Query, strands.X[^1]);
        var summary = Common.Summary(picture, strands);
        if (picture.Result.Anomalies is not null && formats.Count == 1) formats = [Format(picture, strands.All, percent, picture.Result.Rows.Select(row => row[picture.FirstMeasure + 2]))];
        var option = Common.Chart(summary, "axis");
        ((JsonObject)option["tooltip"]!)["axisPointer"] = new JsonObject { ["type"] = type == "bar" ? "shadow" : "line" };

        JsonNode category = Category(picture, strands, sideways), value = Values(kinds.Count, percent, sideways);
        option[sideways ? "yAxis" : "xAxis"] = category;
        option[sideways ? "xAxis" : "yAxis"] = value;
        var ends = type == "line" && strands.All.Count is > 1 and <= EndLabels && !IsStacked(picture) && !filled;
        option["grid"] = new JsonObject { ["left"] = 8, ["right"] = ends ? 112 : 16, ["top"] = strands.All.Count > 1 && !ends ? 40 : 16, ["bottom"] = 8, ["containLabel"] = true };
        if (strands.All.Count > 1 && !ends) option["legend"] = Common.Legend();
        option["series"] = new JsonArray([.. strands.All.Select((s, i) => Series(picture, s, i, type, sideways, kinds.IndexOf(s.Kind), ends, type == "bar" ? partial : 0, strands.All, filled))]);
        option["meta"] = Common.Meta(picture, summary, formats, partial);
        return UnusualMarks.On(option, picture, strands, sideways);
    }

    private static bool IsStacked(Picture picture) => picture.Query.Stack is Stack.Stacked or Stack.Percent;

    private static AxisFormat Format(Picture picture, IReadOnlyList<Strand> strands, bool percent, params IEnumerable<object?> more)
    {
        if (percent) return new AxisFormat(null, null, "%", 1);
        var whole = strands.All(s => picture.Column(s.Column).Type == "integer");
        return AxisFormat.Of(strands.SelectMany(s => s.Figures).Concat(more), strands[0].Currency, strands[0].Unit, whole, picture.Locale);
    }

    private static JsonObject Category(Picture picture, Strands strands, bool sideways)
    {
        var axis = new JsonObject
        {
            ["type"] = "category",
            ["data"] = new JsonArray([.. strands.X.Select(x => (JsonNode)picture.Label(0, x))]),
            ["axisTick"] = new JsonObject { ["show"] = false },
        };
        if (sideways) axis["inverse"] = true; // the first category stands at the top
        return axis;
    }

    private static JsonNode Values(int count, bool percent, bool sideways)
    {
        var axes = Enumerable.Range(0, Math.Max(1, count)).Select(i =>
        {
            var axis = new JsonObject
            {
                ["type"] = "value",
                ["axisLine"] = new JsonObject { ["show"] = false },
                ["splitLine"] = new JsonObject { ["show"] = i == 0 },
            };
            if (percent) axis["max"] = 100;
            if (i > 0) axis["position"] = sideways ? "top" : "right";
            if (i > 1) axis["offset"] = 56 * (i - 1);
            return axis;
        }).ToArray();
        return axes.Length == 1 ? axes[0] : new JsonArray([.. axes]);
    }

    private static JsonNode Series(
        Picture picture, Strand strand, int index, string type, bool sideways, int axis, bool ends, int partial, IReadOnlyList<Strand> all, bool filled)
    {
        var figures = picture.Query.Stack == Stack.Percent ? Percent(strand, all) : [.. strand.Figures.Select(Common.Node)];
        for (var i = figures.Length - partial; i < figures.Length; i++)
            figures[i] = new JsonObject { ["value"] = figures[i], ["itemStyle"] = Hatch() };
        var series = new JsonObject { ["type"] = type, ["name"] = strand.Name, ["data"] = new JsonArray(figures) };
        if (strand.Role is not null) series["role"] = strand.Role;
        if (axis > 0) series[sideways ? "xAxisIndex" : "yAxisIndex"] = axis;
        if (IsStacked(picture) && strand.Role != "compared") series["stack"] = "axis" + ResultCell.Text((long)axis);
        if (type == "line")
        {
            series["smooth"] = false;
            series["symbol"] = Symbols[index % Symbols.Length];
            series["symbolSize"] = 7;
            series["showSymbol"] = figures.Length <= 40;
            series["lineStyle"] = new JsonObject { ["width"] = strand.Role == "compared" ? 1.25 : 2 };
            if ((filled || IsStacked(picture)) && strand.Role != "compared") series["areaStyle"] = new JsonObject { ["opacity"] = IsStacked(picture) ? 0.7 : 0.15 };
            if (ends) series["endLabel"] = new JsonObject { ["show"] = true, ["formatter"] = "{a}" };
        }
        else if (picture.Query.X?.Bin is not null) series["barCategoryGap"] = "4%";
        if (index == 0 && picture.Query.Query.Target is { } target) series["markLine"] = Target(picture, target, sideways);
        return series;
    }

    private static JsonObject Hatch() => new()
    {
        ["opacity"] = 0.55,
        ["decal"] = new JsonObject { ["symbol"] = "rect", ["dashArrayX"] = new JsonArray(1, 0), ["dashArrayY"] = new JsonArray(1.5, 3.5), ["rotation"] = -0.785 },
    };

    private static JsonObject Target(Picture picture, decimal target, bool sideways) => new()
    {
        ["silent"] = true,
        ["symbol"] = "none",
        ["lineStyle"] = new JsonObject { ["type"] = "dashed" },
        ["data"] = new JsonArray(new JsonObject { ["name"] = ChartsTexts.Get("target", picture.Locale), [sideways ? "xAxis" : "yAxis"] = target }),
    };

    /// <summary>Each figure as its percentage of the same x value; a stack of percentages ends at 100.</summary>
    private static JsonNode?[] Percent(Strand strand, IReadOnlyList<Strand> all) => [.. strand.Figures.Select((figure, i) =>
    {
        var whole = all.Where(s => s.Role != "compared" && s.Kind == strand.Kind).Sum(s => Math.Abs(ResultCell.Number(s.Figures[i]) ?? 0));
        return ResultCell.Number(figure) is { } number && whole > 0 ? JsonValue.Create(Math.Round(100 * number / whole, 4)) : null;
    })];
}
