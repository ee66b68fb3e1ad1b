namespace Web.Language;

/// <summary>剪定 of a value Pruning, "pruning" of 剪定: the unknown word, with those that follow it at once, in the other language.</summary>
internal static class OtherTongues
{
    public static bool Name(Unknowns unknowns, int i)
    {
        var last = i;
        while (unknowns.IsOpen(last + 1) && (unknowns.First(last + 1) is { IsJapanese: true, Glued: true } || (unknowns.First(i).Script == Script.Word && unknowns.First(last + 1).Script == Script.Word))) last++;
        for (; last >= i; last--)
        {
            if (unknowns.Lexicon.Translations.Of(unknowns.Phrase(i, last)) is { Count: > 0 } meanings) return unknowns.Guess(i, last, meanings);
        }
        return NamePhrase(unknowns, i);
    }

    /// <summary>"car model" of 車種: the word with the one beside it, whatever that may mean by itself.</summary>
    private static bool NamePhrase(Unknowns unknowns, int i)
    {
        foreach (var first in new[] { i, i - 1 })
        {
            var last = first + 1;
            if (first < 0 || last >= unknowns.Count || unknowns.First(first).Script != Script.Word || unknowns.First(last).Script != Script.Word || unknowns.Means(first, IsOwn) || unknowns.Means(last, IsOwn)) continue;
            if (unknowns.Lexicon.Translations.Of(unknowns.Phrase(first, last)) is { Count: > 0 } meanings) return unknowns.Guess(first, last, meanings);
        }
        return false;
    }

    private static bool IsOwn(Meaning meaning) => meaning is FieldMeaning { Own: true } or ValueMeaning { Quality: >= 0.95 } or WordMeaning { Word.Kind: WordKind.By or WordKind.Series };
}
