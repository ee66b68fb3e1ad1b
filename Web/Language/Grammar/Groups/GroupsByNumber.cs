using Web.Semantics;

namespace Web.Language;

/// <summary>A number behind "by": the figure of a ranking, or classes of its own.</summary>
internal static class GroupsByNumber
{
    /// <summary>"top 5 owners by amount" names the measure; "sales by age" groups a number into bins.</summary>
    public static void Read(Scene scene, Draft draft, int i, int k, Column measure)
    {
        var others = Enumerable.Range(0, scene.Count).Any(o => o != k && !scene.Used(o)
            && (scene.Measure(o) is not null || scene.Is(o, WordKind.Count, WordKind.Aggregate) || scene.Is(o, WordKind.DefaultMeasure, WordKind.CountAfter)));
        if (scene.Raw(i) is "について" || (draft.Chart is ChartType.Heatmap or ChartType.Treemap && scene.Is(i, WordKind.Series, WordKind.SeriesAfter)))
        {
            // 地域と製品のヒートマップ、売上で色分け: the colour is the figure.
            scene.Use(i);
            return;
        }
        if (scene.Raw(i) is "per" && measure.DefaultAggregate == Aggregates.Sum && !Classes.Has(measure) && scene.LastToken(k).Raw is [.., not 's'])
        {
            // "cost per click": a ratio, no division into clicks.
            draft.Gaps.Add(new Gap(GapKind.Group, k));
            return;
        }
        if (scene.IsJapanese(i) || (draft.Limit is null && draft.Sort is null && (others || draft.Measures.Count > 0 || Classes.Has(measure))))
        {
            var part = draft.Groups.Find(g => g.Column == measure) ?? new GroupPart { Column = measure, Bin = Classes.Has(measure) ? null : Bin.Auto, Grouped = true };
            if (!draft.Groups.Contains(part)) draft.Groups.Add(part);
            scene.Use(k, part);
            scene.Use(i, part);
            return;
        }
        scene.Use(i);
    }
}
