using System.Diagnostics;
using Web.Language;
using Web.Semantics;

namespace Bench;

/// <summary>How long the embedded interpreter reads a request among 20 datasets of 50 fields with 1 000 values each.</summary>
internal static class InterpreterTimes
{
    private static readonly string[] Requests =
    [
        "sum of metric 3 by label 7 per month in 2024", "label 5 別の metric 2 の合計", "top 10 label 4 by metric 9 where label 2 is value 1 2 17",
        "show me the number of rows for each label 1 in a bar chart, and could you order by the y-axis from high to low?", "今年の月別の metric 12 の平均を折れ線で",
        "average metric 5 last 90 days by week", "label 3 が value 3 3 5 の metric 1 の上位5件", "metric 7 vs metric 8",
    ];

    public static void Measure()
    {
        var datasets = Enumerable.Range(0, 20).Select(Wide).ToArray();
        foreach (var words in Requests) Read(words, datasets);
        List<double> times = [];
        for (var round = 0; round < 50; round++)
            foreach (var words in Requests)
            {
                var start = Stopwatch.GetTimestamp();
                Read(words, datasets);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        times.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{"interpreter, 20 datasets × 50 fields",-40} p50 {times[times.Count / 2],8:0.0} ms   p95 {times[times.Count * 95 / 100],8:0.0} ms   ({times.Count} requests)"));
    }

    private static void Read(string words, DatasetContract[] datasets) =>
        Interpreter.Read(new Request(words, "en", datasets, new Web.Kernel.Calendar(TimeZoneInfo.Utc, 4), new DateOnly(2026, 11, 20)));

    private static DatasetContract Wide(int n) => new()
    {
        Key = $"set_{n}",
        DefaultTime = "made_on",
        Columns =
        [
            new Column { Name = "made_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            .. Enumerable.Range(0, 24).Select(i => new Column { Name = $"metric_{i}", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" }),
            .. Enumerable.Range(0, 25).Select(i => new Column
            {
                Name = $"label_{i}", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = [.. Enumerable.Range(0, 40).Select(v => $"value {n} {i} {v}")],
            }),
        ],
    };
}
