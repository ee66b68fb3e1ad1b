using Web.Insights.Datasets.Csv;
using Web.Insights.Datasets.Editing;

namespace Web.Insights.Datasets.Preview;

/// <summary>A file that was read but not loaded: how it was understood, what is wrong with it, and what can be asked of it then.</summary>
public sealed record PreviewView(
    Guid Id, string FileName, long Bytes, CsvPlan Plan, PreviewForm Form, IReadOnlyDictionary<string, string> Errors, IReadOnlyList<string> Samples)
{
    private const int ShownOfEach = 3;

    public long Readable => Plan.Rows - Plan.FaultyRows;

    public string? ErrorOf(string field) => Errors.GetValueOrDefault(field);

    /// <summary>An existing dataset gets the rows, and keeps its key and its title.</summary>
    public bool IsForAnother => Form.Into is not null;

    public ColumnTable Table => new([.. Plan.Columns.Select(Line)], TypesMayChange: true, MayEdit: !IsForAnother);

    /// <summary>What was assumed of the file as a whole.</summary>
    public IEnumerable<string> Assumptions => Plan.Assumptions.Where(word => !word.Contains(':', StringComparison.Ordinal));

    public IReadOnlyList<Issue> Issues { get; } = IssuesOf(Plan);

    private ColumnLine Line(CsvColumn column, int index) => new(
        index, column.Column.SourceName ?? column.Column.Name, column.Column, column.Column.TitleIn("en"), column.Examples is [var first, ..] ? first : null, column.FilledShare,
        Plan.Faults.Where(fault => fault.Column == index + 1).Select(fault => fault.Row).Distinct().Count(),
        Plan.Assumptions.FirstOrDefault(word => word.EndsWith(":" + column.Column.Name, StringComparison.Ordinal))?.Split(':')[0]);

    private static IReadOnlyList<Issue> IssuesOf(CsvPlan plan) =>
    [
        .. plan.Faults.GroupBy(fault => (fault.Column, fault.Code)).OrderBy(same => same.Key.Column).Select(same => new Issue(
            same.Key.Column - 1, same.First().ColumnName, same.Key.Code, same.Count(), [.. same.Take(ShownOfEach)])),
    ];
}

/// <summary>The same fault of the same column.</summary>
/// <param name="Index">The column's place from 0; below 0: the row as a whole.</param>
/// <param name="Count">Among the first faults of the file; there may be more.</param>
public sealed record Issue(int Index, string? Column, string Code, int Count, IReadOnlyList<CsvFault> First)
{
    public int More => Count - First.Count;
}
