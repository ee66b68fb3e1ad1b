using System.Text.Json.Nodes;

namespace Web.Insights.Charts.Options;

/// <summary>A crossed table for programs; the page draws the same <see cref="PivotTable"/> as HTML. The result keeps the grouped rows.</summary>
internal static class PivotOption
{
    public static JsonObject Of(Picture picture)
    {
        var table = PivotTable.Of(picture);
        var summary = Summary(table);
        var option = new JsonObject
        {
            ["type"] = "pivot",
            ["row_titles"] = Texts(table.Down.Select(i => picture.Column(i).Title)),
            ["column_titles"] = Texts(table.Across.Select(i => picture.Column(i).Title)),
            ["measures"] = new JsonArray([.. Enumerable.Range(0, table.Measures).Select(m => Measure(picture, picture.FirstMeasure + m))]),
            ["columns"] = new JsonArray([.. table.Columns.Select(c => (JsonNode)Texts(c))]),
            ["rows"] = new JsonArray([.. table.Rows.Select(r => (JsonNode)new JsonObject { ["labels"] = Texts(r.Labels), ["cells"] = Cells(r.Cells), ["totals"] = table.HasTotals ? Cells(r.Totals) : null })]),
        };
        if (table.HasTotals) option["totals"] = Cells(table.Totals);
        option["meta"] = Common.Meta(picture, summary, []);
        return option;
    }

    private static JsonObject Measure(Picture picture, int index)
    {
        var column = picture.Column(index);
        var measure = new JsonObject { ["name"] = column.Name, ["title"] = column.Title, ["type"] = column.Type };
        if (column.Currency is not null) measure["currency"] = column.Currency;
        if (column.Unit is not null) measure["unit"] = column.Unit;
        return measure;
    }

    private static string Summary(PivotTable table)
    {
        var picture = table.Picture;
        var title = picture.Column(picture.FirstMeasure).Title;
        if (table.Rows.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, title);
        string Fields(IReadOnlyList<int> columns) => string.Join(", ", columns.Select(i => picture.Column(i).Title));
        var text = table.Across.Count == 0 ? ChartsTexts.Get("summary_pivot_rows", picture.Locale, title, Fields(table.Down), table.Rows.Count)
            : ChartsTexts.Get("summary_pivot", picture.Locale, title, Fields(table.Down), table.Rows.Count, Fields(table.Across), table.Columns.Count);
        return table.HasTotals && table.Totals[table.Columns.Count * table.Measures] is { } total ? text + ChartsTexts.Get("summary_pivot_total", picture.Locale, picture.Figure(picture.FirstMeasure, total)) : text;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];

    private static JsonArray Cells(IEnumerable<object?> cells) => [.. cells.Select(Common.Node)];
}
