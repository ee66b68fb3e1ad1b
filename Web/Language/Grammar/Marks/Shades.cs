using Web.Semantics;

namespace Web.Language;

/// <summary>"darker means more admissions", "colour intensity = mean mpg", 色の濃さは申込件数: what the cells of a heat map tell.</summary>
internal static class Shades
{
    private static readonly HashSet<string> Degrees = new(StringComparer.Ordinal) { "more", "themore", "higher", "thehigher", "larger", "thelarger", "greater", "thegreater", "a", "the", "square", "squares", "cell", "cells", "tile", "tiles", "means", "is", "=", "be", "being", "of" };
    private static readonly string[] Cells = ["cell", "square", "tile", "shade"];

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || !scene.Is(i, WordKind.Shade) && !IsOfFigure(scene, i)) continue;
            scene.Use(i, new Setting("/chart_type"));
            if (!NamesOther(scene)) draft.Chart ??= ChartType.Heatmap;
            for (var k = i + 1; k < scene.Count && k <= i + 7 && (Degrees.Contains(scene.Raw(k)) || scene.IsSmall(k) || scene.IsMark(k) || scene.Is(k, WordKind.Adjective) && scene.Word(k)!.Value == "desc"); k++)
            {
                if (!scene.IsMark(k)) scene.Use(k, new Setting("/chart_type"));
            }
        }
        if (!Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Chart) && scene.Word(i)!.Value == "heatmap") && draft.Chart != ChartType.Heatmap) return;
        for (var i = 0; i < scene.Count; i++)
        {
            // "shaded by mean satisfaction" beside "heat map": the colour is the figure.
            if (!scene.Used(i) && scene.Raw(i) is "darker" or "square" or "squares" or "cell" or "cells" or "tile" or "tiles" or "pair" or "pairs" && scene[i] is UnknownMeaning) scene.Use(i, new Setting("/chart_type"));
        }
    }

    /// <summary>"shaded by the average discount"; "bars shaded by region" are a series.</summary>
    private static bool IsOfFigure(Scene scene, int i) =>
        scene.Is(i, WordKind.Series) && Array.Exists(Cells, word => scene.Raw(i).Contains(word, StringComparison.Ordinal)) && scene.Next(i) is var k && (scene.Is(k, WordKind.Aggregate, WordKind.Count) || scene.Measure(k) is { } figure && !Classes.Has(figure));

    private static bool NamesOther(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Chart) && scene.Word(i)!.Value is not ("heatmap" or "line" or "column"));
}
