using Web.Language;

namespace Web.Insights.Review;

/// <summary>How much other words are like these: by pairs of letters, which needs no dictionary and serves every script.</summary>
public sealed class Likeness
{
    private readonly string plain;
    private readonly HashSet<int> pairs;

    public Likeness(string words) => (plain, pairs) = (Fold(words), PairsOf(Fold(words)));

    /// <summary>0 to 1, alike from both sides: for other sentences.</summary>
    public double To(string words)
    {
        var others = PairsOf(Fold(words));
        if (others.Count + pairs.Count == 0) return 0;
        var shared = others.Count(pairs.Contains);
        return 2.0 * shared / (others.Count + pairs.Count);
    }

    /// <summary>0 to 1, how much of a name is in the words; a name that is in them whole is 1.</summary>
    public double Holds(string name)
    {
        var folded = Fold(name);
        if (folded.Length == 0) return 0;
        if (folded.Length > 1 && plain.Contains(folded, StringComparison.Ordinal)) return 1;
        var its = PairsOf(folded);
        return its.Count < 2 ? 0 : 0.9 * its.Count(pairs.Contains) / its.Count;
    }

    private static string Fold(string text) => string.Concat(Folding.Fold(text.Length > 400 ? text[..400] : text).Select(one => one.Char is '_' ? ' ' : one.Char));

    private static HashSet<int> PairsOf(string text)
    {
        HashSet<int> found = [];
        for (var i = 0; i + 1 < text.Length; i++)
            if (!char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i + 1])) found.Add((text[i] << 16) | text[i + 1]);
        return found;
    }
}
