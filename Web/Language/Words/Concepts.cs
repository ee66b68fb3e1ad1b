namespace Web.Language;

/// <summary>
/// What people call the columns and values of any business, in both languages: each line holds words for one thing.
/// A contract's own words always come first; these let a bare header like <c>dept_name</c> be asked for as 部署.
/// </summary>
internal static class Concepts
{
    /// <summary>Every form with the forms it may stand for.</summary>
    public static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Names { get; } = Build(FieldsOfLife.Names);

    /// <summary>The words of <see cref="Names"/> that are wider than what they may be said for.</summary>
    public static PhraseTrie<IReadOnlyList<Token>> Wider { get; } = BuildWider(FieldsOfLife.Names);

    public static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Values { get; } = Build([ValueWords.Table, LifeTexts.Of("values")]);

    /// <summary>The wider vocabulary: asked only for what <see cref="Names"/> does not know.</summary>
    public static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Wide { get; } = Build([.. LifeTexts.OfFields().Select(field => field.Names), .. Lists.Select(LifeTexts.Of)]);

    private static string[] Lists => ["trades", "loanwords", "heads", "measures", "people", "places", "things", "modifiers", "suffixes"];

    /// <summary>The words of trades, and katakana beside English: other names even for what <see cref="Names"/> knows.</summary>
    public static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Trades { get; } = Build([LifeTexts.Of("trades"), LifeTexts.Of("loanwords")]);

    /// <summary>What happened at a time: only columns of time are asked for so.</summary>
    public static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Events { get; } = Build([EventWords.Names, LifeTexts.Of("acts")]);

    /// <summary>The English words of them, one by one.</summary>
    public static IReadOnlySet<string> Spoken { get; } = Phrases.Spoken(FieldsOfLife.Names.Append(ValueWords.Table).Append(EventWords.Names).Concat(LifeTexts.OfFields().Select(field => field.Names)).Concat(Lists.Select(LifeTexts.Of)).SelectMany(Phrases.Lines).SelectMany(forms => forms));

    private static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Build(IEnumerable<string> tables)
    {
        var trie = new PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>>();
        foreach (var forms in tables.SelectMany(Phrases.Marked))
        {
            IReadOnlyList<Token>[] phrases = [.. forms.Select(f => (IReadOnlyList<Token>)Tokens.Of(Phrases.Plain(f)))];
            for (var i = 0; i < forms.Length; i++)
            {
                if (!Phrases.IsWider(forms[i])) trie.Add(phrases[i], phrases);
            }
        }
        return trie;
    }

    /// <summary>What a narrow word may be called for short, though it is no word for that: advertising is a cost, no cost is advertising.</summary>
    private static PhraseTrie<IReadOnlyList<Token>> BuildWider(IEnumerable<string> tables)
    {
        var trie = new PhraseTrie<IReadOnlyList<Token>>();
        foreach (var forms in tables.SelectMany(Phrases.Marked))
        {
            foreach (var wider in forms.Where(Phrases.IsWider))
            {
                foreach (var narrow in forms.Where(form => !Phrases.IsWider(form))) trie.Add(Tokens.Of(narrow), Tokens.Of(Phrases.Plain(wider)));
            }
        }
        return trie;
    }
}
