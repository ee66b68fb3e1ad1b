using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>Least, quartiles, median and greatest of each group as boxes. Where they lie tells, so the axis is not drawn to zero.</summary>
internal static class BoxesOption
{
    private const int MostBoxes = 40, Median = 2;

    public static JsonObject Of(Picture whole)
    {
        var (picture, remark) = OneScale.Of(whole);
        var rows = picture.Result.Rows.Where(r => r[picture.FirstMeasure] is not null).Take(MostBoxes).ToList();
        var left = picture.Result.Rows.Count(r => r[picture.FirstMeasure] is not null) - rows.Count;
        var format = AxisFormat.Of(
            rows.SelectMany(r => r.Skip(picture.FirstMeasure)), picture.CurrencyOf(picture.FirstMeasure, rows.FirstOrDefault()), picture.Column(picture.FirstMeasure).Unit,
            picture.Query.Measures[0].Column!.Type == ColumnType.Integer, picture.Locale);
        var summary = Summary(picture, rows);
        var option = Common.Chart(summary, "item");
        var title = picture.Query.Measures[0].Column!.TitleIn(picture.Locale);
        // Names of categories are read from left to right; time runs from left to right.
        var sideways = picture.Query.X is not { IsOrdered: true };
        var category = new JsonObject { ["type"] = "category", ["data"] = new JsonArray([.. rows.Select(r => (JsonNode)(picture.Query.X is null ? title : picture.Label(0, r[0])))]) };
        if (sideways) category["inverse"] = true;
        option[sideways ? "yAxis" : "xAxis"] = category;
        option[sideways ? "xAxis" : "yAxis"] = new JsonObject { ["type"] = "value", ["scale"] = true, ["name"] = OneScale.Named(title, format, picture.Locale) };
        option["series"] = new JsonArray(new JsonObject
        {
            ["type"] = "boxplot",
            ["name"] = title,
            ["data"] = new JsonArray([.. rows.Select(r => (JsonNode)new JsonArray([.. r.Skip(picture.FirstMeasure).Take(5).Select(Common.Node)]))]),
        });
        var meta = Common.Meta(picture, summary, [format], 0, remark, left > 0 ? ChartsTexts.Get("note_cut", picture.Locale, MostBoxes, MostBoxes + left) : null);
        meta["names"] = new JsonArray([.. new[] { "box_min", "box_q1", "box_median", "box_q3", "box_max" }.Select(key => (JsonNode)ChartsTexts.Get(key, picture.Locale))]);
        option["meta"] = meta;
        return option;
    }

    private static string Summary(Picture picture, List<IReadOnlyList<object?>> rows)
    {
        if (rows.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        string Figure(IReadOnlyList<object?> row, int figure) => picture.Figure(picture.FirstMeasure + figure, row[picture.FirstMeasure + figure]);
        if (rows.Count == 1 && picture.Query.X is null)
            return ChartsTexts.Get("summary_box", picture.Locale, picture.Title, Figure(rows[0], 0), Figure(rows[0], 1), Figure(rows[0], Median), Figure(rows[0], 3), Figure(rows[0], 4));
        var ranked = rows.Where(r => ResultCell.Number(r[picture.FirstMeasure + Median]) is not null).ToList();
        if (ranked.Count == 0) ranked = rows;
        var (high, low) = (ranked.MaxBy(r => ResultCell.Number(r[picture.FirstMeasure + Median]))!, ranked.MinBy(r => ResultCell.Number(r[picture.FirstMeasure + Median]))!);
        return ChartsTexts.Get("summary_boxes", picture.Locale, picture.Title, rows.Count, Figure(high, Median), picture.Label(0, high[0]), Figure(low, Median), picture.Label(0, low[0]));
    }
}
