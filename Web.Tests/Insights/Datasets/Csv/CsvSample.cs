using System.Text;
using Web.Insights.Datasets.Csv;
using Web.Semantics;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>A small file in memory, as text or bytes.</summary>
internal static class CsvSample
{
    public static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    public static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public static Task<CsvPlan> PlanAsync(string text, Encoding? encoding = null, TimeZoneInfo? zone = null) =>
        PlanAsync(Bytes(text, encoding), zone);

    public static Task<CsvPlan> PlanAsync(byte[] bytes, TimeZoneInfo? zone = null) =>
        CsvInference.ReadAsync(() => new MemoryStream(bytes, writable: false), zone ?? Tokyo, CancellationToken.None);

    public static byte[] Bytes(string text, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(false);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    /// <summary>One column under a header, quoted, one line for each cell.</summary>
    public static async Task<(CsvPlan Plan, CsvColumn Column)> ColumnAsync(string header, params IReadOnlyList<string> cells)
    {
        var plan = await PlanAsync(Quoted(header, cells));
        return (plan, plan.Columns[0]);
    }

    public static string Quoted(string header, IEnumerable<string> cells) =>
        string.Concat(cells.Prepend(header).Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));

    public static async Task<List<CsvBatch>> BatchesAsync(CsvPlan plan, byte[] bytes, long skip = 0, int size = 1000, TimeZoneInfo? zone = null)
    {
        List<CsvBatch> batches = [];
        await foreach (var batch in new CsvRows(plan, zone ?? Tokyo).ReadAsync(new MemoryStream(bytes), skip, size, CancellationToken.None)) batches.Add(batch);
        return batches;
    }

    /// <summary>The values of the first column of such a file, faulty rows left out.</summary>
    public static async Task<object?[]> ValuesAsync(string header, params IReadOnlyList<string> cells)
    {
        var bytes = Bytes(Quoted(header, cells));
        var batches = await BatchesAsync(await PlanAsync(bytes), bytes);
        return [.. batches.SelectMany(b => b.Cells[0].Cast<object?>())];
    }

    public static Column Named(this CsvPlan plan, string name) => plan.Columns.Single(c => c.Column.Name == name).Column;
}
