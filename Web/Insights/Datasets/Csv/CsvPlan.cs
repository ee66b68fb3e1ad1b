using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>How the file is written: <c>utf-8</c>, <c>shift_jis</c> or <c>utf-16</c>, and what stands between its cells.</summary>
public sealed record CsvShape(string Encoding, bool Bom, char Delimiter)
{
    /// <summary>A few characters could not be read; their rows are faulty.</summary>
    public bool Damaged { get; init; }
    /// <summary>How many records stand above the header: a title, the day of the report.</summary>
    public int Preamble { get; init; }
}

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
    /// <summary>The last row, where it is the total of those above: counted with them, everything would be there twice.</summary>
    public long? TotalRow { get; init; }
    /// <summary>The first faults, at most <see cref="MostFaults"/>.</summary>
    public IReadOnlyList<CsvFault> Faults { get; init; } = [];
    /// <summary>The first twenty rows as written; very long cells are cut.</summary>
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
    /// A person overrules: the column's cells are read as <paramref name="type"/> from now on, and its role follows. What does not fit is
    /// known after the next read of the file (<see cref="CsvInference.RecountAsync"/>). Money needs a currency, from the file or given;
    /// without one it is refused (<c>currency_unknown</c>), as is a column that is not there (<c>column_unknown</c>).
    /// </summary>
    public CsvPlan WithType(string columnName, ColumnType type, string? currency = null)
    {
        var index = Columns.Select(c => c.Column.Name).ToList().IndexOf(columnName);
        if (index < 0) throw new RefusalException(422, "column_unknown", columnName);
        var old = Columns[index];
        if (old.Format.Type == type && (currency is null || currency == old.Format.Currency)) return this;
        currency ??= old.Format.Currency;
        if (type == ColumnType.Money && currency is null) throw new RefusalException(422, "currency_unknown", columnName);
        var format = old.Format with
        {
            Type = type,
            Currency = currency,
            Truth = null,
            Year = false,
            CompactDates = type is ColumnType.Date or ColumnType.Timestamp,
        };
        List<CsvColumn> columns = [.. Columns];
        columns[index] = old with { Column = Retyped(old.Column, format), Format = format };
        var plan = this with { Columns = columns, Assumptions = [.. Assumptions.Where(a => !a.EndsWith(":" + columnName, StringComparison.Ordinal))] };
        return plan.WithDefaults();
    }

    private static Column Retyped(Column column, CellFormat format)
    {
        var header = new Header(column.SourceName ?? column.Name);
        var role = format.Type switch
        {
            ColumnType.Date or ColumnType.Timestamp => ColumnRole.Time,
            ColumnType.Number or ColumnType.Money => ColumnRole.Measure,
            ColumnType.Integer => column.Role is ColumnRole.Time ? ColumnRole.Measure : column.IsNumeric ? column.Role : ColumnRole.Measure,
            _ => column.Role is ColumnRole.Identity && format.Type == ColumnType.Text ? ColumnRole.Identity : ColumnRole.Dimension,
        };
        return column with
        {
            Type = format.Type,
            Role = role,
            Unit = format.Type is ColumnType.Number or ColumnType.Integer ? format.Unit : null,
            Currency = format.Type == ColumnType.Money ? format.Currency : null,
            DefaultAggregate = Roles.Aggregate(header, format, role, null),
        };
    }

    /// <summary>Defaults that the columns no longer bear are chosen anew.</summary>
    private CsvPlan WithDefaults()
    {
        List<(CsvColumn Column, Header Header)> columns = [.. Columns.Select(c => (c, new Header(c.Column.SourceName ?? c.Column.Name)))];
        var time = Columns.FirstOrDefault(c => c.Column.Name == DefaultTime && c.Column.Role == ColumnRole.Time)?.Column ?? Defaults.Time(columns);
        var measure = Columns.FirstOrDefault(c => c.Column.Name == DefaultMeasure && c.Column.Role == ColumnRole.Measure)?.Column ?? Defaults.Measure(columns);
        return this with { DefaultTime = time?.Name, DefaultMeasure = measure?.Name, DefaultGrain = time?.Name == DefaultTime ? DefaultGrain : null };
    }
}
