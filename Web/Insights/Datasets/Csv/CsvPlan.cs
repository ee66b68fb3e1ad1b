using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>How the file is written: <c>utf-8</c>, <c>shift_jis</c> or <c>utf-16</c>, and what stands between its cells.</summary>
public sealed record CsvShape(string Encoding, bool Bom, char Delimiter);

/// <summary>One column as inferred, how its cells are written, the share of cells that are filled, and the first few as written.</summary>
public sealed record CsvColumn(Column Column, CellFormat Format, double FilledShare, IReadOnlyList<string> Examples);

/// <summary>
/// What was understood of a file, complete enough to convert it the same way again. It goes through JSON unharmed and is kept
/// with the upload, so that a resumed job reads on alike.
/// </summary>
public sealed record CsvPlan
{
    public required CsvShape Shape { get; init; }
    public required IReadOnlyList<CsvColumn> Columns { get; init; }
    /// <summary>Data rows of the file, faulty ones included.</summary>
    public long Rows { get; init; }
    public long FaultyRows { get; init; }
    /// <summary>The first faults, at most <see cref="MostFaults"/>.</summary>
    public IReadOnlyList<CsvFault> Faults { get; init; } = [];
    /// <summary>The first rows as written.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Head { get; init; } = [];
    public string? DefaultTime { get; init; }
    public Grain? DefaultGrain { get; init; }
    public string? DefaultMeasure { get; init; }
    public IReadOnlyDictionary<string, string> CountOf { get; init; } = new Dictionary<string, string>();
    /// <summary>What was assumed where the file left it open: a code and the column's name, <c>month_first:ordered_on</c>.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    public const int MostFaults = 1000;
    public const int MostColumns = 300;

    /// <summary>
    /// A person overrules: the column's cells are read as <paramref name="type"/> from now on. What does not fit is known after the
    /// next read of the file (<see cref="CsvInference.RecountAsync"/>).
    /// </summary>
    public CsvPlan WithType(string columnName, ColumnType type, string? currency = null) => throw new NotSupportedException("Being written.");
}
