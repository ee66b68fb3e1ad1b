namespace Web.Insights.Datasets.Csv;

/// <summary>Puts the reader's records into sinks, one for each column, and says what is wrong with a row.</summary>
internal sealed class RowReader(CsvPlan plan, RecordReader reader, IReadOnlyList<CellSink> sinks, int mostFaults)
{
    private readonly CellSink[] sinks = [.. sinks];
    private List<CsvFault> faults = [];

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
        if (reader.Fault is { } fault) return Note(0, fault, reader.Beginning);
        if (reader.Count != sinks.Length)
            return Note(0, reader.Count < sinks.Length ? CsvFaults.TooFewFields : CsvFaults.TooManyFields, reader.Beginning);
        var right = true;
        for (var i = 0; i < sinks.Length; i++)
        {
            var cell = reader[i];
            if (sinks[i].Put(cell, row) is { } code) right = Note(i + 1, code, faults.Count < mostFaults ? RecordReader.Shortened(cell) : "");
        }
        return right;
    }

    private bool Note(int column, string code, string value)
    {
        if (faults.Count < mostFaults)
            faults.Add(new CsvFault(Rows, reader.Line, column, column == 0 ? null : plan.Columns[column - 1].Column.SourceName, code, value));
        return false;
    }
}
