using System.Diagnostics;
using Web.Language;
using Web.Semantics;

namespace Bench;

/// <summary>How long the embedded interpreter reads a request among 20 datasets of 50 fields with 1 000 values each, and over one of 1 000 fields.</summary>
internal static class InterpreterTimes
{
    private static readonly string[] Requests =
    [
        "sum of metric 3 by label 7 per month in 2024", "label 5 別の metric 2 の合計", "top 10 label 4 by metric 9 where label 2 is value 1 2 17",
        "show me the number of rows for each label 1 in a bar chart, and could you order by the y-axis from high to low?", "今年の月別の metric 12 の平均を折れ線で",
        "average metric 5 last 90 days by week", "label 3 が value 3 3 5 の metric 1 の上位5件", "metric 7 vs metric 8",
    ];

    /// <summary>Words that no dataset has: every one is looked up in the general dictionaries and held against the names of every column.</summary>
    private static readonly string[] Unknown =
    [
        "average turbidity by harbour since 2024", "murkiest label 3 in the harbour district", "海水の塩分は年々下がってる？", "焙煎担当者ごとの metric 2 の合計", "打ち上げが一番多い label 5 は？", "dead or diseased trees by ward, worst first",
        "調達額を業種別に", "how long do passengers wait at each terminal",
    ];

    public static void Measure()
    {
        var many = Enumerable.Range(0, 20).Select(n => Wide(n, 25)).ToArray();
        Measure("interpreter, 20 datasets × 50 fields", Requests, many, rounds: 50);
        Measure("  with words that none of them has", Unknown, many, rounds: 50);
        var wide = new[] { Wide(0, 500) };
        Measure("interpreter, 1 dataset × 1 000 fields", Requests, wide, rounds: 50);
        Measure("  with words that it does not have", Unknown, wide, rounds: 50);
    }

    private static void Measure(string name, string[] requests, DatasetContract[] datasets, int rounds)
    {
        foreach (var words in requests) Read(words, datasets);
        List<double> times = [];
        for (var round = 0; round < rounds; round++)
            foreach (var words in requests)
            {
                var start = Stopwatch.GetTimestamp();
                Read(words, datasets);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        times.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{name,-40} p50 {times[times.Count / 2],8:0.0} ms   p95 {times[times.Count * 95 / 100],8:0.0} ms   ({times.Count} requests)"));
    }

    private static void Read(string words, DatasetContract[] datasets) =>
        Interpreter.Read(new Request(words, "en", datasets, new Web.Kernel.Calendar(TimeZoneInfo.Utc, 4), new DateOnly(2026, 11, 20)));

    private static DatasetContract Wide(int n, int half) => new()
    {
        Key = $"set_{n}",
        DefaultTime = "made_on",
        Columns =
        [
            new Column { Name = "made_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            .. Enumerable.Range(0, half - 1).Select(i => new Column { Name = $"metric_{i}", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" }),
            .. Enumerable.Range(0, half).Select(i => new Column
            {
                Name = $"label_{i}", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = [.. Enumerable.Range(0, 40).Select(v => $"value {n} {i} {v}")],
            }),
        ],
    };
}
