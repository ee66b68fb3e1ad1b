namespace Web.Language;

/// <summary>
/// What people call the columns and values of any business, in both languages: each line holds words for one thing.
/// A contract's own words always come first; these let a bare header like <c>dept_name</c> be asked for as 部署.
/// </summary>
internal static class Concepts
{
    /// <summary>Every form with the forms it may stand for.</summary>
    public static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Names { get; } = Build(FieldsOfLife.Names);

    public static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Values { get; } = Build([ValueWords.Table]);

    /// <summary>What happened at a time: only columns of time are asked for so.</summary>
    public static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Events { get; } = Build([EventWords.Names]);

    /// <summary>The English words of them, one by one.</summary>
    public static IReadOnlySet<string> Spoken { get; } = Phrases.Spoken(FieldsOfLife.Names.Append(ValueWords.Table).Append(EventWords.Names).SelectMany(Phrases.Lines).SelectMany(forms => forms));

    private static PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>> Build(IEnumerable<string> tables)
    {
        var trie = new PhraseTrie<IReadOnlyList<IReadOnlyList<Token>>>();
        foreach (var forms in tables.SelectMany(Phrases.Lines))
        {
            IReadOnlyList<Token>[] phrases = [.. forms.Select(f => (IReadOnlyList<Token>)Tokens.Of(f))];
            foreach (var phrase in phrases) trie.Add(phrase, phrases);
        }
        return trie;
    }
}
