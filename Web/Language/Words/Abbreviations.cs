namespace Web.Language;

/// <summary>Usual short forms in headers, and in what people type, and what they stand for: <c>dept_mgr</c> is department manager, <c>HmRm</c> home room.</summary>
internal static class Abbreviations
{
    private const int Most = 6;

    /// <summary>The name with its short forms written out, every way that makes sense; nothing when there are none.</summary>
    public static List<List<Token>> Expand(IReadOnlyList<Token> name)
    {
        List<List<Token>> expanded = [[]];
        var any = false;
        foreach (var token in name)
        {
            var longer = LongerOf(token);
            any |= longer is not null;
            List<List<Token>> next = [];
            foreach (var sofar in expanded)
            {
                foreach (var words in longer ?? [[token]])
                {
                    if (next.Count < Most) next.Add([.. sofar, .. words]);
                }
            }
            expanded = next;
        }
        return any ? expanded : [];
    }

    public static IReadOnlyCollection<string> Keys => Known.Keys;

    /// <summary>What one word of a header is in full: by the table, or cut where words are glued, each part then in full.</summary>
    private static List<List<Token>>? LongerOf(Token token)
    {
        if (Known.TryGetValue(token.Raw, out var longer)) return longer;
        if (token.Script != Script.Word || GluedWords.Of(token.Raw) is not { } cut) return null;
        var full = cut.ConvertAll(part => Known.TryGetValue(part.Raw, out var forms) ? forms[0] : [part]).SelectMany(part => part).ToList();
        return full.SequenceEqual(cut) ? [cut] : [cut, full];
    }

    /// <summary>The words that a short form stands for when it stands for one thing only.</summary>
    public static IEnumerable<string> Certain(string word) => Known.TryGetValue(word, out var longer) && longer.Count == 1 ? longer[0].Select(token => token.Raw) : [];

    private static readonly Dictionary<string, List<List<Token>>> Known = Build();

    private static Dictionary<string, List<List<Token>>> Build()
    {
        var known = new Dictionary<string, List<List<Token>>>(StringComparer.Ordinal);
        foreach (var (key, forms) in Phrases.Table(LifeTexts.Of("headers")))
        {
            foreach (var shortened in key.Split(' ')) known[shortened] = [.. forms.Select(form => Tokens.Of(form))];
        }
        foreach (var (key, forms) in Phrases.Table(LifeTexts.Of("abbreviations")))
        {
            foreach (var shortened in key.Split(' ')) known.TryAdd(shortened, [.. forms.Select(form => Tokens.Of(form))]);
        }
        return known;
    }
}
