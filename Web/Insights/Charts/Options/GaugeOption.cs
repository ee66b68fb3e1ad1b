using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>One figure on a scale, with the target where there is one.</summary>
internal static class GaugeOption
{
    public static JsonObject Of(Picture picture)
    {
        var column = picture.Column(0);
        var cell = picture.Result.Rows.Count > 0 ? picture.Result.Rows[0][0] : null;
        var value = ResultCell.Number(cell);
        var target = picture.Query.Query.Target;
        var (least, most) = Ends(value ?? 0, target, column.Unit == "%");
        var format = AxisFormat.Of([cell, least, most], column.Currency, column.Unit, column.Type == "integer" && most >= 5, picture.Locale);
        var achieved = picture.Result.Columns.Count > 2 && picture.Result.Rows.Count > 0 && picture.Result.Rows[0][2] is double share ? share.ToString("0.#", picture.Culture) + "%" : null;
        var summary = Summary(picture, cell, target, achieved);
        var option = Common.Chart(summary, "item");
        var series = new JsonArray(new JsonObject
        {
            ["type"] = "gauge",
            ["name"] = column.Title,
            ["min"] = least,
            ["max"] = most,
            ["startAngle"] = 205,
            ["endAngle"] = -25,
            ["splitNumber"] = 4,
            ["progress"] = new JsonObject { ["show"] = true },
            ["pointer"] = new JsonObject { ["show"] = false },
            ["data"] = new JsonArray(new JsonObject
            {
                ["name"] = column.Title,
                ["value"] = Common.Node(cell),
                ["words"] = target is { } goal && achieved is not null ? ChartsTexts.Get("gauge_words", picture.Locale, achieved, picture.Figure(0, goal)) : null,
            }),
        });
        if (target is { } mark)
            series.Add((JsonNode)new JsonObject { ["type"] = "gauge", ["role"] = "target", ["name"] = ChartsTexts.Get("target", picture.Locale), ["silent"] = true, ["min"] = least, ["max"] = most, ["startAngle"] = 205, ["endAngle"] = -25, ["data"] = new JsonArray(new JsonObject { ["name"] = ChartsTexts.Get("target", picture.Locale), ["value"] = mark }) });
        option["series"] = series;
        var meta = Common.Meta(picture, summary, [format]);
        if (target is not null) meta["target"] = target;
        if (value is null) meta["empty"] = true;
        option["meta"] = meta;
        return option;
    }

    private static (decimal Least, decimal Most) Ends(decimal value, decimal? target, bool percent)
    {
        var most = target is { } goal && goal > 0 ? value <= goal ? goal : Scale.Above(value) : percent && value <= 100 ? 100 : Scale.Above(value);
        return (Scale.Below(Math.Min(value, target ?? 0)), most);
    }

    private static string Summary(Picture picture, object? cell, decimal? target, string? achieved)
    {
        var title = picture.Column(0).Title;
        if (cell is null) return ChartsTexts.Get("summary_empty", picture.Locale, title);
        return target is { } goal && achieved is not null
            ? ChartsTexts.Get("summary_gauge_target", picture.Locale, title, picture.Figure(0, cell), achieved, picture.Figure(0, goal))
            : ChartsTexts.Get("summary_figure", picture.Locale, title, picture.Figure(0, cell));
    }
}
