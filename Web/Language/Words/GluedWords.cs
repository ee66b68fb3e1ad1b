namespace Web.Language;

/// <summary>Words that a header glues together: <c>discoverymethod</c>, <c>totalcost</c>. Cut only into words that are known, as few as possible.</summary>
internal static class GluedWords
{
    private const int Shortest = 6, Longest = 32, LeastPart = 3, MostParts = 4;

    /// <summary>Units and such at the end: <c>weightlb</c>, <c>licenseno</c>.</summary>
    private static readonly HashSet<string> Tails = new(StringComparer.Ordinal) { "lb", "lbs", "kg", "km", "cm", "mm", "ft", "ml", "hr", "hrs", "mb", "gb", "kw", "kwh", "usd", "eur", "jpy", "pct", "no", "id", "cd", "dt", "nm", "yr", "qty", "amt", "m2" };
    private static readonly Lazy<HashSet<string>> Known = new(() => [.. Concepts.Spoken.Where(word => word.Length >= LeastPart), .. Vocabulary.Spoken.Where(word => word.Length >= 4), .. LifeTexts.Of("glued").Split('\n', StringSplitOptions.TrimEntries).Where(word => word.Length >= LeastPart), .. Abbreviations.Keys.Where(key => key.Length >= LeastPart)]);

    /// <summary>The words that make up <paramref name="word"/>, or null when it is a word itself or nothing that can be cut.</summary>
    public static List<Token>? Of(string word)
    {
        if (word.Length is < Shortest or > Longest || Known.Value.Contains(word) || Typos.IsRight(word)) return null;
        if (Tails.FirstOrDefault(tail => word.EndsWith(tail, StringComparison.Ordinal) && word.Length - tail.Length >= LeastPart && (Known.Value.Contains(word[..^tail.Length]) || Typos.IsRight(word[..^tail.Length]))) is { } unit)
            return Tokens.Of($"{word[..^unit.Length]} {unit}");
        var parts = new int[word.Length + 1];
        var cut = new int[word.Length + 1];
        for (var end = 1; end <= word.Length; end++)
        {
            parts[end] = int.MaxValue;
            for (var start = end - LeastPart; start >= 0; start--)
            {
                if (parts[start] >= MostParts || parts[start] + 1 >= parts[end] || (start > 0 && cut[start] < 0) || !Known.Value.Contains(word[start..end])) continue;
                (parts[end], cut[end]) = (parts[start] + 1, start);
            }
            if (parts[end] == int.MaxValue) cut[end] = -1;
        }
        if (parts[^1] is int.MaxValue or < 2) return null;
        List<string> words = [];
        for (var end = word.Length; end > 0; end = cut[end]) words.Insert(0, word[cut[end]..end]);
        return Tokens.Of(string.Join(' ', words));
    }
}
