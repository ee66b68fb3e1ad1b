namespace Web.Insights.Datasets.Csv;

/// <summary>A whole read of the file by its plan that keeps no values: rows, faulty rows, the first faults, and from when to when dates reach.</summary>
internal sealed record FaultCount(long Rows, long FaultyRows, IReadOnlyList<CsvFault> Faults, IReadOnlyDictionary<string, DaySpan> Days)
{
    public static async Task<FaultCount> OfAsync(CsvPlan plan, Stream file, TimeZoneInfo zone, CancellationToken cancel)
    {
        var reader = new RecordReader(file, plan.Shape);
        await Survey.HeadersAsync(reader, cancel);
        var days = plan.Columns.Where(c => c.Column.IsTemporal).ToDictionary(c => c.Column.Name, _ => new DaySpan());
        CellSink[] sinks = [.. plan.Columns.Select(c => CellSink.For(c.Format, zone, 1, keeps: false, days.GetValueOrDefault(c.Column.Name)))];
        var rows = new RowReader(plan, reader, sinks, CsvPlan.MostFaults);
        var faulty = 0L;
        do
        {
            while (reader.TryRead())
                if (!rows.TryPut(0)) faulty++;
            cancel.ThrowIfCancellationRequested();
        }
        while (await reader.FillAsync(cancel));
        return new FaultCount(rows.Rows, faulty, rows.TakeFaults(), days);
    }
}
