using Web.Semantics;

namespace Web.Language;

/// <summary>"longest first", "worst at the top", "from the dearest down", "from best to worst": a superlative that says how bars stand, not how many.</summary>
internal static class Turns
{
    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "down", "downwards", "downward", "up", "upwards", "upward", "onwards", "onward" };

    /// <summary>The last word of the order that the superlative at <paramref name="i"/> begins, or -1.</summary>
    public static int EndOf(Scene scene, int i)
    {
        if (scene.Raw(i + 1) is "first") return i + 1;
        if (scene.Raw(i + 2) is "first" && (scene.Category(i + 1) is not null || scene.IsEntity(i + 1) || scene.IsUnknown(i + 1) || scene.Measure(i + 1) is not null || scene.Is(i + 1, WordKind.Share, WordKind.DefaultMeasure) || scene.Is(i + 1, WordKind.Count, WordKind.CountAfter))) return i + 2;
        if (scene.Raw(i + 1) is "one" or "ones" && scene.Raw(i + 2) is "first" or "on" or "onthe" or "at" or "atthe" && (scene.Raw(i + 2) is "first" || scene.Raw(scene.Next(i + 2)) is "top" or "front" or "left")) return scene.Raw(i + 2) is "first" ? i + 2 : scene.Next(i + 2);
        var place = scene.Next(i);
        if (scene.Raw(i + 1) is "on" or "onthe" or "at" or "atthe" or "to" or "tothe" && place <= i + 3 && scene.Raw(place) is "top" or "left" or "firstplace" or "front") return place;
        if ((scene.Category(i + 1) is not null || scene.Measure(i + 1) is not null || scene.IsEntity(i + 1) || scene.IsUnknown(i + 1) || scene.Is(i + 1, WordKind.DefaultMeasure, WordKind.Share) || scene.Is(i + 1, WordKind.Count)) && scene.Raw(i + 2) is "on" or "onthe" or "at" or "atthe" && scene.Next(i + 2) is var end && scene.Raw(end) is "top" or "left" or "front") return end;
        if (scene.Is(scene.Next(i, -1), WordKind.Contains) && scene.Word(scene.Next(i, -1))!.Value == "starts_with" && !scene.IsJapanese(i))
        {
            scene.Use(scene.Next(i, -1));
            return scene.IsUnknown(i + 1) || scene.IsEntity(i + 1) ? i + 1 : i;
        }
        if (scene.IsJapanese(i) || !IsFrom(scene, i)) return -1;
        if (scene.Next(i) < 0 || scene.IsMark(i + 1)) return i;
        for (var k = i + 1; k < scene.Count && k <= i + 3; k++)
        {
            if (Ends.Contains(scene.Raw(k)) || (scene.Is(k, WordKind.Superlative) && Enumerable.Range(i + 1, k - i - 1).Any(m => scene.Raw(m).StartsWith("to", StringComparison.Ordinal)))) return k;
        }
        return -1;
    }

    /// <summary>"at the top", "on top": where something stands, not how many of it.</summary>
    public static bool IsPlace(Scene scene, int i) =>
        scene.Raw(i) is "top" or "bottom" && (scene.Raw(i - 1) is "on" or "onthe" or "atthe" or "tothe" || (scene.Raw(i - 1) is "the" && scene.Raw(i - 2) is "at" or "on" or "to" or "across" or "along") || scene.Raw(i - 1) is "at");

    /// <summary>"from the most expensive down" of what is shown in money: that figure, not a price of its own.</summary>
    public static bool SpeaksOfFigure(Scene scene, Column hint) =>
        Amounts.IsMoney(hint) && Enumerable.Range(0, scene.Count).Any(k => scene.Measure(k) is { } shown && Amounts.IsMoney(shown));

    private static bool IsFrom(Scene scene, int i) => scene.Raw(i - 1) is "from" or "fromthe" || (scene.Raw(i - 1) is "the" && scene.Raw(i - 2) is "from");
}
