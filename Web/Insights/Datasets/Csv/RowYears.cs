using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// Holds the year that a row is of against the date that would be its time: where a nursery of 2024 was opened in 1987, the date tells
/// of the nursery and the year of the row.
/// </summary>
internal sealed class RowYears
{
    /// <summary>A fiscal year and the end of a year reach into the next.</summary>
    private const int Near = 1;
    private readonly int year, date;
    private readonly CellFormat yearFormat, dateFormat;
    private long near, far;

    private RowYears(CsvPlan plan, int year, int date)
    {
        (this.year, this.date) = (year, date);
        (yearFormat, dateFormat) = (plan.Columns[year].Format, plan.Columns[date].Format);
    }

    /// <summary>Null where there is only one time to choose.</summary>
    public static RowYears? Of(CsvPlan plan)
    {
        var columns = plan.Columns.ToList();
        var year = columns.FindIndex(c => c.Format.Year && c.FilledShare == 1 && new Header(c.Column.SourceName ?? c.Column.Name).IsYearItself);
        var date = columns.FindIndex(c => c.Column.Name == plan.DefaultTime && c.Format.Type == ColumnType.Date && new Header(c.Column.SourceName ?? c.Column.Name).IsOfThing);
        return year < 0 || date < 0 ? null : new RowYears(plan, year, date);
    }

    public void See(RecordReader reader)
    {
        if (CellReading.Integer(reader[year], yearFormat, out var of) is not null || of is not { } number || CellReading.Date(reader[date], dateFormat, out var day) is not null || day is not { } when) return;
        if (Math.Abs(when.Year - number) <= Near) near++;
        else far++;
    }

    /// <summary>The column of the year, where it and not the date is the time of the rows.</summary>
    public string? Instead(CsvPlan plan) => far > near ? plan.Columns[year].Column.Name : null;
}
