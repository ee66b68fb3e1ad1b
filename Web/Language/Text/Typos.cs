namespace Web.Language;

/// <summary>Words that are one slip away from exactly one word of the dataset or the language, or two where they are long.</summary>
internal static class Typos
{
    private static readonly HashSet<string> Right = Build();
    private static readonly Dictionary<string, string> Language = Vocabulary.Spoken.Where(word => word.Length >= 5).ToDictionary(word => word, word => word, StringComparer.Ordinal);

    /// <summary>The word is spelled well, though nothing here is called so: never taken for another.</summary>
    public static bool IsRight(string raw) => Right.Contains(raw) || Right.Contains(Stem.Of(raw));

    /// <summary>It is a word of English at least: taken for no name of the data, though "moth" beside a figure is a month.</summary>
    private static bool IsWord(string raw) => IsRight(raw) || WordSpace.Has(raw);

    /// <summary>Words that steps of time and figures are asked by: of two words as near, one of these is meant.</summary>
    private static readonly Dictionary<string, string> Usual = "monthly weekly yearly quarterly daily hourly annual annually month months week weeks quarter quarters average total totals median maximum minimum number count percentage share distribution histogram compare descending ascending highest lowest largest smallest cumulative trend chart graph table stacked"
        .Split(' ').Where(word => word.Length >= 5).ToDictionary(word => word, word => word, StringComparer.Ordinal);

    /// <summary>The short words that hands are quickest at; none of the slips is a word itself.</summary>
    private static readonly Dictionary<string, string> Short = "adn and|nad and|teh the|hte the|fo of|ofr for|hw how|hwo how|wiht with|wtih with|taht that|thna than|fomr from|frmo from|shwo show|sohw show|hsow show|lsit list|pei pie|ovre over|yb by|bt by".Split('|').Select(pair => pair.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> OfFour = Vocabulary.Spoken.Where(word => word.Length == 4).ToDictionary(word => word, word => word, StringComparer.Ordinal);

    public static string? InLanguage(string raw) => Short.TryGetValue(raw, out var meant) ? meant : raw.Length < 4 || IsRight(raw) ? null : (raw.Length >= 5 ? Nearest(raw, Usual, 1) : null) ?? (IsWord(raw) ? null : Nearest(raw, Language, raw.Length >= 9 ? 2 : 1, missingOnly: raw.Length < 5) ?? (raw.Length == 4 ? Nearest(raw, OfFour, 1, missingOnly: true) : null));

    public static string? InNames(string raw, IReadOnlyDictionary<string, string> words) => raw.Length < 4 || IsWord(raw) ? null : Nearest(raw, words, raw.Length >= 9 ? 2 : 1, missingOnly: raw.Length < 5);

    /// <summary>Values are many and much alike (north-east, north-west), and short ones differ by a letter: only one slip in a long word.</summary>
    public static string? InValues(string raw, IReadOnlyDictionary<string, string> words) => raw.Length < 7 || IsWord(raw) ? null : Nearest(raw, words, 1) ?? (raw[^1] == 's' ? Nearest(raw[..^1], words, 1) : null);

    private static string? Nearest(string word, IReadOnlyDictionary<string, string> words, int most, bool missingOnly = false)
    {
        string? nearest = null;
        var least = most + 1;
        var unique = true;
        foreach (var (known, text) in words)
        {
            if (Math.Abs(known.Length - word.Length) > most || known.Length < 4 || known[0] != word[0] || (missingOnly && known.Length <= word.Length && !IsSwapped(word, known))) continue;
            var distance = Distance(word, known, most);
            if (distance > most || distance > least) continue;
            unique = distance < least || text == nearest;
            (nearest, least) = (text, distance);
        }
        return unique ? nearest : null;
    }

    /// <summary>"imbd": the same letters, two neighbours the other way round.</summary>
    private static bool IsSwapped(string one, string other) => one.Length == other.Length && one.Order().SequenceEqual(other.Order());

    /// <summary>Letters wrong, missing, extra or swapped with their neighbour; counts no further than <paramref name="most"/> + 1.</summary>
    internal static int Distance(string a, string b, int most)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var now = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }
            if (least > most) return most + 1;
            (before, last, now) = (last, now, before);
        }
        return last[b.Length];
    }

    /// <summary>The words of the language and of the concepts, and some that differ from them by one letter.</summary>
    private static HashSet<string> Build()
    {
        var right = new HashSet<string>(Vocabulary.Spoken, StringComparer.Ordinal);
        foreach (var word in Concepts.Spoken) right.Add(word);
        right.UnionWith("large small great price place state start stage staff store score scale share short sport level later least prize trail train trend county country court month mouth house horse".Split(' '));
        return right;
    }
}
