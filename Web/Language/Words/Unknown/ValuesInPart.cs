namespace Web.Language;

/// <summary>委託 of the one value 委託収集, "Novaseq" of NovaSeq X: what begins or ends one value and occurs in no other.</summary>
internal static class ValuesInPart
{
    public static bool Name(Unknowns unknowns, int i) =>
        unknowns.Written(i).Length >= (unknowns.First(i).IsJapanese ? 2 : 4) && !unknowns.IsGuessed(i) && !unknowns.IsBegun(i) && unknowns.PlaceOf(i) is Place.Plain or Place.Counted
        && unknowns.Lexicon.Translations.ValueWith(unknowns.Phrase(i, i)) is { } value && unknowns.Guess(i, i, [value]);
}
