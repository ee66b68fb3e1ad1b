using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>Steps that narrow, in the order in which the rows stand, each with its part of the first step and of the one before.</summary>
internal static class FunnelOption
{
    public static JsonObject Of(Picture picture)
    {
        var rows = picture.Result.Rows;
        var column = picture.Column(1);
        var summary = Summary(picture);
        var option = Common.Chart(summary, "item");
        var format = AxisFormat.Of(rows.Select(r => r[1]), column.Currency, column.Unit, column.Type == "integer", picture.Locale);
        var most = rows.Select(r => ResultCell.Number(r[1]) ?? 0).DefaultIfEmpty(0).Max();
        option["series"] = new JsonArray(new JsonObject
        {
            ["type"] = "funnel",
            ["name"] = column.Title,
            ["sort"] = "none",
            ["min"] = 0,
            ["max"] = most > 0 ? most : 1,
            ["minSize"] = "1%",
            ["gap"] = 2,
            ["label"] = new JsonObject { ["formatter"] = "{b}: {c}" },
            ["data"] = new JsonArray([.. rows.Select(row => Step(picture, row))]),
        });
        option["meta"] = Common.Meta(picture, summary, [format]);
        return option;
    }

    // A stage below zero has no width.
    private static JsonNode Step(Picture picture, IReadOnlyList<object?> row)
    {
        var step = new JsonObject
        {
            ["name"] = picture.Label(0, row[0]),
            ["value"] = Math.Max(0, ResultCell.Number(row[1]) ?? 0),
            ["figure"] = Common.Node(row[1]),
            ["of_first"] = Common.Node(row[2]),
            ["of_previous"] = Common.Node(row[3]),
        };
        step["words"] = row[3] is null ? null : ChartsTexts.Get("funnel_words", picture.Locale, Percent(picture, row[2]), Percent(picture, row[3]));
        if (row[0] is ResultTable.Others) step["role"] = "others";
        return step;
    }

    private static string Summary(Picture picture)
    {
        var rows = picture.Result.Rows;
        if (rows.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        var (first, last) = (rows[0], rows[^1]);
        var text = ChartsTexts.Get(
            "summary_funnel", picture.Locale, picture.Title, rows.Count, picture.Label(0, first[0]), picture.Figure(1, first[1]), picture.Label(0, last[0]), picture.Figure(1, last[1]), Percent(picture, last[2]));
        var steepest = rows.Skip(1).Where(r => r[3] is double).MinBy(r => (double)r[3]!);
        return steepest is null || rows.Count < 3 ? text : text + ChartsTexts.Get("summary_funnel_steepest", picture.Locale, picture.Label(0, steepest[0]), Percent(picture, steepest[3]));
    }

    private static string Percent(Picture picture, object? cell) => cell is double share ? share.ToString("0.#", picture.Culture) + "%" : "–";
}
