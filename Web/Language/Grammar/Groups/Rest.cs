using Web.Semantics;

namespace Web.Language;

/// <summary>Japan以外の国の平均年齢, "average age of countries other than Japan": what is left when one is taken out is what divides.</summary>
internal static class Rest
{
    /// <summary>The noun behind 以外の, when a figure is asked of it and no other word divides.</summary>
    public static bool IsDividedBy(Scene scene, int behind) =>
        behind >= 0 && scene.Category(behind) is not null && scene.Raw(behind + 1) is "の" && IsFigure(scene, scene.Next(behind)) && !IsAddedUp(scene, scene.Next(behind)) && !Divides(scene, behind);

    /// <summary>以外の言語の受信者数を合計して: one sum of them all.</summary>
    private static bool IsAddedUp(Scene scene, int figure) => scene.Raw(figure + 1) is "を" && scene.Word(scene.Next(figure)) is { Kind: WordKind.Aggregate, Value: Aggregates.Sum };

    /// <summary>The plural before "other than", when a figure of it is asked for.</summary>
    public static bool IsDividedBefore(Scene scene, int before, int first) =>
        before >= 0 && first == scene.Next(scene.Next(before)) && !scene.IsJapanese(before) && scene.Is(scene.Next(before), WordKind.Not) && scene.Category(before) is not null && IsPlural(scene, before)
        && scene.Raw(before - 1) is "of" or "ofthe" or "ofall" or "in" or "for" && (scene.Measure(scene.Next(before, -1)) is not null || scene.Is(scene.Next(before, -1), WordKind.DefaultMeasure)) && !Divides(scene, before);

    private static bool IsFigure(Scene scene, int k) => scene.Measure(k) is not null || scene.Is(k, WordKind.Aggregate, WordKind.Count) || scene.Is(k, WordKind.DefaultMeasure);

    private static bool Divides(Scene scene, int named) =>
        Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.By, WordKind.ByAfter) || scene.Is(k, WordKind.Series, WordKind.SeriesAfter) || scene.Is(k, WordKind.Grain) || (k != named && scene.Category(k) is { } other && other != scene.Category(named)));

    private static bool IsPlural(Scene scene, int k) => scene.LastToken(k) is { Raw: [.., _, 's'] } word && word.Text != word.Raw;
}
