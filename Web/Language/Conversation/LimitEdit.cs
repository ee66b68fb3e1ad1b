using Web.Semantics;

namespace Web.Language;

/// <summary>"make it 3", "cut it to 5", "down to 3", 「3人に減らして」「5件に増やして」: another number of the bars that are shown, and nothing else said.</summary>
internal static class LimitEdit
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "cut", "reduce", "shorten", "trim", "narrow", "extend", "expand", "widen", "increase", "raise", "lower", "down", "up", "bring", "make", "limit", "only", "just", "to", "instead", "show", "first", "rows", "ones", "people", "bars", "items", "entries", "players", "of", "it", "that", "them", "this", "is", "enough", "will", "do",
        "減", "減らし", "増", "増やし", "絞", "絞り", "広げ", "縮め", "限", "限定",
    };

    /// <summary>The chart with the new number, or null where the words say anything else.</summary>
    public static ChartQuery? Of(ChartQuery previous, Scene scene)
    {
        if (previous.Limit is null) return null;
        var number = -1;
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Number(i) is { Percent: false, Value: >= 1 and <= 1000 } n && n.Value == Math.Truncate(n.Value) && number < 0 && !scene.IsJapanese(i - 1)) number = i;
            else if (!Says(scene, i, number)) return null;
        }
        if (number < 0 || !Enumerable.Range(0, scene.Count).Any(i => i != number && IsEdit(scene, i))) return null;
        for (var i = 0; i < scene.Count; i++) scene.Use(i);
        return previous with { Limit = (int)scene.Number(number)!.Value };
    }

    private static bool Says(Scene scene, int i, int number) =>
        scene.IsSmall(i) || scene.IsMark(i) || Verbs.Contains(scene.Raw(i)) || scene.Is(i, WordKind.Only, WordKind.Instead) || (i == number + 1 && number >= 0 && scene.IsCounter(i));

    private static bool IsEdit(Scene scene, int i) =>
        scene.Is(i, WordKind.Only, WordKind.Instead) || scene.Raw(i) is "cut" or "reduce" or "shorten" or "trim" or "extend" or "expand" or "widen" or "increase" or "raise" or "lower" or "down" or "up" or "減" or "減らし" or "増" or "増やし" or "絞" or "絞り" or "広げ" or "縮め";
}
