using Web.Semantics;

namespace Web.Language;

/// <summary>
/// Words nothing explains that stand where a condition, a group or a limit must stand. A chart without them would show
/// something else than was asked, so they become a question.
/// </summary>
internal static class GapRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.IsExcused(i) || draft.Gaps.Exists(g => g.Item == i)) continue;
            if (IsQuoted(scene, i) && scene.PartOf(i) is null && scene[i] is UnknownMeaning or WordMeaning { Word.Kind: WordKind.Filler }) draft.Gaps.Add(new Gap(GapKind.Value, i));
            if (MoneySides.IsOurSpending(scene, i) && scene.PartOf(i) is not MeasurePart) draft.Gaps.Add(new Gap(GapKind.Measure, i));
            if (scene.Used(i) || draft.Gaps.Exists(g => g.Item == i)) continue;
            if (scene.IsUnknown(i) && (LooksLikeValue(scene, i) || Participles.Narrow(scene, i))) draft.Gaps.Add(new Gap(GapKind.Value, i));
            else if (scene.IsUnknown(i) && (draft.Relation || scene.IsJoin(i - 1)) && !(scene.IsMark(i - 1) && IsVerbLike(scene.FirstToken(i).Raw)) && draft.Measures.Count < 2) draft.Gaps.Add(new Gap(GapKind.Measure, i));
            else if (NamesAnother(scene, i)) draft.Gaps.Add(new Gap(GapKind.Measure, i));
            else if (IsRestOfName(scene, i)) draft.Gaps.Add(new Gap(scene.Measure(i - 1) is null ? GapKind.Group : GapKind.Measure, i));
            else if (scene.Is(i, WordKind.Rate)) draft.Gaps.Add(new Gap(GapKind.Measure, i));
            else if (scene.Number(i) is not null && !scene.IsJoin(i)) draft.Gaps.Add(new Gap(GapKind.Condition, i));
            else if (scene.Is(i, WordKind.Not, WordKind.NotAfter) || scene.Is(i, WordKind.Contains)) draft.Gaps.Add(new Gap(GapKind.Condition, i));
            else if (scene.IsUnknown(i) && !IsVerb(scene, i) && (scene.Is(scene.Next(i), WordKind.Superlative) || scene.Is(scene.Next(i, -1), WordKind.Superlative))) draft.Gaps.Add(new Gap(GapKind.Measure, i));
            else if (scene.Is(i, WordKind.Superlative, WordKind.Aggregate) || scene.Is(i, WordKind.DefaultMeasure)) draft.Gaps.Add(new Gap(GapKind.Measure, i));
        }
    }

    /// <summary>"settled amount" is not just any amount.</summary>
    private static bool NamesAnother(Scene scene, int i) =>
        scene.IsUnknown(i) && !scene.IsJapanese(i) && scene.Raw(i).EndsWith("ed", StringComparison.Ordinal) && (scene.Is(i + 1, WordKind.DefaultMeasure) || scene[i + 1] is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure });

    /// <summary>"discovery method" where there is only a discovery year: the part that is known is not the whole that is meant.</summary>
    private static bool IsRestOfName(Scene scene, int i) =>
        scene.IsUnknown(i) && !scene.IsJapanese(i) && !scene.IsJapanese(i - 1) && scene[i - 1] is FieldMeaning { Own: false, Weak: false } part && (part.Quality < 0.78 || part.Column.Role == ColumnRole.Identity) && !IsVerbLike(scene.FirstToken(i).Raw) && !scene.FirstToken(i).Capital;

    /// <summary>What stands alone in quotes is meant to the letter.</summary>
    private static bool IsQuoted(Scene scene, int i) => scene.Raw(i - 1) is "「" or "『" or "“" && scene.Raw(i + 1) is "」" or "』" or "”";

    /// <summary>"which doctor treated the most patients": what they did says no figure when one stands behind "most".</summary>
    private static bool IsVerb(Scene scene, int i) =>
        !scene.IsJapanese(i) && scene.Is(scene.Next(i), WordKind.Superlative) && (scene.Category(scene.Next(i, -1)) is not null || scene.Raw(scene.Next(i, -1)) is "who")
        && Figure(scene, scene.Next(i)) is >= 0 and var figure && scene.Used(figure);

    /// <summary>"the largest total amount of fines"</summary>
    private static int Figure(Scene scene, int superlative)
    {
        for (var k = scene.Next(superlative); k >= 0 && k <= superlative + 6; k = scene.Next(k))
        {
            if (scene.IsEntity(k) || scene.Measure(k) is not null || scene.PartOf(k) is MeasurePart) return k;
            if (!scene.Is(k, WordKind.Aggregate, WordKind.Count) && !scene.Is(k, WordKind.DefaultMeasure)) return -1;
        }
        return -1;
    }

    private static bool LooksLikeValue(Scene scene, int i)
    {
        if (scene.IsJapanese(i)) return scene.Raw(i) is not ("新規" or "新た") && (!JapaneseVerbs.Is(scene, i) || JapaneseVerbs.Narrows(scene, i)) && !IsDone(scene, i);
        var token = scene.FirstToken(i);
        // "new deals" adds nothing that the data could hold; it stays visible as not understood.
        if (token.Raw is "new" or "newly" or "recent") return false;
        if (token.Capital && scene.Item(i).First > 0) return true;
        if (i > 0 && scene.Raw(i - 1) is "in" or "of" or "for" or "from" or "at" or "inthe" or "\"" or "'" or "“" or "「" or "with" or "only" or "withthe") return true;
        // "large deals", "windiest city": what stands before a noun narrows or ranks it.
        return IsNoun(scene, i + 1) && !IsVerbLike(token.Raw);
    }

    /// <summary>10人以上担当している講師: behind a condition, what is done with so many says nothing new.</summary>
    public static bool IsDone(Scene scene, int i) =>
        scene.PartOf(scene.Next(i, -1)) is FilterPart && scene.Is(scene.Next(i, -1), WordKind.CompareAfter) && string.Concat(Enumerable.Range(i + 1, 4).Select(scene.Raw)) is var ending && (ending.StartsWith("している", StringComparison.Ordinal) || ending.StartsWith("した", StringComparison.Ordinal) || ending.StartsWith("する", StringComparison.Ordinal) || ending.StartsWith("して", StringComparison.Ordinal));

    private static bool IsNoun(Scene scene, int i) => scene.IsEntity(i) || scene.Field(i) is not null || scene.Value(i) is not null;

    private static bool IsVerbLike(string raw) => raw.EndsWith("ed", StringComparison.Ordinal) || raw.EndsWith("ing", StringComparison.Ordinal) || raw.EndsWith("ly", StringComparison.Ordinal);
}
