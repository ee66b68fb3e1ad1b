using System.Globalization;

namespace Web.Insights.Charts;

/// <summary>
/// What a drawn chart can be taken along as. It stands within an element marked <c>data-exportable</c> that also holds the chart and, where they are
/// shown, its rows; the script makes pictures from the chart and CSV from the rows on screen.
/// </summary>
/// <param name="FileName">Without an ending.</param>
/// <param name="About">The filters and the period in words; printed in the picture, so that it is honest outside.</param>
/// <param name="AsOf">When the rows were read, in which zone.</param>
/// <param name="Picture">Whether there is a chart to draw; a table is no picture.</param>
/// <param name="RowsHref">Where the file with all rows is; also what the CSV link gives without scripts. Null where the reader may not take rows along.</param>
/// <param name="AllRows">Whether the screen shows only the first rows, so that the whole file is offered beside them.</param>
public sealed record ExportMenu(string FileName, string Title, string About, string AsOf, bool Picture, string? RowsHref, bool AllRows)
{
    /// <summary>A file's name from a chart's title and the day of its rows.</summary>
    public static string NameOf(string title, DateTimeOffset local)
    {
        var name = string.Concat(title.Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
        return $"{name[..Math.Min(60, name.Length)]}-{local.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
    }
}
