using Web.Semantics;

namespace Web.Language;

/// <summary>A number behind "by": the figure of a ranking, classes of its own, or what another figure is plotted against.</summary>
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
        if (IsSetAgainst(scene, draft, k, measure))
        {
            // "horsepower by acceleration": of two figures that every row has, each row is a point.
            draft.Versus = true;
            scene.Use(i);
            return;
        }
        if (scene.Raw(i) is "per" && measure.DefaultAggregate == Aggregates.Sum && !Classes.Has(measure) && scene.LastToken(k).Raw is [.., not 's'])
        {
            // "cost per click": a ratio, no division into clicks.
            draft.Gaps.Add(new Gap(GapKind.Group, k));
            return;
        }
        others |= draft.Limit is null && draft.Sort is null && (draft.Distribution || draft.Share) && Enumerable.Range(0, k).Any(scene.IsEntity);
        if (scene.IsJapanese(i) || (draft.Limit is null && draft.Sort is null && (others || draft.Measures.Count > 0 || Classes.Has(measure))))
        {
            var part = draft.Groups.Find(g => g.Column == measure) ?? new GroupPart { Column = measure, Bin = Classes.Has(measure) ? null : Bin.Auto, Grouped = true };
            if (!draft.Groups.Contains(part)) draft.Groups.Add(part);
            scene.Use(k, part);
            scene.Use(i, part);
            // 寝室数(bedroom_count)ごと
            if (scene.Raw(k - 1) is "(" && scene.Measure(k - 2) == measure) scene.Use(k - 2, part);
            // "per cylinder count": how many of them is what the classes are called after
            if (part.Bin is null && scene.Is(k + 1, WordKind.CountAfter) && scene.Raw(k + 1) is "count") scene.Use(k + 1, part);
            return;
        }
        scene.Use(i);
    }

    /// <summary>One figure by another, neither of them a class nor a sum: every row has both.</summary>
    private static bool IsSetAgainst(Scene scene, Draft draft, int k, Column by)
    {
        if (draft.Chart is not (null or ChartType.Scatter or ChartType.Bubble) || draft.Limit is not null || draft.Sort is not null || draft.Counts || draft.Share || draft.Trend || Classes.Has(by) || (draft.Chart is null && !IsMean(by))) return false;
        List<int> figures = [.. Enumerable.Range(0, scene.Count).Where(o => o != k && scene.Measure(o) is not null && !scene.Used(o))];
        return figures is [var only] && scene.Measure(only) is { } figure && figure != by && !Classes.Has(figure) && (draft.Chart is not null || IsMean(figure)) && !Enumerable.Range(0, scene.Count).Any(o => scene.Is(o, WordKind.Aggregate, WordKind.Count) || scene.Is(o, WordKind.CountAfter, WordKind.Bin) || scene.Is(o, WordKind.DefaultMeasure));
    }

    private static bool IsMean(Column column) => column.DefaultAggregate is Aggregates.Mean or Aggregates.Median;
}
