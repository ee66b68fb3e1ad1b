using System.Globalization;
using System.Text;
using Web.Insights.Assistant.Answers;
using Web.Insights.Datasets.Csv;
using Web.Kernel;

namespace Web.Insights.Datasets.Loading;

/// <summary>What is wrong with a file's rows, told as a refusal or as a file to correct them by.</summary>
internal static class FaultyRows
{
    /// <summary>So many are told in an answer; the file has more.</summary>
    public const int MostTold = 100;
    /// <summary>A spreadsheet's cell holds so much of a row, and the file so much of all of them.</summary>
    private const int LongestSource = 32_000, MostSource = 16_000_000;

    public static RefusalException Refusal(CsvPlan plan) => new(422, "rows_faulty", plan.FaultyRows, plan.Rows, Math.Min(MostTold, plan.Faults.Count))
    {
        Faults = [.. plan.Faults.Take(MostTold).Select(Told)],
    };

    private static Fault Told(CsvFault fault) => new(fault.ColumnName ?? "file", fault.Code, fault.Row, fault.Line, fault.ColumnName ?? "", fault.Value)
    {
        TextKey = TextKeyOf(fault),
        Row = fault.Row,
        Column = fault.ColumnName,
    };

    /// <summary>The sentence for it; a row as a whole has one of its own where that of a cell names the column.</summary>
    public static string TextKeyOf(CsvFault fault) => $"row_{fault.Code}{(fault is { Column: 0, Code: CsvFaults.TooLong or CsvFaults.BrokenCharacter } ? "_whole" : "")}";

    /// <summary>UTF-8 for spreadsheets, with each row as it was written; no cell of it can be taken for a formula.</summary>
    public static string Csv(IEnumerable<CsvFault> faults, Func<CsvFault, string> sentence)
    {
        var text = new StringBuilder("\ufeffrow,line,column,code,message,value,source\r\n");
        var room = MostSource;
        foreach (var fault in faults)
        {
            var source = Bounded(fault.Source ?? "", Math.Min(LongestSource, room));
            room -= source.Length;
            text.AppendJoin(',', new[]
            {
                fault.Row.ToString(CultureInfo.InvariantCulture), fault.Line.ToString(CultureInfo.InvariantCulture),
                Cell(fault.ColumnName ?? ""), fault.Code, Cell(sentence(fault)), Cell(fault.Value), Cell(source),
            }).Append("\r\n");
        }
        return text.ToString();
    }

    private static string Bounded(string source, int most) => source.Length <= most ? source : most == 0 ? "" : source[..(char.IsHighSurrogate(source[most - 1]) ? most - 1 : most)];

    private static string Cell(string text) => $"\"{RowsCsv.Harmless(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
