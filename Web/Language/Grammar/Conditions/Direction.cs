using Web.Semantics;

namespace Web.Language;

/// <summary>"from SFO to JFK", 羽田発, 倉庫からの出荷: where two columns hold the same values, what stands beside the value tells which is meant.</summary>
internal static class Direction
{
    private const int Near = 3;

    private static readonly HashSet<string> Starts = [.. Tokens.Of("origin from departure depart source start sender begin pickup boarding checkout outbound exporter shipper").Select(t => t.Text)];
    private static readonly HashSet<string> Ends = [.. Tokens.Of("destination dest to arrival arrive target end receiver recipient finish dropoff alighting return inbound importer consignee").Select(t => t.Text)];
    private static readonly string[] JapaneseStarts = ["出発", "発地", "発駅", "発空港", "発港", "始点", "始発", "起点", "開始", "乗車", "貸出", "出荷元", "発送元", "送り元", "差出", "出港", "積出", "搬出", "移動元", "転出", "輸出"];
    private static readonly string[] JapaneseEnds = ["到着", "着地", "着駅", "着空港", "着港", "終点", "終着", "終了", "降車", "返却", "目的地", "配送先", "届け先", "届先", "送り先", "宛先", "仕向", "行先", "行き先", "入港", "出荷先", "納品先", "搬入", "移動先", "転入", "輸入"];

    private static readonly HashSet<string> FromWords = new(StringComparer.Ordinal) { "from", "leaving", "departing", "departed", "outof", "starting", "started", "start", "begin", "beginning", "originating", "departures", "fromthe", "outofthe" };
    private static readonly HashSet<string> ToWords = new(StringComparer.Ordinal) { "to", "into", "towards", "toward", "ending", "ended", "end", "arriving", "arrived", "reaching", "boundfor", "bound", "arrivals", "headed", "heading", "tothe", "intothe" };
    private static readonly string[] FromEndings = ["発", "から", "を出発", "出発", "始発", "より"];
    private static readonly string[] ToEndings = ["着", "行き", "行", "まで", "へ", "への", "に到着", "到着", "宛", "宛て", "向け", "に向か", "に返却", "返却"];

    /// <summary>"Arsenal home games", "goals Arsenal scored at home": of two columns with the same values the one whose other word stands by the value.</summary>
    public static bool IsSaidBeside(Scene scene, int item, Column column)
    {
        if (!scene.Item(item).Meanings.OfType<ValueMeaning>().Any(v => v.Column != column)) return false;
        var names = ColumnForms.NamesOf(column).SelectMany(name => name).Where(t => t.Script == Script.Word && t.Raw.Length > 3).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(item - 2, 7).Any(k => k != item && k >= 0 && k < scene.Count && scene.TokensOf(k).Any(t => names.Contains(t.Text)));
    }

    public static bool Fits(Scene scene, int item, Column column)
    {
        var from = Leads(scene, item, FromWords) || Follows(scene, item, FromEndings);
        var to = Leads(scene, item, ToWords) || Follows(scene, item, ToEndings);
        if (!from && !to) return false;
        var names = ColumnForms.NamesOf(column).SelectMany(name => name).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        string[] written = [column.SourceName ?? column.Name, .. column.Titles.Values];
        return (from && (names.Overlaps(Starts) || written.Any(n => n.EndsWith('発') || JapaneseStarts.Any(s => n.Contains(s, StringComparison.Ordinal)))))
            || (to && (names.Overlaps(Ends) || written.Any(n => n.EndsWith('着') || JapaneseEnds.Any(s => n.Contains(s, StringComparison.Ordinal)))));
    }

    /// <summary>発, 着 and "starting at" beside a value say which end is meant and nothing more.</summary>
    public static void Use(Scene scene, int item, object part)
    {
        for (var k = item - 1; k >= 0 && k >= item - Near && (scene.IsSmall(k) || !scene.IsJapanese(k)); k--)
        {
            if (scene.Used(k) && !scene.IsSmall(k)) break;
            if (scene.TokensOf(k).Any(t => FromWords.Contains(t.Raw) || ToWords.Contains(t.Raw))) scene.Use(k, part);
            else if (!scene.IsSmall(k)) break;
        }
        if (scene.IsJapanese(item + 1) && scene.Raw(item + 1) is "発" or "着" or "行" or "行き" or "出発" or "到着" or "始発" or "宛" or "返却") scene.Use(item + 1, part);
    }

    /// <summary>The preposition or verb that leads to the value, with only small words between.</summary>
    private static bool Leads(Scene scene, int item, HashSet<string> words)
    {
        // "to Honolulu or Tokyo": what leads to the first of a list leads to all of it.
        while (item > 1 && (scene.IsJoin(item - 1) || scene.Raw(item - 1) is "or") && scene.Value(item - 2) is not null && !scene.IsJapanese(item)) item -= 2;
        for (var k = item - 1; k >= 0 && k >= item - Near; k--)
        {
            if (words.Contains(scene.Raw(k)) || scene.TokensOf(k).Any(t => words.Contains(t.Raw))) return true;
            if (!scene.IsSmall(k) && scene.Field(k) is null) return false;
        }
        return false;
    }

    private static bool Follows(Scene scene, int item, string[] endings)
    {
        var behind = string.Concat(Enumerable.Range(item + 1, Near).Where(k => k < scene.Count && scene.IsJapanese(k)).Select(scene.Raw));
        return endings.Any(e => behind.StartsWith(e, StringComparison.Ordinal));
    }
}
