namespace Web.Language;

/// <summary>What speaks for a word without which the chart loses nothing.</summary>
internal static class DropTraits
{
    public static IReadOnlyList<Trait> Of(OpenWord word)
    {
        var held = (word.IsJapanese ? Japanese(word) : English(word)).Concat(InAny(word)).Where(trait => trait.Holds);
        return
        [
            new("drop"), new($"drop {word.Place}"), new("drop near columns", word.Columns.Select(c => c.Near).DefaultIfEmpty(0).Max()), new("drop to title", word.ToTitle),
            .. held.Select(trait => new Trait($"drop {trait.Name}")),
        ];
    }

    private static IEnumerable<(bool Holds, string Name)> InAny(OpenWord word)
    {
        var (scene, i) = (word.Scene, word.Item);
        return
        [
            (PersonNouns.Are(word.Tokens), "person"), (FieldsOfLife.MayBeRows(word.Tokens), "usual rows"), (Glosses.IsGeneral(word.Tokens[^1].Text), "general"), (word.Tokens[0].Capital && scene.Item(i).First > 0, "capital"),
            (scene.Value(scene.Next(i, -1)) is not null, "behind value"), (scene.Number(i - 1) is not null, "behind number"), (i == 0, "first"), (scene.Next(i) < 0, "last"),
        ];
    }

    private static IEnumerable<(bool Holds, string Name)> Japanese(OpenWord word)
    {
        var (scene, i, first) = (word.Scene, word.Item, word.Tokens[0]);
        return
        [
            (true, "japanese"), (JapaneseEnglish.Has(word.Raw), "japanese word"), (first.Script == Script.Katakana, "katakana"), (word.Tokens.Length == 1, "one kanji"), (JapaneseVerbs.Is(scene, i), "japanese verb"),
            (first.Glued && i > 0 && scene.IsJapanese(i - 1) && !scene.IsSmall(i - 1), "glued before"), (i + 1 < scene.Count && scene.FirstToken(i + 1).Glued && scene.IsJapanese(i + 1) && !scene.IsSmall(i + 1), "glued behind"),
            (scene.Raw(i + 1) is "の", "of"), (scene.Raw(i + 1) is "が" or "は" or "も", "subject"), (scene.Raw(i + 1) is "を", "object"), (scene.Raw(i + 1) is "し" or "した" or "された" or "している" or "する", "done"),
        ];
    }

    private static IEnumerable<(bool Holds, string Name)> English(OpenWord word)
    {
        var (scene, i, last) = (word.Scene, word.Item, word.Tokens[^1].Raw);
        return
        [
            (WordSpace.Has(word.Raw), "english word"), (Unread.IsVerb(word.Raw), "verb"), (last.EndsWith("ly", StringComparison.Ordinal), "adverb"), (last is [.., not 's', 's'], "plural"), (word.Raw.Length < 4, "short"),
            (scene.Raw(i - 1) is "in" or "of" or "for" or "from" or "at" or "inthe" or "ofthe" or "with" or "only" or "withthe" or "on" or "to", "preposition"),
            (IsName(scene, i + 1), "before noun"), (IsName(scene, i - 1), "behind noun"), (scene.Next(i, -1) < 0, "begins"),
        ];
    }

    private static bool IsName(Scene scene, int i) => scene.IsEntity(i) || scene.Field(i) is not null || scene.Value(i) is not null;
}
