namespace Web.Language;

/// <summary>How a chart is laid out and read: its order, its marks, its colours, and the step that each step is held against.</summary>
internal static class Arrangement
{
    public const string Words = """
        Chart column: as columns, in columns, columns chart, as vertical bars
        Chart scatter: one dot per, a dot per, one point per, a point per, one dot for each, a dot for each, one point for each, a point for each, with a dot for each, with one dot per, with a point for each, each dot a, each point a, each dot is a, each point is a
        Chart bar: as bars, in bars, as horizontal bars, 棒で, 棒にして
        Chart line: as lines, as a line, 線で, 折れ線で
        Chart pie: as slices, as a pie, 円で
        Chart table: in rows and columns, as a grid of numbers
        Order desc: from the highest down, from highest down, from the largest down, from largest down, from the biggest down, from biggest down, from the greatest down, from the top down, top down, top to bottom, most at the top, most on top, most on the left, largest to the left, big to small, from big to small, most to the left, larger ones first, bigger first, big ones first, 上から順, 上から順に, 大きいものから, 多いものから, 高いものから, 長いものから, 多いほうを上に, 多い方を上に, 高い方を上に, 大きい方を上に, 多い順番, 高い順番, 大きい順番, 長い方から, 長いほうから
        Order asc: from the lowest up, from lowest up, from the smallest up, from smallest up, from the fewest up, bottom up, from the bottom up, small to large, smallest on top, smallest at the top, lowest on top, lowest at the top, fewest first, least first, fewest at the top, fewest on top, smaller ones first, 下から順, 下から順に, 小さいものから, 少ないものから, 低いものから, 安いものから, 短いものから, 少ない順番, 低い順番, 安い順番, 安い方から, 安いほうから, 短い方から, 短いほうから, 少ない方を上に, 低い方を上に
        SeriesAfter series: で色を付けて, で色をつけて, で色付けして, で色づけして, で色付け, で色塗り, で色を塗って, に色を付けて, に色をつけて, で色を分けて, で色を区別, で色で区別, を色で分けて, を色で区別, を色で示して, で色をつける, で色を付ける, の色で, 色付けして, 色をつけて, 色を付けて, ごとに色を変えて, ごとに色を付けて, ごとに色をつけて, ごとに色分け, 別に色分け
        Contrast contrast: 並べて比較, 並べて比較したい, 並べて比較して, 並べて比べて, 並べて比べたい, 並べて比べる, 並べて見たい, 並べて見せて, 横に並べて, 隣に並べて, 隣り合わせで, 見比べたい, 見比べて, 見比べる, compare with, compared side by side, put side by side, put next to, next to each other, set against each other, alongside each other, head to head, stack up against
        Share share: as shares, as a proportion, as proportions, as a proportion of the total, as a fraction, as shares of the total, as percentages of the total, 割合にして, 割合で, 構成比で, 比率で, パーセントで, 百分率で
        Trend trend: develop, developed, developing, progressed over, trending, trended, fluctuate, fluctuated, fluctuation, how it went, 推移して, 変動, 変化して
        Filler turn: broken down, split out, spelled out, laid out, the ones, ones, the one, is down as, are down as, down as, put down as, goes down as, going by, out there, by and large, as it were, all told
        List list: 全員見せて, 全員を見せて, 全員表示, 全員表示して, 全員出して, 全員を出して, 全員の一覧, 全員のリスト, 全員分見せて, 全員を表示, 全員を表示して, 全員教えて, 全部教えて, 全部の一覧, 全部並べて, 全件見せて, 全件出して, 全件表示して, すべて一覧, 全て一覧, もれなく見せて, 洗い出して, 書き出して, 列挙して, 列挙, リストアップ, リストアップして, 抜き出して, 抽出して一覧
        """;

    /// <summary>"vs the previous quarter", "change from the prior week": every step of the chart against the one before it.</summary>
    public static string Previous { get; } = Compose();

    private static string Compose()
    {
        string[] leads = ["change vs", "change versus", "change against", "change from", "change on", "change over", "compared to", "compared with", "compare to", "compare with", "vs", "versus", "against", "relative to", "next to", "than"];
        string[] befores = ["previous", "the previous", "prior", "the prior", "preceding", "the preceding"];
        var steps = from lead in leads from before in befores from step in new[] { "month", "quarter", "week", "day" } select $"{lead} {before} {step}";
        var years = from lead in leads from before in befores select $"{lead} {before} year";
        return $"Previous previous_period: {string.Join(", ", steps)}\nPrevious previous_year: {string.Join(", ", years)}";
    }
}
