using Web.Semantics;

namespace Web.Language;

/// <summary>Words that narrow nothing: what the whole table is about, and people before what befell them.</summary>
internal static class TableNouns
{
    public static bool PassOver(Unknowns unknowns, int i) =>
        !unknowns.IsGuessed(i) && unknowns.PlaceOf(i) == Place.Plain && !unknowns.IsBegun(i) && (IsOfTable(unknowns, i) || IsOwner(unknowns, i) || ArePeopleCounted(unknowns, i))
        && unknowns.Guess(i, i, [new EntityMeaning(EntityForms.Fits, unknowns.Written(i))]);

    /// <summary>"ticket volume": how many of what the rows are.</summary>
    public static bool NameVolume(Unknowns unknowns, int i) =>
        unknowns.Written(i) is "volume" or "volumes" && i > 0 && unknowns[i - 1].English && unknowns.Means(i - 1, m => m is EntityMeaning { Quality: >= 0.8 }) && unknowns.Guess(i, i, [new WordMeaning(new Word(WordKind.CountAfter, "count"))]);

    /// <summary>シーケンサーの稼働時間 over sequencing runs</summary>
    private static bool IsOfTable(Unknowns unknowns, int i) => unknowns.Lexicon.Translations.IsOfTable(unknowns.Sheet.GlossesOf(unknowns.Phrase(i, i)));

    /// <summary>海水の塩分, 豆の収穫年: the thing of which the table keeps that, near in meaning.</summary>
    private static bool IsOwner(Unknowns unknowns, int i) =>
        unknowns.First(i).IsJapanese && i + 2 < unknowns.Count && unknowns.Written(i + 1) is "の" && unknowns.MeansByNow(i + 2, m => m is FieldMeaning { Quality: >= 0.8 } of && Translations.IsBeside(unknowns.Sheet.GlossesOf(unknowns.Phrase(i, i)), of.Column));

    /// <summary>"people rescued" where a column counts the rescued; "how long do people wait".</summary>
    private static bool ArePeopleCounted(Unknowns unknowns, int i) =>
        unknowns.Written(i) is "people" or "persons" or "they" && (i > 0 && unknowns.Last(i - 1).Raw is "do" or "does" or "did" || unknowns.Means(i + 1, m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Measure, IsNumeric: true } }));
}
