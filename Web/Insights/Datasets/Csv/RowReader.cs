namespace Web.Insights.Datasets.Csv;

/// <summary>Puts the reader's records into sinks, one for each column, and says what is wrong with a row.</summary>
internal sealed class RowReader(CsvPlan plan, RecordReader reader, IReadOnlyList<CellSink> sinks, int mostFaults)
{
    private readonly CellSink[] sinks = [.. sinks];
    private List<CsvFault> faults = [];
    private string? source;

    public long Rows { get; set; }

    /// <summary>Takes the faults noted so far, at most as many as asked for.</summary>
    public List<CsvFault> TakeFaults()
    {
        var taken = faults;
        faults = [];
        return taken;
    }

    /// <summary>Reads the present record into the row; false, with its faults noted, when any cell does not fit.</summary>
    public bool TryPut(int row)
    {
        Rows++;
        source = null;
        if (reader.Fault is { } fault) return fault == CsvFaults.BrokenCharacter ? NoteBroken() : Note(0, fault, reader.Beginning);
        if (reader.Count != sinks.Length)
            return Note(0, reader.Count < sinks.Length ? CsvFaults.TooFewFields : CsvFaults.TooManyFields, reader.Beginning);
        if (Rows == plan.TotalRow) return Note(0, CsvFaults.TotalRow, reader.Beginning);
        var right = true;
        for (var i = 0; i < sinks.Length; i++)
        {
            var cell = reader[i];
            if (sinks[i].Put(cell, row) is { } code) right = Note(i + 1, code, faults.Count < mostFaults ? RecordReader.Shortened(cell) : "");
        }
        return right;
    }

    private bool NoteBroken()
    {
        if (reader.Count != sinks.Length) return Note(0, CsvFaults.BrokenCharacter, reader.Beginning);
        for (var i = 0; i < sinks.Length; i++)
            if (reader[i].Contains(FileEncoding.Broken)) Note(i + 1, CsvFaults.BrokenCharacter, RecordReader.Shortened(reader[i]));
        return false;
    }

    private bool Note(int column, string code, string value)
    {
        if (faults.Count >= mostFaults) return false;
        if (reader.KeepsSource) source ??= reader.Source;
        faults.Add(new CsvFault(Rows, reader.Line, column, column == 0 ? null : plan.Columns[column - 1].Column.SourceName, code, value) { Source = source });
        return false;
    }
}
