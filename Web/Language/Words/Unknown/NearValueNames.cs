namespace Web.Language;

/// <summary>失敗した of a value Failed: a word that comes near to one value alone. What divides or is counted is none.</summary>
internal static class NearValueNames
{
    /// <summary>募集中 of a value Recruiting: a state, and not the column of states.</summary>
    public static bool NameState(Unknowns unknowns, int i) =>
        i + 1 < unknowns.Count && unknowns.First(i + 1) is { Glued: true, Raw: "中" or "済" } && Of(unknowns, i) is { } value && unknowns.Guess(i, unknowns.Written(i + 1) is "中" or "済" or "済み" ? i + 1 : i, [value]);

    public static bool Name(Unknowns unknowns, int i) =>
        !UnitNouns.AreUnits(unknowns.Written(i)) && !SortNouns.Are(unknowns.Written(i)) && !IsDrawn(unknowns, i) && !unknowns.IsGuessed(i) && !unknowns.IsName(i) && unknowns.PlaceOf(i) is Place.Plain or Place.Counted && !unknowns.IsCut(i, 1) && !unknowns.IsBegun(i)
        && Of(unknowns, i) is { } value && unknowns.Guess(i, i, [value]);

    /// <summary>"render line": what stands before a kind of chart is done with it.</summary>
    private static bool IsDrawn(Unknowns unknowns, int i) => !unknowns.First(i).IsJapanese && unknowns.Means(i + 1, m => m is WordMeaning { Word.Kind: WordKind.Chart });

    private static ValueMeaning? Of(Unknowns unknowns, int i)
    {
        var asked = unknowns.Sheet.GlossesOf(unknowns.Phrase(i, i));
        return asked.Count > 0 && !asked.Exists(piece => piece.General || piece.Own.Length < 2) ? unknowns.Lexicon.Translations.NearValue(asked, unknowns.Written(i)) : null;
    }
}
