using Web.Semantics;

namespace Web.Language;

/// <summary>"from SFO to JFK", 羽田発: where two columns hold the same values, the preposition tells which is meant.</summary>
internal static class Direction
{
    private static readonly HashSet<string> Starts = [.. Tokens.Of("origin from departure source start sender 出発地 発地 出発空港 出発").Select(t => t.Text)];
    private static readonly HashSet<string> Ends = [.. Tokens.Of("destination dest to arrival target end receiver 到着地 着地 到着空港 到着 目的地").Select(t => t.Text)];

    /// <summary>"Arsenal home games": of two columns with the same values the one whose other word stands beside the value.</summary>
    public static bool IsSaidBeside(Scene scene, int item, Column column)
    {
        if (!scene.Item(item).Meanings.OfType<ValueMeaning>().Any(v => v.Column != column)) return false;
        var names = ColumnForms.NamesOf(column).SelectMany(name => name).Where(t => t.Script == Script.Word && t.Raw.Length > 3).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        return new[] { item - 1, item + 1, item + 2 }.Any(k => k >= 0 && k < scene.Count && scene.TokensOf(k).Any(t => names.Contains(t.Text)));
    }

    public static bool Fits(Scene scene, int item, Column column)
    {
        var names = Tokens.OfName(column.Name);
        if (names.Any(t => t.IsJapanese)) return (scene.Raw(item + 1) is "発" && column.Name.Contains('発', StringComparison.Ordinal)) || (scene.Raw(item + 1) is "着" && column.Name.Contains('着', StringComparison.Ordinal));
        var starts = scene.Raw(item - 1) is "from" or "leaving" or "departing" || scene.Raw(item + 1) is "発" or "から" or "発の";
        var ends = scene.Raw(item - 1) is "to" or "into" or "towards" || scene.Raw(item + 1) is "着" or "行き" or "まで" or "着の";
        return (starts && names.Any(t => Starts.Contains(t.Text))) || (ends && names.Any(t => Ends.Contains(t.Text)));
    }
}
