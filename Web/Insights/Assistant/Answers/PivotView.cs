using Microsoft.Extensions.Localization;
using Web.Insights.Charts.Options;

namespace Web.Insights.Assistant.Answers;

/// <summary>A head over so many columns and so many lines.</summary>
public sealed record PivotHead(string Text, int Across = 1, int Down = 1, bool IsFigure = true, string? Unit = null);

/// <param name="Mark">What leads to the source rows behind it; null where nothing does.</param>
public sealed record PivotCell(string Text, string? Mark);

public sealed record PivotLine(IReadOnlyList<string> Labels, IReadOnlyList<PivotCell> Cells, IReadOnlyList<PivotCell> Totals);

/// <summary>A crossed table as the page writes it: heads in lines, figures as text. What is not written out is counted.</summary>
public sealed record PivotView(
    string Caption, int LabelColumns, IReadOnlyList<IReadOnlyList<PivotHead>> Heads, IReadOnlyList<PivotLine> Rows, IReadOnlyList<PivotCell> Totals, int More, int MoreColumns)
{
    /// <summary>With more cells than these the page would be mostly marks.</summary>
    private const int MostColumns = 60, MostMarks = 2000;

    /// <param name="leads">Whether cells lead to their rows.</param>
    internal static PivotView Of(PivotTable table, string caption, bool leads, IStringLocalizer<InsightsTexts> texts)
    {
        var (picture, measures) = (table.Picture, table.Measures);
        var columns = Math.Min(table.Columns.Count, MostColumns);
        var crossed = table.Across.Count > 0;
        // Without column fields the totals across are the figures themselves.
        var totals = table.HasTotals && crossed;
        string Figure(int measure, object? cell) => cell is null ? "" : RowsTable.Figure(picture, picture.FirstMeasure + measure, cell, null);
        leads &= Math.Min(table.Rows.Count, RowsTable.MostRows) * columns * measures <= MostMarks;
        string? Mark(IReadOnlyList<object?>? row, IReadOnlyList<object?>? column) => leads ? table.MarkOf(row, column).Write() : null;
        PivotCell Cell(int i, object? cell, IReadOnlyList<object?>? row, bool total) =>
            new(Figure(i % measures, cell), cell is null ? null : Mark(row, total || table.ColumnsOf.Count == 0 ? null : table.ColumnsOf[i / measures]));
        IReadOnlyList<PivotCell> Cells(IEnumerable<object?> cells, IReadOnlyList<object?>? row, bool total = false) => [.. cells.Select((cell, i) => Cell(i, cell, row, total))];
        return new PivotView(
            caption, table.Down.Count, HeadsOf(table, columns, totals, texts),
            [.. table.Rows.Take(RowsTable.MostRows).Select(r => new PivotLine(r.Labels, Cells(r.Cells.Take(columns * measures), r.Of), totals ? Cells(r.Totals, r.Of, total: true) : []))],
            table is { HasTotals: true, Rows.Count: > 1 } ? [.. Cells(table.Totals.Take(columns * measures), null), .. totals ? Cells(table.Totals.Skip(table.Columns.Count * measures), null, total: true) : []] : [],
            Math.Max(0, table.Rows.Count - RowsTable.MostRows), table.Columns.Count - columns);
    }

    private static List<IReadOnlyList<PivotHead>> HeadsOf(PivotTable table, int columns, bool totals, IStringLocalizer<InsightsTexts> texts)
    {
        var (picture, measures) = (table.Picture, table.Measures);
        PivotHead Named(int m) => new(picture.Column(picture.FirstMeasure + m).Title, Unit: RowsTable.UnitOf(picture.Column(picture.FirstMeasure + m), picture.Locale));
        // One measure is named by the chart; several stand under each column.
        var several = measures > 1 || table.Across.Count == 0;
        var depth = table.Across.Count + (several ? 1 : 0);
        var lines = new List<IReadOnlyList<PivotHead>>();
        for (var level = 0; level < table.Across.Count; level++)
        {
            var line = new List<PivotHead>();
            if (level == 0) line.AddRange(table.Down.Select(i => new PivotHead(picture.Column(i).Title, Down: depth, IsFigure: false)));
            for (var c = 0; c < columns;)
            {
                var until = c + 1;
                while (until < columns && table.Columns[until].Take(level + 1).SequenceEqual(table.Columns[c].Take(level + 1))) until++;
                line.Add(new PivotHead(table.Columns[c][level], Across: (until - c) * measures));
                c = until;
            }
            if (level == 0 && totals) line.Add(new PivotHead(texts["Ask.Total"], Across: measures, Down: table.Across.Count, Unit: several ? null : Named(0).Unit));
            lines.Add(line);
        }
        if (!several) return lines;
        List<PivotHead> names = [.. table.Across.Count == 0 ? table.Down.Select(i => new PivotHead(picture.Column(i).Title, IsFigure: false)) : []];
        for (var c = 0; c < columns + (totals ? 1 : 0); c++) names.AddRange(Enumerable.Range(0, measures).Select(Named));
        lines.Add(names);
        return lines;
    }
}
