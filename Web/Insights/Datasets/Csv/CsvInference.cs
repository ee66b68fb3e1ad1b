namespace Web.Insights.Datasets.Csv;

/// <summary>Reads a file from its first byte to its last and says what it is.</summary>
public static class CsvInference
{
    /// <summary>
    /// Opens the file several times (shape, statistics, faults) and keeps none of it. Refuses with 422 and a code what is no table:
    /// <c>encoding_unknown</c>, <c>file_empty</c>, <c>header_missing</c>, <c>too_many_columns</c>.
    /// </summary>
    public static Task<CsvPlan> ReadAsync(Func<Stream> open, TimeZoneInfo zone, CancellationToken cancel) => throw new NotSupportedException("Being written.");

    /// <summary>The plan with its faults counted again, after a person has overruled a type.</summary>
    public static Task<CsvPlan> RecountAsync(CsvPlan plan, Func<Stream> open, TimeZoneInfo zone, CancellationToken cancel) => throw new NotSupportedException("Being written.");
}
