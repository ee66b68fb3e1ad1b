using Microsoft.Extensions.Localization;
using Web.Insights.Assistant.Talk;
using Web.Insights.Charts;
using Web.Insights.Charts.Options;
using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Assistant.Answers;

/// <param name="Series">Its place among the chart's series, from 1; null when it is none.</param>
public sealed record RowsColumn(string Title, string? Unit, bool IsFigure, int? Series = null, bool IsTotal = false);

/// <summary>The rows behind a chart as people read them: a series stands across, sums stand at the edge.</summary>
/// <param name="More">How many rows are not written out; the file has them all.</param>
public sealed record RowsTable(IReadOnlyList<RowsColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string>? Totals, int More)
{
    public const int MostRows = 500;

    /// <summary>What leads to the source rows behind a row and, where a series stands across, behind each figure; null where nothing does.</summary>
    public IReadOnlyList<IReadOnlyList<string?>>? Marks { get; init; }

    /// <summary>How many of the first columns say what a line is of.</summary>
    public int Names { get; init; } = 1;

    private const int MostAcross = 8;

    internal static RowsTable Of(Picture picture, IStringLocalizer<InsightsTexts> texts)
    {
        var query = picture.Query;
        var across = query is { X: not null, Raw: false, Comparison: null, Shape.MinDimensions: 0 } && picture.Measures == 1 && picture.SplitColumns.Count == 1 && picture.CurrencyColumn is null;
        return across && Strands.Of(picture) is { All.Count: > 0 and <= MostAcross } strands ? Across(picture, strands, texts) : Flat(picture, texts);
    }

    /// <summary>A figure by its column's kind; its unit stands in the head, only percent beside the figure.</summary>
    internal static string Figure(Picture picture, int column, object? cell, string? currency)
    {
        if (ResultCell.Number(cell) is not { } number) return cell is null ? "–" : ResultCell.Text(cell);
        var of = picture.Column(column);
        var places = of.Type == "money" && (of.Currency ?? currency) is { } money ? "#,##0." + new string('0', Money.Decimals(money)) : "#,##0.##";
        return number.ToString(places, picture.Culture) + (of.Unit == "%" ? "%" : "");
    }

    /// <summary>Whether figures of different groups may be added up.</summary>
    internal static bool Adds(Picture picture, int measure) =>
        picture is { Query.Raw: false, CurrencyColumn: null, Result.TruncatedAt: null }
        && picture.Query.Measures[measure] is { Named: null, Transform: null, Aggregate: Aggregates.Sum or Aggregates.Count };

    internal static string? UnitOf(ResultColumn column, string locale) => column.Currency is { } currency
        ? locale == "ja" && currency == "JPY" ? "円" : currency : column.Unit is "%" ? null : column.Unit;

    private static RowsTable Across(Picture picture, Strands strands, IStringLocalizer<InsightsTexts> texts)
    {
        var (at, adds) = (picture.FirstMeasure, Adds(picture, 0));
        string Show(object? cell) => Figure(picture, at, cell, null);
        List<RowsColumn> columns = [new(picture.Column(0).Title, null, false), .. strands.All.Select((s, i) => new RowsColumn(s.Name, null, true, s.Role == "others" ? 8 : i + 1))];
        if (adds) columns.Add(new RowsColumn(texts["Ask.Total"], UnitOf(picture.Column(at), picture.Locale), true, IsTotal: true));
        var places = Enumerable.Range(0, strands.X.Count);
        if (picture.Query.X is { Column.IsTemporal: true, Grain: not null }) places = places.Reverse(); // the newest first
        List<IReadOnlyList<string>> rows = [.. places.Take(MostRows).Select(x =>
        {
            List<string> row = [picture.Label(0, strands.X[x]), .. strands.All.Select(s => Show(s.Figures[x]))];
            if (adds) row.Add(Show(Sum(strands.All.Select(s => s.Figures[x]))));
            return row;
        })];
        List<string>? totals = adds && strands.X.Count > 1
            ? [texts["Ask.Total"], .. strands.All.Select(s => Show(Sum(s.Figures))), Show(Sum(strands.All.SelectMany(s => s.Figures)))] : null;
        var split = picture.SplitColumns[0];
        List<IReadOnlyList<string?>> marks = [.. places.Take(MostRows).Select(x => (IReadOnlyList<string?>)
        [
            Mark(MarkKey.Of(strands.X[x]), MarkKey.Any),
            .. strands.All.Select(s => s.Figures[x] is null ? null : Mark(MarkKey.Of(strands.X[x]), MarkKey.Of(picture.Result.Rows.First(row => Picture.Same(row[0], strands.X[x]) && (s.Role == "others" ? row[split] is ResultTable.Others : picture.Label(split, row[split]) == s.Name))[split]))),
        ])];
        return new RowsTable(columns, rows, totals, Math.Max(0, strands.X.Count - MostRows)) { Marks = marks };
    }

