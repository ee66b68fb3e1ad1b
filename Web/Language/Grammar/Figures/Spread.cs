using Web.Semantics;

namespace Web.Language;

/// <summary>What is spread out where a distribution is asked for: whose figure it is divides nothing, and what narrows it may be the figure itself.</summary>
internal static class Spread
{
    public static void Apply(Scene scene, Draft draft)
    {
        HistogramOfRows(scene, draft);
        DistributionOfBounded(scene, draft);
        DistributedYears(draft);
    }

    /// <summary>"histogram of candidate ages": whose ages they are divides nothing.</summary>
    private static void HistogramOfRows(Scene scene, Draft draft)
    {
        if (draft is not { Chart: ChartType.Histogram, Measures: [{ Column: not null } figure] } || draft.Groups.Count == 0 || draft.Groups.Exists(g => g.Grouped || g.Bin is not null)) return;
        foreach (var group in draft.Groups) scene.Move(group, figure);
        draft.Groups.Clear();
    }

    /// <summary>"price distribution for townhouses under 400k": what is spread out was held against a number too.</summary>
    private static void DistributionOfBounded(Scene scene, Draft draft)
    {
        if (draft is not { Distribution: true, Measures.Count: 0, Groups.Count: 0, Chart: null or ChartType.Histogram or ChartType.Bar or ChartType.Column }) return;
        foreach (var i in Enumerable.Range(0, scene.Count).Where(i => scene.Is(i, WordKind.Distribution)))
        {
            var figure = scene.Measure(i - 1) is not null ? i - 1 : scene.Next(i);
            if (scene.Measure(figure) is not { } column || scene.PartOf(figure) is not FilterPart) continue;
            var spread = new MeasurePart { Column = column };
            draft.Measures.Add(spread);
            scene.Use(figure, spread);
            return;
        }
    }

    /// <summary>生まれ年の分布: years that are not the table's own are spread in bins.</summary>
    private static void DistributedYears(Draft draft)
    {
        if (draft is { Distribution: true, Measures.Count: 0, Groups: [{ Bin: null, Grain: null, Column: { Type: ColumnType.Integer, Role: ColumnRole.Time } years } spread] } && !YearColumn.IsOfTable(years)) spread.Bin = Bin.Auto;
    }
}
