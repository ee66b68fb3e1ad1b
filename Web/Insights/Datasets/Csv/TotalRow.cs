using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// Watches for a row that is the total of all above it: it says so in its first words, and a figure of it is the sum. Loaded as a row,
/// everything would be counted twice.
/// </summary>
internal sealed class TotalRow(CsvPlan plan)
{
    private const int LeastRows = 2;
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "合計", "総計", "総合計", "計", "合計額", "total", "totals", "grandtotal", "sum" };
    private readonly (int Place, CellFormat Format)[] columns =
        [.. plan.Columns.Index().Where(c => c.Item.Format is { Type: ColumnType.Integer or ColumnType.Number or ColumnType.Money, Year: false }).Select(c => (c.Index, c.Item.Format))];
    private readonly decimal[] sums = new decimal[plan.Columns.Count];
    private long rows;

    /// <summary>The last row that was one, as long as it is the last.</summary>
    public CsvFault? Found { get; private set; }

    /// <summary>Looks at a row that can be read.</summary>
    public void See(RecordReader reader, long row)
    {
        Found = rows >= LeastRows && SaysSo(reader) && IsSum(reader) ? new CsvFault(row, reader.Line, 0, null, CsvFaults.TotalRow, reader.Beginning) : null;
        if (Found is not null) return;
        rows++;
        foreach (var (place, format) in columns)
            if (Value(reader[place], format) is { } value) Add(place, value);
    }

    /// <summary>A row that cannot be read.</summary>
    public void SeeFaulty() => Found = null;

    private static bool SaysSo(RecordReader reader)
    {
        for (var i = 0; i < reader.Count; i++)
        {
            var cell = reader[i];
            if (cell.Length is 0) continue;
            return cell.Length <= 20 && Words.Contains(string.Concat(cell.ToString().Where(c => !char.IsWhiteSpace(c))).TrimEnd(':', '：'));
        }
        return false;
    }

    private bool IsSum(RecordReader reader)
    {
        foreach (var (place, format) in columns)
            if (Value(reader[place], format) is { } value && Math.Abs(value - sums[place]) <= 0.005m) return true;
        return false;
    }

    private static decimal? Value(ReadOnlySpan<char> cell, CellFormat format) => CellReading.Number(cell, format, out var value) is null ? value : null;

    private void Add(int place, decimal value)
    {
        try
        {
            sums[place] += value;
        }
        catch (OverflowException)
        {
            sums[place] = decimal.MaxValue; // no total can be told from it
        }
    }
}
