using System.Text;
using Microsoft.AspNetCore.Http.Headers;
using Web.Insights.Assistant.Answers;
using Web.Insights.Charts;
using Web.Semantics;

namespace Web.Insights.Saved;

/// <summary>A result as a file that programs and spreadsheets read: its columns by name, its rows as they are, and nothing else.</summary>
internal static class ResultCsv
{
    public const string ContentType = "text/csv";

    /// <summary>UTF-8 with a byte order mark. A text that a spreadsheet would take for a formula gets an apostrophe.</summary>
    public static byte[] Of(ResultTable result)
    {
        var text = new StringBuilder("\ufeff");
        RowsCsv.Line(text, result.Columns.Select(column => RowsCsv.Harmless(column.Name)));
        foreach (var row in result.Rows) RowsCsv.Line(text, row.Select(Cell));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string NameOf(string title, ResultTable result) =>
        ExportMenu.NameOf(title, TimeZoneInfo.ConvertTime(result.AsOf, TimeZoneInfo.FindSystemTimeZoneById(result.TimeZone))) + ".csv";

    /// <summary>Whether the caller would rather have CSV than JSON.</summary>
    public static bool IsWanted(HttpRequest request)
    {
        var accepted = new RequestHeaders(request.Headers).Accept;
        double Wish(string type) => accepted.Where(one => one.MediaType == type).Select(one => one.Quality ?? 1).DefaultIfEmpty(0).Max();
        return Wish(ContentType) is > 0 and var wish && wish >= Wish("application/json");
    }

    private static string Cell(object? cell) => cell is string text ? RowsCsv.Harmless(text) : ResultCell.Text(cell);
}
