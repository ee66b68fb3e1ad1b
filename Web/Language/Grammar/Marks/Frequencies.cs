using Web.Semantics;

namespace Web.Language;

/// <summary>"frequency of weights", "a binned count of the running times", "how many movies got which score": how many rows there are along a figure.</summary>
internal static class Frequencies
{
    private static readonly HashSet<string> Bins = new(StringComparer.Ordinal) { "bin", "bins", "binned", "histogrambins", "びん" };

    public static void Apply(Scene scene, Draft draft)
    {
        if (draft.Chart is not (null or ChartType.Histogram or ChartType.Bar or ChartType.Column) || draft.Groups.Exists(g => g.Bin is not null)) return;
        if (Asked(scene) is not ( >= 0 and var word, >= 0 and var figure)) return;
        if (Enumerable.Range(0, scene.Count).Any(i => i != figure && !scene.Used(i) && scene.Measure(i) is { } other && other != scene.Measure(figure)) || scene.Is(scene.Next(figure, -1), WordKind.Aggregate) || scene.Is(scene.Next(figure), WordKind.Aggregate)) return;
        var column = scene.Measure(figure)!;
        var bins = new GroupPart { Column = column, Bin = Classes.Has(column) ? null : Bin.Auto, Grouped = true, Role = DimensionRole.X };
        draft.Groups.Add(bins);
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Measure(i) == column && !scene.Used(i)) scene.Use(i, bins);
        }
        if (Bins.Contains(scene.Raw(word)) || scene.Is(word, WordKind.Which)) scene.Use(word, bins);
        draft.Counts = true;
        draft.Distribution = false;
        if (scene.Is(word, WordKind.Count)) CountRule.AddCount(scene, draft, word);
    }

    /// <summary>The word that asks how often, and the figure of which it is asked.</summary>
    private static (int Word, int Figure) Asked(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (Bins.Contains(scene.Raw(i)) && !scene.Used(i) && OnlyFigure(scene) is >= 0 and var binned && !scene.Is(scene.Next(i, -1), WordKind.By)) return (i, binned);
            if (scene.Is(i, WordKind.Count) && !scene.Used(i) && scene.Raw(i).StartsWith("frequenc", StringComparison.Ordinal))
            {
                if (Figure(scene, scene.Next(i)) is >= 0 and var behind) return (i, behind);
                if (Figure(scene, i - 1) is >= 0 and var before) return (i, before);
            }
            if (scene.Is(i, WordKind.Which) && scene.Raw(i) is "which" or "what" && i > 0 && Figure(scene, i + 1) is >= 0 and var got && Enumerable.Range(0, i).Any(k => scene.Is(k, WordKind.Count) || scene.Raw(k) is "often" or "howoften"))
            {
                foreach (var k in Enumerable.Range(0, i).Where(k => scene.Raw(k) is "often" or "how" or "got" or "gave" or "get" or "give" or "have" or "had" or "we")) scene.Use(k, new Setting("/chart_type"));
                return (i, got);
            }
        }
        return (-1, -1);
    }

    private static int Figure(Scene scene, int i) => i >= 0 && scene.Measure(i) is not null && !scene.Used(i) ? i : -1;

    private static int OnlyFigure(Scene scene)
    {
        List<int> figures = [.. Enumerable.Range(0, scene.Count).Where(i => scene.Measure(i) is not null && !scene.Used(i))];
        return figures.Count > 0 && figures.Select(scene.Measure).Distinct().Count() == 1 ? figures[0] : -1;
    }
}
