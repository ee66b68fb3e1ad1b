namespace Web.Insights.Datasets.Csv;

/// <summary>A whole read of the file by its plan that keeps no values: rows, faulty rows, the first faults, from when to when dates reach, and the year that the rows are of where that and no date is their time.</summary>
internal sealed record FaultCount(long Rows, long FaultyRows, IReadOnlyList<CsvFault> Faults, long? TotalRow, IReadOnlyDictionary<string, DaySpan> Days, string? YearOfRows)
{
    public static async Task<FaultCount> OfAsync(CsvPlan plan, Stream file, TimeZoneInfo zone, CancellationToken cancel)
    {
        var reader = new RecordReader(file, plan.Shape);
        await Survey.HeadersAsync(reader, cancel);
        var days = plan.Columns.Where(c => c.Column.IsTemporal).ToDictionary(c => c.Column.Name, _ => new DaySpan());
        CellSink[] sinks = [.. plan.Columns.Select(c => CellSink.For(c.Format, zone, 1, keeps: false, days.GetValueOrDefault(c.Column.Name)))];
        var rows = new RowReader(plan with { TotalRow = null }, reader, sinks, CsvPlan.MostFaults);
        var (faulty, total, years) = (0L, new TotalRow(plan), RowYears.Of(plan));
        do
        {
            while (reader.TryRead())
            {
                if (rows.TryPut(0))
                {
                    total.See(reader, rows.Rows);
                    years?.See(reader);
                    continue;
                }
                total.SeeFaulty();
                faulty++;
            }
            cancel.ThrowIfCancellationRequested();
        }
        while (await reader.FillAsync(cancel));
        var faults = rows.TakeFaults();
        if (total.Found is not { } last) return new FaultCount(rows.Rows, faulty, faults, null, days, years?.Instead(plan));
        return new FaultCount(rows.Rows, faulty + 1, [.. faults.Take(CsvPlan.MostFaults - 1), last], last.Row, days, years?.Instead(plan));
    }
}
