using Microsoft.Extensions.Localization;
using Web.Insights.Charts.Options;

namespace Web.Insights.Assistant;

/// <summary>A head over so many columns and so many lines.</summary>
public sealed record PivotHead(string Text, int Across = 1, int Down = 1, bool IsFigure = true, string? Unit = null);

public sealed record PivotLine(IReadOnlyList<string> Labels, IReadOnlyList<string> Cells, IReadOnlyList<string> Totals);

/// <summary>A crossed table as the page writes it: heads in lines, figures as text. What is not written out is counted.</summary>
public sealed record PivotView(
    string Caption, int LabelColumns, IReadOnlyList<IReadOnlyList<PivotHead>> Heads, IReadOnlyList<PivotLine> Rows, IReadOnlyList<string> Totals, int More, int MoreColumns)
{
    private const int MostColumns = 60;

    internal static PivotView Of(PivotTable table, string caption, IStringLocalizer<InsightsTexts> texts)
    {
        var (picture, measures) = (table.Picture, table.Measures);
        var columns = Math.Min(table.Columns.Count, MostColumns);
        var crossed = table.Across.Count > 0;
        // Without column fields the totals across are the figures themselves.
        var totals = table.HasTotals && crossed;
        string Figure(int measure, object? cell) => cell is null ? "" : RowsTable.Figure(picture, picture.FirstMeasure + measure, cell, null);
        IReadOnlyList<string> Figures(IEnumerable<object?> cells) => [.. cells.Select((c, i) => Figure(i % measures, c))];
        return new PivotView(
            caption, table.Down.Count, HeadsOf(table, columns, totals, texts),
            [.. table.Rows.Take(RowsTable.MostRows).Select(r => new PivotLine(r.Labels, Figures(r.Cells.Take(columns * measures)), totals ? Figures(r.Totals) : []))],
            table is { HasTotals: true, Rows.Count: > 1 } ? [.. Figures(table.Totals.Take(columns * measures)), .. totals ? Figures(table.Totals.Skip(table.Columns.Count * measures)) : []] : [],
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
