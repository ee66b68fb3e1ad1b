using System.Runtime.CompilerServices;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// Rows as typed columns. <see cref="RowsRead"/> counts from the file's first data row, faulty and skipped ones included: it is what a
/// resumed read skips. <see cref="Cells"/> holds one array for each column, <see cref="Count"/> long, of the rows without a fault:
/// <c>string?[]</c>, <c>long?[]</c> (integers, and money in minor units), <c>decimal?[]</c>, <c>bool?[]</c>, <c>DateOnly?[]</c>,
/// <c>DateTime?[]</c> (UTC). <see cref="Faults"/> holds the first thousand of the batch.
/// </summary>
public sealed record CsvBatch(long RowsRead, int Count, IReadOnlyList<Array> Cells, IReadOnlyList<CsvFault> Faults, long BytesRead);

/// <summary>The typed rows of a file by its plan.</summary>
public sealed class CsvRows(CsvPlan plan, TimeZoneInfo zone)
{
    /// <summary>
    /// Reads on after the first <paramref name="skipRows"/> data rows, in batches of <paramref name="batchRows"/> rows read (the last
    /// one shorter). Faulty rows are left out and reported. The arrays of a batch are the caller's to keep.
    /// </summary>
    public async IAsyncEnumerable<CsvBatch> ReadAsync(Stream file, long skipRows, int batchRows, [EnumeratorCancellation] CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchRows, 1);
        var reader = new RecordReader(file, plan.Shape) { KeepsSource = true };
        await Survey.HeadersAsync(reader, cancel);
        CellSink[] sinks = [.. plan.Columns.Select(c => CellSink.For(c.Format, zone, batchRows))];
        var rows = new RowReader(plan, reader, sinks, CsvPlan.MostFaults);
        int count = 0, read = 0;
        do
        {
            while (reader.TryRead())
            {
                if (rows.Rows < skipRows)
                {
                    rows.Rows++;
                    continue;
                }
                if (rows.TryPut(count)) count++;
                if (++read < batchRows) continue;
                yield return Batch();
                count = read = 0;
            }
            cancel.ThrowIfCancellationRequested();
        }
        while (await reader.FillAsync(cancel));
        if (read > 0) yield return Batch();

        CsvBatch Batch() => new(rows.Rows, count, [.. sinks.Select(sink => sink.Take(count))], rows.TakeFaults(), reader.BytesRead);
    }
}
