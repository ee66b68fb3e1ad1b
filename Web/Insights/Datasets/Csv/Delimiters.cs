namespace Web.Insights.Datasets.Csv;

/// <summary>
/// What stands between the cells, seen in the first records: the mark that cuts the header into cells and most of the rows below into
/// as many. What stands above the header is seen with it.
/// </summary>
internal static class Delimiters
{
    private const int Sample = 1 << 18, MostRecords = 500;
    private static readonly char[] Known = [',', '\t', ';', '|'];

    public static async Task<CsvShape> OfAsync(Func<Stream> open, FileText file, CancellationToken cancel)
    {
        var bytes = new byte[Sample];
        await using (var stream = open())
            bytes = bytes[..await stream.ReadAtLeastAsync(bytes, Sample, throwOnEndOfStream: false, cancel)];
        var best = new CsvShape(file.Encoding, file.Bom, ',') { Damaged = file.Damaged };
        var most = 0.0;
        foreach (var delimiter in Known)
        {
            var records = await RecordsAsync(bytes, best with { Delimiter = delimiter, Preamble = 0 }, cancel);
            var above = Preamble.Of(records);
            var score = Score([.. records.Skip(above)], cut: bytes.Length == Sample && records.Count <= MostRecords);
            if (score > most) (best, most) = (best with { Delimiter = delimiter, Preamble = above }, score);
        }
        return best;
    }

    private static async Task<List<RecordLook>> RecordsAsync(byte[] bytes, CsvShape shape, CancellationToken cancel)
    {
        var reader = new RecordReader(new MemoryStream(bytes), shape);
        List<RecordLook> records = [];
        do
        {
            while (records.Count <= MostRecords && reader.TryRead()) records.Add(RecordLook.Of(reader));
        }
        while (records.Count <= MostRecords && await reader.FillAsync(cancel));
        return records;
    }

    /// <param name="records">From the header on.</param>
    /// <param name="cut">Whether the sample may end in the middle of a record, which is then not held against the mark.</param>
    private static double Score(List<RecordLook> records, bool cut)
    {
        if (records is not [{ Count: >= 2 and var header }, .. var rows]) return 0;
        var alike = rows.Count(row => row.Count == header && !row.Faulty);
        var all = cut && rows is [_, .., var last] && (last.Count != header || last.Faulty) ? rows.Count - 1 : rows.Count;
        var share = all == 0 ? 1 : (double)alike / all;
        return (share + 0.01) * (1 + Math.Log2(header) / 8);
    }
}
