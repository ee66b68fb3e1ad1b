namespace Web.Language;

/// <summary>English words brought to one form: plural, -ed and -ing fall away, and so do British spellings.</summary>
internal static class Stem
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person",
        ["persons"] = "person",
        ["children"] = "child",
        ["men"] = "man",
        ["women"] = "woman",
        ["colour"] = "color",
        ["colours"] = "color",
        ["coloured"] = "color",
        ["centre"] = "center",
        ["favourite"] = "favorite",
        ["sold"] = "sell",
        ["bought"] = "buy",
        ["spent"] = "spend",
        ["spending"] = "spend",
        ["paid"] = "pay",
        ["made"] = "make",
        ["analyses"] = "analysis",
        ["indices"] = "index",
        ["feet"] = "foot",
        ["min"] = "minimum",
        ["max"] = "maximum",
        ["avg"] = "average",
        ["temp"] = "temperature",
        ["qty"] = "quantity",
        ["dept"] = "department",
        ["dep"] = "departure",
        ["arr"] = "arrival",
        ["amt"] = "amount",
        ["cust"] = "customer",
        ["prod"] = "product",
        ["num"] = "number",
        ["nbr"] = "number",
        ["pct"] = "percent",
        ["hrs"] = "hour",
        ["mins"] = "minute",
    };

    /// <summary>Words whose ending only looks like one.</summary>
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "rating", "ratings", "meeting", "meetings", "building", "buildings", "evening", "morning", "string", "spring", "during", "king",
        "bring", "thing", "things", "nothing", "shed", "speed", "need", "feed", "seed", "red", "bed", "united", "hundred", "wind", "this",
        "has", "was", "is", "as", "us", "its", "his", "gas", "bus", "plus", "less", "always", "pricing", "timing", "timings", "news", "ending", "listed", "breed",
    };

    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out var known) || (word is [.., 's'] && Irregular.TryGetValue(word[..^1], out known))) word = known; // dept and depts
        if (Whole.Contains(word)) return word.EndsWith("ings", StringComparison.Ordinal) ? word[..^1] : word;
        if (word.Length < 4) return word.Length == 3 && word[2] == 's' && !IsVowel(word[1]) && word[1] != 's' ? word[..2] : word;
        var stem = WithoutPlural(word);
        if (stem.EndsWith("isation", StringComparison.Ordinal)) stem = stem[..^7] + "ization";
        stem = WithoutTense(stem);
        if (stem.Length > 3 && stem[^1] == 'e') stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == 'y' && !IsVowel(stem[^2])) stem = stem[..^1] + "i";
        return stem.Length > 4 && stem.EndsWith("iz", StringComparison.Ordinal) ? stem[..^1] + "s" : stem;
    }

    private static string WithoutPlural(string word) =>
        word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;

    private static string WithoutTense(string word)
    {
        var cut = word.EndsWith("ing", StringComparison.Ordinal) && word.Length >= 6 ? 3
            : word.EndsWith("ed", StringComparison.Ordinal) && word.Length >= 5 && word[^3] != 'e' ? 2 : 0;
        if (cut == 0 || Whole.Contains(word)) return word;
        var stem = word[..^cut];
        if (!stem.Any(IsVowel)) return word;
        var doubled = stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';
        return doubled || (stem.Length > 6 && stem.EndsWith("ll", StringComparison.Ordinal)) ? stem[..^1] : stem;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
