namespace Web.Language;

/// <summary>Phrases by their tokens; finds every phrase that begins at a place. Hyphens and the like inside a phrase do not matter.</summary>
internal sealed class PhraseTrie<T>
{
    private readonly Dictionary<(int Node, string Token), int> next = [];
    private readonly List<List<T>?> ends = [null];

    public void Add(IEnumerable<Token> phrase, T meaning)
    {
        var node = 0;
        foreach (var token in phrase)
        {
            if (PhraseTrie.IsSilent(token)) continue;
            if (!next.TryGetValue((node, token.Text), out var child))
            {
                child = ends.Count;
                ends.Add(null);
                next.Add((node, token.Text), child);
            }
            node = child;
        }
        if (node == 0) return;
        (ends[node] ??= []).Add(meaning);
    }

    /// <summary>The phrases that begin at <paramref name="from"/>, the shortest first, each with the index after its last token.</summary>
    /// <param name="loose">Whether "of", "the", "to" and の may stand inside: 商品のカテゴリ, "expected to close".</param>
    public IEnumerable<(int End, List<T> Meanings)> At(IReadOnlyList<Token> tokens, int from, bool loose = false)
    {
        var node = 0;
        for (var i = from; i < tokens.Count; i++)
        {
            if (i > from && PhraseTrie.Ends(tokens[i])) yield break;
            if (i > from && PhraseTrie.IsSilent(tokens[i])) continue;
            if (!next.TryGetValue((node, tokens[i].Text), out var child))
            {
                // 今年の月別 is no 年月.
                if (loose && i > from && PhraseTrie.IsLoose(tokens[i]) && node != 0 && !(i == from + 1 && tokens[from] is { Script: Script.Kanji, Glued: true })) continue;
                yield break;
            }
            node = child;
            if (ends[node] is { } meanings) yield return (i + 1, meanings);
        }
    }

    /// <summary>What the whole of <paramref name="phrase"/> means, or null.</summary>
    public List<T>? Exactly(IReadOnlyList<Token> phrase)
    {
        foreach (var (end, meanings) in At(phrase, 0))
        {
            if (end == phrase.Count) return meanings;
        }
        return null;
    }
}

/// <summary>What does not count inside a phrase.</summary>
internal static class PhraseTrie
{
    public static bool IsSilent(Token token) =>
        token.Script == Script.Mark && token.Text is not ("%" or "#" or "<" or ">" or "=" or "<=" or ">=" or "!=" or "≥" or "≤" or "≠" or "×");

    /// <summary>申込、日別: no phrase goes on behind the end of a clause.</summary>
    public static bool Ends(Token token) => token is { Script: Script.Mark, Text: "、" or "。" or ";" or "?" };

    /// <summary>May stand inside a phrase that does not have it: 商品のカテゴリ, "expected to close".</summary>
    public static bool IsLoose(Token token) => token.Raw is "of" or "the" or "to" or "の" or "で";
}
