namespace Web.Language;

/// <summary>"habitat across and class down", "region along the top, month down the side": where each division stands.</summary>
internal static class Axes
{
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
