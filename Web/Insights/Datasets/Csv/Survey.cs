using Web.Kernel;

namespace Web.Insights.Datasets.Csv;

/// <summary>The header, the first rows and what all cells look like.</summary>
internal sealed class Survey
{
    public required IReadOnlyList<Header> Headers { get; init; }
    public required IReadOnlyList<ColumnStats> Columns { get; init; }
    public List<IReadOnlyList<string>> Head { get; } = [];
    public long Rows { get; private set; }

    public static async Task<Survey> OfAsync(Stream file, CsvShape shape, int headRows, CancellationToken cancel)
    {
        var reader = new RecordReader(file, shape);
        var headers = await HeadersAsync(reader, cancel);
        var survey = new Survey { Headers = headers, Columns = [.. headers.Select(_ => new ColumnStats())] };
        do
        {
            while (reader.TryRead()) survey.Add(reader, headRows);
            cancel.ThrowIfCancellationRequested();
        }
        while (await reader.FillAsync(cancel));
        foreach (var column in survey.Columns) column.Finish();
        return survey;
    }

    /// <summary>Reads to the header; the reader stands before the first row and knows how many cells a row has.</summary>
    public static async Task<IReadOnlyList<Header>> HeadersAsync(RecordReader reader, CancellationToken cancel)
    {
        reader.Trim = false;
        for (var above = reader.Preamble; above >= 0; above--)
            while (!reader.TryRead())
                if (!await reader.FillAsync(cancel)) throw new RefusalException(422, "file_empty");
        reader.Trim = true;
        if (reader.Fault == CsvFaults.BrokenCharacter) throw FileEncoding.Unknown();
        if (reader.Fault is not null) throw new RefusalException(422, "header_missing");
        if (reader.Count > CsvPlan.MostColumns) throw new RefusalException(422, "too_many_columns", reader.Count, CsvPlan.MostColumns);
        reader.Expected = reader.Count;
        var headers = new Header[reader.Count];
        for (var i = 0; i < headers.Length; i++) headers[i] = new Header(Bounded(reader[i]));
        if (LooksLikeRow(headers)) throw new RefusalException(422, "header_missing");
        return headers;
    }

    /// <summary>Headers and first rows are kept with the plan, so one that is longer than anybody reads is cut.</summary>
    private static string Bounded(ReadOnlySpan<char> cell)
    {
        const int most = 500;
        return cell.Length <= most ? cell.ToString() : cell[..(char.IsHighSurrogate(cell[most - 1]) ? most - 1 : most)].ToString();
    }

    /// <summary>Numbers and dates alone are a first row, not names.</summary>
    private static bool LooksLikeRow(Header[] headers)
    {
        Span<char> room = stackalloc char[CellText.Most];
        foreach (var header in headers)
        {
            var folded = CellText.Folded(header.Source, room);
            if (folded.Length == 0) continue;
            if (!NumberText.TrySplit(folded, out var number) || number.Unit.Length > 0)
                if (!DateReader.TryRead(folded, out _)) return false;
        }
        return true;
    }

    private void Add(RecordReader reader, int headRows)
    {
        Rows++;
        if (Head.Count < headRows)
        {
            var cells = new string[Columns.Count];
            for (var i = 0; i < cells.Length; i++) cells[i] = i < reader.Count && reader.Fault is null ? Bounded(reader[i]) : "";
            Head.Add(cells);
        }
        if (reader.Fault is not null || reader.Count != Columns.Count) return;
        for (var i = 0; i < Columns.Count; i++) Columns[i].Add(reader[i]);
    }
}
