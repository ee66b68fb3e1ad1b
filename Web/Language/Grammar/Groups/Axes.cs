using Web.Semantics;

namespace Web.Language;

/// <summary>"habitat across and class down", "month on the x axis": where each division stands.</summary>
internal static class Axes
{
    public static void Read(Scene scene, Draft draft)
    {
        if (Of(scene) is ( > 0 and var across, > 0 and var down) && Grouping.Add(scene, draft, across - 1, DimensionRole.X, across) && Grouping.Add(scene, draft, down - 1, DimensionRole.Series, down))
        {
            foreach (var k in Tail(scene, across).Concat(Tail(scene, down))) scene.Use(k);
        }
        foreach (var i in scene.All(WordKind.Axis).ToList())
        {
            var ahead = scene.Next(i);
            var behind = scene.Next(i, -1);
            var on = scene.Raw(i - 1) is "onthe" or "on" or "alongthe" or "asthe" or "the" or "as";
            var target = on && Nameable(scene, behind) ? behind : Nameable(scene, ahead) ? ahead : Nameable(scene, behind) ? behind : -1;
            if (target < 0 && on && scene.Word(i)!.Value == "y" && behind >= 0 && scene.Is(scene.Next(behind, -1), WordKind.Count)) scene.Use(i, new Setting("/measures/0"));
            if (target < 0) continue;
            var isX = scene.Word(i)!.Value == "x";
            if (isX && Grouping.Add(scene, draft, target, DimensionRole.X, i)) continue;
            if (!isX) scene.Use(i, new Setting("/measures/0"));
            else if (scene.Measure(target) is { } column)
            {
                var part = new MeasurePart { Column = column };
                draft.Measures.Insert(0, part);
                scene.Use(i, part);
                scene.Use(target, part);
            }
        }
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
            if ((scene.Raw(i) == one || scene.Raw(i) == other) && (scene.Category(i - 1) is not null || scene.Is(i - 1, WordKind.Grain, WordKind.GrainNoun)) && !scene.Is(i - 2, WordKind.By)) return i;
        }
        return -1;
    }
}
