using Web.Semantics;

namespace Web.Language;

/// <summary>"sized by weight", "bubble size: population", バブルの大きさは人口: what the size of each mark tells.</summary>
internal static class Sizes
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Size).ToList())
        {
            var k = scene.Next(i);
            while (k >= 0 && (scene.Is(k, WordKind.By) || scene.IsMark(k) || scene.Is(k, WordKind.Aggregate))) k = scene.Next(k);
            if (scene.Measure(k) is { } figure) draft.Sized = figure;
            else if (!scene.Is(k, WordKind.Count)) continue;
            scene.Use(i, new Setting("/chart_type"));
            for (var between = i + 1; between < k; between++)
            {
                if (scene.Is(between, WordKind.By)) scene.Use(between, new Setting("/chart_type"));
            }
        }
        if (!Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Chart) && scene.Word(i)!.Value is "bubble" or "scatter")) return;
        // "bubble chart of abv against price, size by reviews"
        for (var i = 0; i + 2 < scene.Count; i++)
        {
            if (scene.Raw(i) is not ("size" or "sizes" or "大きさは" or "大きさ") || scene.Field(i) is not null || scene.Measure(scene.Is(i + 1, WordKind.By) ? i + 2 : scene.Next(i)) is not { } figure) continue;
            draft.Sized = figure;
            scene.Use(i, new Setting("/chart_type"));
            if (scene.Is(i + 1, WordKind.By)) scene.Use(i + 1, new Setting("/chart_type"));
        }
    }

    /// <summary>The figure of the size comes behind those of the place.</summary>
    public static void Settle(Draft draft)
    {
        if (draft.Sized is not { } sized || draft.Chart is not (null or ChartType.Scatter or ChartType.Bubble) || draft.Measures.Find(m => m.Column == sized) is not { } part || draft.Measures.Count < 3) return;
        draft.Chart = ChartType.Bubble;
        draft.Measures.Remove(part);
        draft.Measures.Insert(2, part);
    }
}