    private static string Mark(params IEnumerable<MarkKey> mark) => new Mark([.. mark]).Write();

    private static RowsTable Flat(Picture picture, IStringLocalizer<InsightsTexts> texts)
    {
        var (result, first, query) = (picture.Result, picture.FirstMeasure, picture.Query);
        List<RowsColumn> columns = [.. result.Columns.Select((c, i) => new RowsColumn(c.Title, i < first ? null : UnitOf(c, picture.Locale), i >= first || IsNumber(c)))];
        IEnumerable<IReadOnlyList<object?>> newest = query.X is { Column.IsTemporal: true, Grain: not null } && query.Shape.ChartType != ChartType.Waterfall && picture.SplitColumns.Count == 0 ? result.Rows.Reverse() : result.Rows;
        List<IReadOnlyList<string>> rows = [.. newest.Take(MostRows).Select(row => (IReadOnlyList<string>)[.. row.Select((cell, i) => Cell(picture, row, i))])];
        var sums = Enumerable.Range(0, result.Columns.Count).Select(i => i >= first && i < first + (picture.Measures * (query.Comparison is null ? 1 : 2)) && Adds(picture, (i - first) % Math.Max(1, picture.Measures)) && first > 0
            ? Figure(picture, i, Sum(result.Rows.Select(r => r[i])), null) : "").ToList();
        List<IReadOnlyList<string?>> marks = [.. newest.Take(MostRows).Select(row => MarksOf(picture, row))];
        if (result.Rows.Count < 2 || sums.TrueForAll(s => s.Length == 0)) return new RowsTable(columns, rows, null, Math.Max(0, result.Rows.Count - MostRows)) { Marks = marks, Names = first };
        sums[0] = texts["Ask.Total"];
        return new RowsTable(columns, rows, sums, Math.Max(0, result.Rows.Count - MostRows)) { Marks = marks, Names = first };
    }

    /// <summary>A line leads to its rows by its first cell, each earlier figure to those of its own time. Rows as they are are found by all that they show.</summary>
    private static string?[] MarksOf(Picture picture, IReadOnlyList<object?> row)
    {
        var keys = row.Take(picture.Query.Raw ? row.Count : picture.FirstMeasure).Select(MarkKey.Of).ToList();
        var marks = new string?[row.Count];
        if (row.Count > 0) marks[0] = new Mark(keys).Write();
        for (var m = 0; m < picture.Measures; m++)
            if (picture.PreviousOf(m) is { } previous && row[previous] is not null) marks[previous] = new Mark(keys, Earlier: true).Write();
        return marks;
    }

    private static bool IsNumber(ResultColumn column) => column.Type is "number" or "money";

    private static string Cell(Picture picture, IReadOnlyList<object?> row, int column) => column >= picture.FirstMeasure || IsNumber(picture.Column(column))
        ? row[column] is Web.Semantics.Anomalies.AnomalyRows.High or Web.Semantics.Anomalies.AnomalyRows.Low && picture.Result.Anomalies is not null && column == picture.FirstMeasure + 3
            ? ChartsTexts.Get("unusual_" + row[column], picture.Locale) : Figure(picture, column, row[column], picture.CurrencyColumn is { } c ? row[c] as string : null) : picture.Label(column, row[column]);

    private static object? Sum(IEnumerable<object?> cells)
    {
        var numbers = cells.Select(ResultCell.Number).OfType<decimal>().ToList();
        return numbers.Count == 0 ? null : numbers.Sum();
    }
}
