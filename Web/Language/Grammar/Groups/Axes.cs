using Web.Semantics;

namespace Web.Language;

/// <summary>"habitat across and class down", "month on the x axis", "x: quantity, y: sales", 横軸が排気量で縦軸が馬力: what stands where.</summary>
internal static class Axes
{
    public static void Read(Scene scene, Draft draft)
    {
        if (Of(scene) is ( > 0 and var across, > 0 and var down) && !scene.Used(across - 1) && !scene.Used(down - 1))
        {
            // A table has its rows down the side.
            var (x, series) = draft.Chart is ChartType.Pivot or ChartType.Table ? (down, across) : (across, down);
            Grouping.Add(scene, draft, x - 1, DimensionRole.X, x);
            Grouping.Add(scene, draft, series - 1, DimensionRole.Series, series);
            foreach (var k in Tail(scene, across).Concat(Tail(scene, down))) scene.Use(k);
        }
        List<int> placed = [];
        foreach (var i in Enumerable.Range(0, scene.Count).Where(i => !scene.Used(i) && (scene.Is(i, WordKind.Axis) || IsLetter(scene, i))).ToList())
        {
            if (scene.Used(i)) continue;
            var target = TargetOf(scene, i);
            var on = IsOn(scene, i);
            if (target < 0 && on && NameOf(scene, i) == "y" && scene.Next(i, -1) is >= 0 and var behind && scene.Is(scene.Next(behind, -1), WordKind.Count)) scene.Use(i, new Setting("/measures/0"));
            if (target < 0) continue;
            placed.Add(target);
            if (on && scene.Raw(i - 1) is "the" or "on" && scene.Is(i - 1, WordKind.Filler)) scene.Use(i - 1);
            var isX = NameOf(scene, i) == "x";
            if (scene.Is(target, WordKind.Aggregate) && Enumerable.Range(0, target).Any(k => scene.Is(k, WordKind.Aggregate) && scene.Word(k)!.Value == scene.Word(target)!.Value))
            {
                // "the minimum and maximum attendance …, minimum on the x-axis"
                scene.Use(target, new Setting("/measures/0"));
                scene.Use(i, new Setting("/measures/0"));
                continue;
            }
            if (isX && Grouping.Add(scene, draft, target, DimensionRole.X, i)) continue;
            if (isX && scene.Measure(target) is { } classes && Classes.Has(classes) && !scene.Is(scene.Next(target, -1), WordKind.Aggregate) && Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.Aggregate, WordKind.Count)))
            {
                // "bedrooms on x, average living area on y"
                var axis = new GroupPart { Column = classes, Grouped = true, Role = DimensionRole.X };
                draft.Groups.Add(axis);
                scene.Use(i, axis);
                scene.Use(target, axis);
                continue;
            }
            if (!isX && draft.Chart == ChartType.Heatmap && Grouping.Add(scene, draft, target, DimensionRole.Series, i)) continue;
            if (!isX) scene.Use(i, new Setting("/measures/0"));
            else if (scene.Measure(target) is { } column)
            {
                var part = new MeasurePart { Column = column };
                draft.Measures.Insert(0, part);
                scene.Use(i, part);
                scene.Use(target, part);
            }
        }
        SetAgainst(scene, draft, placed);
        AcrossAndUp(scene, draft);
    }

    /// <summary>Two figures on the two axes, of which none is reckoned: every row is a point.</summary>
    private static void SetAgainst(Scene scene, Draft draft, List<int> placed)
    {
        if (draft.Chart is not null || placed is not [var one, var other] || !IsPlain(scene, one) || !IsPlain(scene, other) || scene.Measure(one) == scene.Measure(other)) return;
        draft.Chart = ChartType.Scatter;
    }

    private static bool IsPlain(Scene scene, int i) =>
        scene.Measure(i) is { } figure && !Classes.Has(figure) && !scene.Is(scene.Next(i, -1), WordKind.Aggregate, WordKind.Count) && !scene.Is(i + 1, WordKind.Aggregate, WordKind.CountAfter) && !(scene.Raw(i + 1) is "の" && scene.Is(i + 2, WordKind.Aggregate));

    /// <summary>"quantity across and sales up"</summary>
    private static void AcrossAndUp(Scene scene, Draft draft)
    {
        var (across, up) = (FigureBefore(scene, "across", "along", "sideways", "horizontal", "horizontally"), FigureBefore(scene, "up", "upward", "upwards", "vertical", "vertically", "down"));
        if (across < 0 || up < 0) return;
        scene.Use(across, new Setting("/chart_type"));
        scene.Use(up, new Setting("/chart_type"));
        foreach (var k in Tail(scene, across).Concat(Tail(scene, up))) scene.Use(k);
        draft.Chart ??= ChartType.Scatter;
    }

    private static int FigureBefore(Scene scene, params string[] words)
    {
        for (var i = 1; i < scene.Count; i++)
        {
            if (scene.PartOf(i) is null && Array.Exists(words, word => scene.Raw(i) == word) && IsPlain(scene, i - 1)) return i;
        }
        return -1;
    }

    /// <summary>The letter alone: "x: discount", "budget on x".</summary>
    private static bool IsLetter(Scene scene, int i) =>
        scene.Raw(i) is "x" or "horizontal" or "vertical" or "horizontally" or "vertically" && scene[i] is UnknownMeaning && !scene.IsJoin(i);

    private static string NameOf(Scene scene, int i) => scene.Is(i, WordKind.Axis) ? scene.Word(i)!.Value : scene.Raw(i) is "x" or "horizontal" or "horizontally" ? "x" : "y";

    private static bool IsOn(Scene scene, int i) => scene.Raw(i - 1) is "onthe" or "on" or "alongthe" or "asthe" or "the" or "as" or "forthe" or "along" || scene.Raw(i) is "horizontally" or "vertically";

    private static int TargetOf(Scene scene, int i)
    {
        var ahead = scene.Next(i);
        if (ahead >= 0 && scene.Is(ahead, WordKind.Aggregate) && scene.Measure(scene.Next(ahead)) is not null) ahead = scene.Next(ahead);
        var behind = scene.Next(i, -1);
        return IsOn(scene, i) && Nameable(scene, behind) ? behind : Nameable(scene, ahead) ? ahead : Nameable(scene, behind) ? behind : -1;
    }

    private static bool Nameable(Scene scene, int i) =>
        i >= 0 && !scene.Used(i) && (scene.Field(i) is not null || scene.Is(i, WordKind.Grain, WordKind.GrainNoun) || scene.Is(i, WordKind.Count, WordKind.Aggregate));

    public static (int Across, int Down) Of(Scene scene)
    {
        var across = At(scene, "across", "along");
        var down = At(scene, "down", "downwards");
        return across > 0 && down > 0 ? (across, down) : (-1, -1);
    }

    /// <summary>"the top", "the side", "the left" behind them.</summary>
    public static IEnumerable<int> Tail(Scene scene, int i) =>
        Enumerable.Range(i + 1, Math.Max(0, Math.Min(3, scene.Count - i - 1))).TakeWhile(k => scene.Raw(k) is "the" or "top" or "side" or "left" or "bottom" or "thetop" or "theside" or "page");

    private static int At(Scene scene, string one, string other)
    {
        for (var i = 1; i < scene.Count; i++)
        {
            if ((scene.Raw(i) == one || scene.Raw(i) == other || scene.Raw(i).StartsWith(one + "the", StringComparison.Ordinal)) && (scene.Category(i - 1) is not null || scene.Is(i - 1, WordKind.Grain, WordKind.GrainNoun)) && !scene.Is(i - 2, WordKind.By)) return i;
        }
        return -1;
    }
}
