namespace Web.Language;

/// <summary>シーケンサーの稼働時間 over sequencing runs: what the whole table is about narrows nothing.</summary>
internal static class TableNouns
{
    public static bool PassOver(Unknowns unknowns, int i) =>
        !unknowns.IsGuessed(i) && unknowns.PlaceOf(i) == Place.Plain && !unknowns.IsBegun(i) && unknowns.Lexicon.Translations.IsOfTable(unknowns.Sheet.GlossesOf(unknowns.Phrase(i, i)))
        && unknowns.Guess(i, i, [new EntityMeaning(EntityForms.Fits, unknowns.Written(i))]);
}
