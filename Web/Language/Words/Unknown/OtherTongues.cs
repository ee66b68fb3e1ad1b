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
        return false;
    }
}
