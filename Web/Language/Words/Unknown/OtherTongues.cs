using Web.Semantics;

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
            if (unknowns.Lexicon.Translations.Of(unknowns.Phrase(i, last)) is { Count: > 0 } meanings && Dividing(unknowns, last, meanings) is { Count: > 0 } said) return unknowns.Guess(i, last, said);
        }
        return NamePhrase(unknowns, i);
    }

    /// <summary>A usual word for rows that is a value here in the other language.</summary>
    public static bool AreKind(Unknowns unknowns, int i) =>
        unknowns[i].Meanings.All(m => m is EntityMeaning { Quality: <= EntityForms.Fits }) && unknowns.Written(i).Length > 1 && unknowns.PlaceOf(i) == Place.Plain && i + 1 < unknowns.Count && unknowns.Written(i + 1) is "の" or "は" or "が" or "だけ" or "のみ" or "を" or "と"
        && unknowns.Lexicon.Translations.Of(unknowns.Phrase(i, i)) is { Count: > 0 } meanings && meanings.TrueForAll(m => m is ValueMeaning value && JapaneseEnglish.Of(unknowns.Written(i)).Contains(value.Value, StringComparer.OrdinalIgnoreCase)) && unknowns.Guess(i, i, meanings);

    /// <summary>"by committee": not the one who is called 委員会, but what is called after it, 付託委員会.</summary>
    private static List<Meaning> Dividing(Unknowns unknowns, int last, List<Meaning> meanings)
    {
        if (unknowns.PlaceOf(last) != Place.Grouped || meanings.Find(m => m is not ValueMeaning) is not null) return meanings;
        var named = unknowns.Lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension } && (c.SourceName ?? c.Name).EndsWith(((ValueMeaning)meanings[0]).Value, StringComparison.Ordinal)).ToList();
        return named is [var only] ? [new FieldMeaning(only, 0.8)] : [];
    }

    /// <summary>"car model" of 車種: the word with the one beside it, whatever that may mean by itself.</summary>
    private static bool NamePhrase(Unknowns unknowns, int i)
    {
        foreach (var first in new[] { i, i - 1 })
        {
            var last = first + 1;
            if (first < 0 || last >= unknowns.Count || unknowns.First(first).Script != Script.Word || unknowns.First(last).Script != Script.Word || unknowns.Means(first, IsOwn)) continue;
            if (unknowns.Lexicon.Translations.Of(unknowns.Phrase(first, last)) is not { Count: > 0 } meanings) continue;
            // "the main store" of a Store 本店: a value of the column that its last word is.
            if (!unknowns.Means(last, IsOwn) || meanings.TrueForAll(m => m is ValueMeaning value && unknowns.Means(last, own => own is FieldMeaning field && field.Column == value.Column))) return unknowns.Guess(first, last, meanings);
        }
        return false;
    }

    private static bool IsOwn(Meaning meaning) => meaning is FieldMeaning { Own: true } or ValueMeaning { Quality: >= 0.95 } or WordMeaning { Word.Kind: WordKind.By or WordKind.Series };
}
