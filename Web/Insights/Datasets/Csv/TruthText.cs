using System.Collections.Frozen;

namespace Web.Insights.Datasets.Csv;

/// <summary>The pairs of words by which files say yes and no. A column keeps to one pair.</summary>
internal static class TruthText
{
    /// <summary>Pairs by name, with whether one of the two words alone makes a column of them a yes-or-no column.</summary>
    private static readonly (string Name, bool Alone, string[] Yes, string[] No)[] Pairs =
    [
        ("true/false", true, ["true"], ["false"]),
        ("yes/no", true, ["yes"], ["no"]),
        ("はい/いいえ", true, ["はい"], ["いいえ"]),
        ("○/×", true, ["○", "◯", "〇"], ["×", "✕", "☓", "✗"]),
        ("有/無", false, ["有", "有り", "あり"], ["無", "無し", "なし"]),
        ("済/未", false, ["済", "済み"], ["未", "未済"]),
        ("y/n", false, ["y"], ["n"]),
        ("t/f", false, ["t"], ["f"]),
        ("on/off", false, ["on"], ["off"]),
        ("1/0", false, ["1"], ["0"]),
    ];

    private static readonly FrozenDictionary<string, (string Pair, bool Yes)> Words = Pairs
        .SelectMany(p => p.Yes.Select(w => (w, p.Name, true)).Concat(p.No.Select(w => (w, p.Name, false))))
        .ToFrozenDictionary(w => w.Item1, w => (w.Name, w.Item3), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (string Pair, bool Yes)>.AlternateLookup<ReadOnlySpan<char>> WordOf =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryRead(ReadOnlySpan<char> folded, out string pair, out bool yes)
    {
        var found = WordOf.TryGetValue(folded, out var word);
        (pair, yes) = word;
        return found;
    }

    public static bool StandsAlone(string pair) => Array.Exists(Pairs, p => p.Name == pair && p.Alone);
}
