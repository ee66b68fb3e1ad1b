namespace Web.Insights.Datasets.Csv;

/// <summary>How a record looks that nobody has understood yet.</summary>
/// <param name="Filled">How many of its cells hold something.</param>
/// <param name="Figures">How many of them hold a number or a date.</param>
internal readonly record struct RecordLook(int Count, int Filled, int Figures, bool Faulty)
{
    public static RecordLook Of(RecordReader reader)
    {
        int filled = 0, figures = 0;
        Span<char> room = stackalloc char[CellText.Most];
        for (var i = 0; i < reader.Count; i++)
        {
            if (reader[i].Length == 0) continue;
            filled++;
            var folded = CellText.Folded(reader[i], room);
            if (NumberText.TrySplit(folded, out _) || DateReader.TryRead(folded, out _)) figures++;
        }
        return new(reader.Count, filled, figures, reader.Fault is not null);
    }

    /// <summary>A name for each of so many columns.</summary>
    public bool Names(int columns) => Count == columns && Filled == columns && Figures == 0 && !Faulty;

    /// <summary>A title, or a word and what it stands for: too little to be the header of a table so wide.</summary>
    public bool IsRemark(int columns) => columns > 2 && (Filled <= 1 || (Filled == 2 && (columns > 3 || Figures > 0)));
}

/// <summary>
/// What reports put above their table: a title, a day, a blank line. Left out only where nothing else can be meant: each has far fewer
/// cells than the table, names for all columns follow, and below them are figures.
/// </summary>
internal static class Preamble
{
    private const int MostRecords = 10, LeastRows = 2;

    /// <summary>How many records stand above the header.</summary>
    public static int Of(List<RecordLook> records)
    {
        if (records.Count <= LeastRows) return 0;
        var columns = records.GroupBy(record => record.Count).MaxBy(same => same.Count())!.Key;
        for (var above = 0; above <= MostRecords && above + LeastRows < records.Count; above++)
        {
            if (records[above].Names(columns)) return HasTable(records, above + 1, columns) ? above : 0;
            if (!records[above].IsRemark(columns)) return 0;
        }
        return 0;
    }

    private static bool HasTable(List<RecordLook> records, int from, int columns)
    {
        var fitting = 0;
        for (var i = from; i < records.Count; i++)
            if (records[i].Count == columns && records[i].Figures > 0) fitting++;
        return fitting >= LeastRows && fitting * 5 >= (records.Count - from) * 4;
    }
}
