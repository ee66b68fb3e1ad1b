using Web.Data;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>Compares what the built-in rules make of an example's words with what the analysts say they mean.</summary>
public sealed class ExampleJudge(ExampleRights rights, ChartRender render, AppDb db)
{
    /// <returns>Null where the example is not this reader's, or does not fit the data any more.</returns>
    public async Task<ExampleVerdict?> JudgeAsync(string words, ChartQuery? query, ChartReader reader, CancellationToken cancellation)
    {
        if (rights.Fit(query, reader, words) is not { } expected) return null;
        var read = Interpreter.Read(new Request(words, reader.Locale, [.. reader.Catalog.Contracts], reader.Calendar, reader.Today) { Found = reader.Catalog.Found });
        if (read is not Understood { Readings: [var best, ..] }) return ExampleVerdict.Asked;
        if (rights.Fit(best.Query, reader, words) is not { } found) return ExampleVerdict.Asked; // it would be refused with a reason
        if (SameChart.AsDrawn(expected, found, words)) return ExampleVerdict.Exact;
        if (SameChart.InFigures(expected, found, words)) return ExampleVerdict.SameData;
        return await RowsAsync(expected.Query, reader, cancellation) is { } rows && rows == await RowsAsync(found.Query, reader, cancellation) ? ExampleVerdict.SameData : ExampleVerdict.Wrong;
    }

    /// <summary>The rows in one text, whatever their order and that of their cells; null when there are no figures, which are like no others.</summary>
    private async Task<string?> RowsAsync(ChartQuery query, ChartReader reader, CancellationToken cancellation)
    {
        if (await render.RenderAsync(query, reader, db, cancellation) is not RenderOutcome.Drawn { Result: { RowCount: > 0 } result }) return null;
        var rows = result.Rows.Select(row => string.Join('\u001f', row.Select(Text).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
        return string.Join('\u001e', rows);
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        double number => Math.Round(number, 6).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
