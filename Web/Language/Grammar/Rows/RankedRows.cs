using Web.Semantics;

namespace Web.Language;

/// <summary>"ten longest bridges", 長い橋トップ10: rows that have a number and no name are shown whole; a bar for each number would tell nobody anything.</summary>
internal static class RankedRows
{
    public static bool Read(Scene scene, Draft draft, int i)
    {
        if (scene.Lexicon.Identity is not { Role: ColumnRole.Identity } identity || !RowNames.IsNumber(identity) || !scene.Lexicon.IsPerRow) return false;
        if (draft is not { Chart: null, Groups.Count: 0, Share: false, Transform: null, Compare: null, Sort: { Column: null } sort, Measures: [{ Aggregate: null, Column: { Role: ColumnRole.Measure } figure } measure] }) return false;
        // The adjective alone names the figure: "top 10 bridges by length" shows what was named.
        if (scene.Mentions(figure) || !scene.Is(scene.Next(i, -1), WordKind.Superlative) || Asks(scene)) return false;
        draft.List = true;
        measure.Assumed = true;
        sort.Axis = null;
        sort.Column = figure;
        scene.Use(i, new Setting("/dataset"));
        return true;
    }

    /// <summary>返金額が大きい順に10件: so many rows in an order, where they have numbers and no names.</summary>
    public static void OfCases(Scene scene, Draft draft)
    {
        if (scene.Lexicon.Identity is not { Role: ColumnRole.Identity } identity || !RowNames.IsNumber(identity) || !scene.Lexicon.IsPerRow) return;
        if (draft is not { Chart: null, Share: false, Counts: false, Trend: false, Contrast: false, Transform: null, Compare: null, Limit: not null, Sort: { } sort, Measures: [{ Aggregate: null, Column: { Role: ColumnRole.Measure } figure } measure] } || sort.Column is { } by && by != figure) return;
        if (!draft.Groups.TrueForAll(g => g.Column == identity && (!g.Grouped || AreLimited(scene, draft, g)))) return;
        if (!AreHighest(scene, figure) && !draft.Groups.Exists(g => AreLimited(scene, draft, g)) && !Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Any(i => scene.Raw(i) is "件" or "行" && scene.Number(i - 1) is not null && ReferenceEquals(scene.PartOf(i - 1), draft.Limit))) return;
        foreach (var rows in draft.Groups) scene.Move(rows, new Setting("/dataset"));
        draft.Groups.Clear();
        draft.List = true;
        measure.Assumed = true;
        (sort.Axis, sort.Column) = (null, figure);
    }

    /// <summary>"top 10 boats by price": so many of them, right behind the number.</summary>
    private static bool AreLimited(Scene scene, Draft draft, GroupPart rows) =>
        !Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Which)) && Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Any(i => ReferenceEquals(scene.PartOf(i), rows) && scene.Number(i - 1) is not null && ReferenceEquals(scene.PartOf(i - 1), draft.Limit));

    /// <summary>"top 10 highest fees": each of them is a row's.</summary>
    private static bool AreHighest(Scene scene, Column figure) =>
        !Asks(scene) && Enumerable.Range(0, scene.Count).Any(i => scene.Measure(i) == figure && scene.LastToken(i) is { Raw: [_, _, .., 's'] } noun && noun.Raw != noun.Text && scene.Is(scene.Next(i, -1), WordKind.Superlative) && HowMany.At(scene, scene.Next(scene.Next(i, -1), -1)));

    /// <summary>"which", "who", "by": something is asked for of the rows.</summary>
    private static bool Asks(Scene scene) =>
        Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.By, WordKind.ByAfter) || scene.Is(k, WordKind.Aggregate) || scene.Is(k, WordKind.Which));
}
