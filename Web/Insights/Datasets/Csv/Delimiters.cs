namespace Web.Insights.Datasets.Csv;

/// <summary>
/// What stands between the cells, seen in the first records: the mark that cuts the header into cells and most of the rows below into
/// as many.
/// </summary>
internal static class Delimiters
{
    private const int Sample = 1 << 18, MostRecords = 500;
    private static readonly char[] Known = [',', '\t', ';', '|'];

    public static async Task<char> OfAsync(Func<Stream> open, string encoding, CancellationToken cancel)
    {
        var bytes = new byte[Sample];
        await using (var file = open())
            bytes = bytes[..await file.ReadAtLeastAsync(bytes, Sample, throwOnEndOfStream: false, cancel)];
        var best = ',';
        var most = 0.0;
        foreach (var delimiter in Known)
        {
            var score = await ScoreAsync(bytes, new CsvShape(encoding, false, delimiter), cancel);
            if (score > most) (best, most) = (delimiter, score);
        }
        return best;
    }

    private static async Task<double> ScoreAsync(byte[] bytes, CsvShape shape, CancellationToken cancel)
    {
        var reader = new RecordReader(new MemoryStream(bytes), shape);
        int header = 0, records = 0, alike = 0;
        var last = false;
        do
        {
            while (records <= MostRecords && reader.TryRead())
            {
                records++;
                last = reader.Fault is null && reader.Count == header;
                if (records == 1) header = reader.Count;
                else if (last) alike++;
            }
        }
        while (records <= MostRecords && await reader.FillAsync(cancel));
        if (header < 2) return 0;
        // The sample may end in the middle of a record, which is then not held against the mark.
        if (bytes.Length == Sample && records > 2 && !last && records <= MostRecords) records--;
        var share = records == 1 ? 1 : (double)alike / (records - 1);
        return (share + 0.01) * (1 + Math.Log2(header) / 8);
    }
}
