namespace Web.Language;

/// <summary>失敗した of a value Failed: a word that comes near to one value alone. What divides or is counted is none.</summary>
internal static class NearValueNames
{
    public static bool Name(Unknowns unknowns, int i)
    {
        if (unknowns.IsGuessed(i) || unknowns.IsName(i) || unknowns.PlaceOf(i) is not (Place.Plain or Place.Counted) || unknowns.IsCut(i, 1) || unknowns.IsBegun(i)) return false;
        var asked = unknowns.Sheet.GlossesOf(unknowns.Phrase(i, i));
        return asked.Count > 0 && !asked.Exists(piece => piece.General || piece.Own.Length < 2) && unknowns.Lexicon.Translations.NearValue(asked, unknowns.Written(i)) is { } value && unknowns.Guess(i, i, [value]);
    }
}
