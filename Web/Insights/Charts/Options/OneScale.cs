namespace Web.Insights.Charts.Options;

/// <summary>
/// A drawing with one scale cannot show several currencies: it shows the one of most rows and says which are left to the table.
/// </summary>
internal static class OneScale
{
    public static (Picture Picture, string? Remark) Of(Picture picture)
    {
        if (picture.CurrencyColumn is not { } at) return (picture, null);
        var byCurrency = picture.Result.Rows.GroupBy(r => r[at] as string ?? "").OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (byCurrency.Count < 2) return (picture, null);
        var one = new Picture(picture.Query, picture.Result with { Rows = [.. byCurrency[0]] }, picture.Locale);
        return (one, ChartsTexts.Get("note_one_currency", picture.Locale, byCurrency[0].Key, string.Join(", ", byCurrency.Skip(1).Select(g => g.Key))));
    }

    /// <summary>How the figures of a column are written.</summary>
    public static AxisFormat Format(Picture picture, int column)
    {
        var of = picture.Column(column);
        return AxisFormat.Of(picture.Result.Rows.Select(r => r[column]), picture.CurrencyOf(column, picture.Result.Rows is [var first, ..] ? first : null), of.Unit, of.Type == "integer", picture.Locale);
    }

    /// <summary>A column's title with the scale and unit of its axis.</summary>
    public static string Named(string title, AxisFormat format, string locale) => format.Words(locale) is { } words ? ChartsTexts.Get("axis_name", locale, title, words) : title;
}
