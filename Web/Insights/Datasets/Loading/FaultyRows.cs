using System.Globalization;
using System.Text;
using Web.Insights.Assistant;
using Web.Insights.Datasets.Csv;
using Web.Kernel;

namespace Web.Insights.Datasets.Loading;

/// <summary>What is wrong with a file's rows, told as a refusal or as a file to correct them by.</summary>
internal static class FaultyRows
{
    /// <summary>So many are told in an answer; the file has more.</summary>
    public const int MostTold = 100;

    public static RefusalException Refusal(CsvPlan plan) => new(422, "rows_faulty", plan.FaultyRows, plan.Rows, Math.Min(MostTold, plan.Faults.Count))
    {
        Faults = [.. plan.Faults.Take(MostTold).Select(Told)],
    };

    private static Fault Told(CsvFault fault) => new(fault.ColumnName ?? "file", fault.Code, fault.Row, fault.Line, fault.ColumnName ?? "", fault.Value)
    {
        TextKey = "row_" + fault.Code,
        Row = fault.Row,
        Column = fault.ColumnName,
    };

    /// <summary>UTF-8 for spreadsheets; no cell of it can be taken for a formula.</summary>
    public static string Csv(IEnumerable<CsvFault> faults, Func<CsvFault, string> sentence)
    {
        var text = new StringBuilder("\ufeffrow,line,column,code,message,value\r\n");
        foreach (var fault in faults)
            text.AppendJoin(',', new[]
            {
                fault.Row.ToString(CultureInfo.InvariantCulture), fault.Line.ToString(CultureInfo.InvariantCulture),
                Cell(fault.ColumnName ?? ""), fault.Code, Cell(sentence(fault)), Cell(fault.Value),
            }).Append("\r\n");
        return text.ToString();
    }

    private static string Cell(string text) => $"\"{RowsCsv.Harmless(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
