using System.Text;
using Web.Insights.Charts.Options;
using Web.Semantics;

namespace Web.Insights.Assistant.Answers;

/// <summary>The rows of a chart as a file: UTF-8 with a byte order mark, so that spreadsheets read it as it is.</summary>
internal static class RowsCsv
{
    /// <param name="head">Lines about the rows: what, which filters, when, in which zone.</param>
    public static byte[] Of(Picture picture, IEnumerable<string> head)
    {
        var text = new StringBuilder("\ufeff");
        foreach (var line in head) Line(text, ["# " + string.Join(' ', line.Split(['\r', '\n', '\t']))]);
        Line(text, picture.Result.Columns.Select(c => RowsTable.UnitOf(c, picture.Locale) is { } unit ? $"{c.Title} ({unit})" : c.Title));
        foreach (var row in picture.Result.Rows) Line(text, row.Select((cell, i) => Cell(picture, i, cell)));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    // Numbers and dates as programs read them, values by the names that people see.
    private static string Cell(Picture picture, int column, object? cell) => cell switch
    {
        null => "",
        long when column < picture.Query.Dimensions.Count && picture.Query.Dimensions[column].Grain is not null => picture.Label(column, cell),
        long or decimal or double or DateOnly or DateTime => ResultCell.Text(cell),
        _ when column < picture.Query.Dimensions.Count => Harmless(picture.Label(column, cell)),
        _ => Harmless(ResultCell.Text(cell)),
    };

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe.</summary>
    internal static string Harmless(string text) => text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
