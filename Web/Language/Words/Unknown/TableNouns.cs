using Web.Semantics;

namespace Web.Language;

/// <summary>Words that narrow nothing: what the whole table is about, and people before what befell them.</summary>
internal static class TableNouns
{
    public static bool PassOver(Unknowns unknowns, int i) =>
        !unknowns.IsGuessed(i) && unknowns.PlaceOf(i) == Place.Plain && !unknowns.IsBegun(i) && (IsOfTable(unknowns, i) || ArePeopleCounted(unknowns, i))
        && unknowns.Guess(i, i, [new EntityMeaning(EntityForms.Fits, unknowns.Written(i))]);

    /// <summary>シーケンサーの稼働時間 over sequencing runs</summary>
    private static bool IsOfTable(Unknowns unknowns, int i) => unknowns.Lexicon.Translations.IsOfTable(unknowns.Sheet.GlossesOf(unknowns.Phrase(i, i)));

    /// <summary>"people rescued" where a column counts the rescued.</summary>
    private static bool ArePeopleCounted(Unknowns unknowns, int i) =>
        unknowns.Written(i) is "people" or "persons" && unknowns.Means(i + 1, m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Measure, IsNumeric: true } });
}
