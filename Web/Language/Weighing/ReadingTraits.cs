using Web.Semantics;

namespace Web.Language;

/// <summary>What speaks for a reading in which some words were passed over.</summary>
internal static class ReadingTraits
{
    public static IReadOnlyList<Trait> Of(Candidate reading, IReadOnlyList<int> dropped)
    {
        var (draft, scene) = (reading.Draft, reading.Scene);
        IEnumerable<(bool Holds, string Name)> held =
        [
            (draft.Counts || draft.Measures.Exists(m => !m.Assumed), "figure said"), (draft is { Measures.Count: 0, Counts: false } && reading.Query.Measures.Any(m => m.Field is null), "rows counted unsaid"),
            (draft.Groups.Exists(g => g.Grouped), "division said"), (draft.Groups.Exists(g => !g.Grouped && !g.Assumed), "division bare"), (draft.Groups.Count > 1, "two divisions"), (draft.Measures.Count > 1, "two figures"),
            (draft.Filters.Count > 0, "condition"), (draft.Chart is not null, "chart said"), (draft.Limit is not null, "limit"), (draft.List, "list"),
            (reading.Query.ChartType == ChartType.BigNumber, "one number"), (reading.Query.ChartType == ChartType.Table, "table"), (scene.AsksForChart, "asks"),
        ];
        var lost = Enumerable.Range(0, scene.Count).Where(i => dropped.Contains(i) || (!scene.IsSmall(i) && !scene.IsMark(i))).GroupBy(dropped.Contains).ToDictionary(part => part.Key, part => part.Sum(i => (scene.IsJapanese(i) ? 2.0 : 1) * scene.Raw(i).Length));
        return
        [
            new("coverage", reading.Coverage), new("lost", lost.GetValueOrDefault(true) / Math.Max(1, lost.Values.Sum())), new("lost words", dropped.Count), new("others unexplained", reading.Unexplained.Count),
            .. held.Where(trait => trait.Holds).Select(trait => new Trait(trait.Name)),
        ];
    }
}
