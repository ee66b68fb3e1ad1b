using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>The two drawings that are no charts: a table, and one or a few large figures.</summary>
internal static class FlatOption
{
    /// <summary>The rows are the result's own; the option says how each column is shown.</summary>
    public static JsonObject Table(Picture picture)
    {
        var summary = ChartsTexts.Get("summary_rows", picture.Locale, picture.Title, picture.Result.RowCount);
        var columns = picture.Result.Columns.Select((c, i) =>
        {
            var column = new JsonObject { ["name"] = c.Name, ["title"] = c.Title, ["align"] = i >= picture.FirstMeasure || c.Type is "integer" or "number" or "money" ? "right" : "left" };
            if (c.Currency is not null) column["currency"] = c.Currency;
            if (c.Unit is not null) column["unit"] = c.Unit;
            return (JsonNode)column;
        });
        return new JsonObject { ["type"] = "table", ["columns"] = new JsonArray([.. columns]), ["meta"] = Common.Meta(picture, summary, []) };
    }

    /// <summary>One figure for each measure, and for each currency where a column mixes several.</summary>
    public static JsonObject Figure(Picture picture)
    {
        var figures = new JsonArray();
        var words = new List<string>();
        foreach (var row in picture.Result.Rows)
        {
            for (var m = 0; m < picture.Measures; m++)
            {
                figures.Add((JsonNode)One(picture, row, m));
                words.Add(ChartsTexts.Get("summary_figure", picture.Locale, picture.Column(picture.FirstMeasure + m).Title, picture.Figure(picture.FirstMeasure + m, row[picture.FirstMeasure + m])));
            }
        }
        var summary = words.Count == 0 ? ChartsTexts.Get("summary_empty", picture.Locale, picture.Title) : string.Join(' ', words);
        var first = picture.Column(picture.FirstMeasure);
        var format = AxisFormat.Of(picture.Result.Rows.Select(r => r[picture.FirstMeasure]), first.Currency, first.Unit, first.Type == "integer", picture.Locale);
        return new JsonObject { ["type"] = "big_number", ["figures"] = figures, ["meta"] = Common.Meta(picture, summary, [format]) };
    }

    private static JsonObject One(Picture picture, IReadOnlyList<object?> row, int measure)
    {
        var index = picture.FirstMeasure + measure;
        var column = picture.Column(index);
        var figure = new JsonObject { ["title"] = column.Title, ["value"] = Common.Node(row[index]) };
        if ((column.Currency ?? (column.Type == "money" && picture.CurrencyColumn is { } c ? row[c] as string : null)) is { } currency) figure["currency"] = currency;
        if (column.Unit is not null) figure["unit"] = column.Unit;
        if (measure == 0 && picture.Query.Query.Target is { } target) figure["target"] = target;
        if (picture.PreviousOf(measure) is not { } previous) return figure;
        figure["previous"] = Common.Node(row[previous]);
        if (ResultCell.Number(row[index]) is { } now && ResultCell.Number(row[previous]) is { } before && before != 0)
            figure["change_percent"] = Math.Round(100 * (now - before) / Math.Abs(before), 1);
        return figure;
    }
}
