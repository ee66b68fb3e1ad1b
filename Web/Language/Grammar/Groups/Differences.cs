using Web.Semantics;

namespace Web.Language;

/// <summary>
/// "is there a difference in waits between A and B", "which is dearer, A or B", AとBで平均単価に差はありますか, AとBではどちらが高い:
/// what is named twice is held against each other, so it divides.
/// </summary>
internal static class Differences
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "difference", "differences", "gap", "disparity", "differ", "differs", "differed" };
    private static readonly HashSet<string> Behind = new(StringComparer.Ordinal) { "between", "from", "for", "in", "across", "depending", "by", "with", "when" };
    private static readonly HashSet<string> Being = new(StringComparer.Ordinal) { "is", "are", "was", "were", "look", "looks" };
    private static readonly HashSet<string> More = new(StringComparer.Ordinal) { "higher", "lower", "more", "less", "longer", "shorter", "bigger", "larger", "smaller", "greater", "better", "worse", "faster", "slower" };
    private static readonly string[] Japanese = ["差は", "差が", "差も", "差を", "違い", "違う", "違っ", "違わ", "違", "異な", "どちら", "どっち", "くらべ"];

    public static void Apply(Scene scene, Draft draft)
    {
        if (!AreHeldApart(scene)) return;
        List<int> words = [.. Enumerable.Range(0, scene.Count).Where(i => scene.IsJapanese(i) ? IsJapanese(scene, i) : IsEnglish(scene, i) || IsMore(scene, i))];
        if (words.Count == 0) return;
        draft.Contrast = true;
        words.AddRange(Enumerable.Range(0, scene.Count).Where(i => scene.Raw(i) is "between" or "betweenthe" && scene.Number(scene.Next(i)) is null));
        foreach (var i in words) scene.Use(i, new Setting("/dimensions/0"));
    }

    /// <summary>Two values of one column, two days of the week, two years.</summary>
    private static bool AreHeldApart(Scene scene)
    {
        List<Column> named = [.. Enumerable.Range(0, scene.Count).Select(i => scene.Value(i)?.Column).OfType<Column>()];
        return named.Count != named.Distinct().Count() || Enumerable.Range(0, scene.Count).Count(i => scene.Period(i) is not null) > 1;
    }

    /// <summary>"how many different makers" counts kinds; "is it different between A and B" holds them apart.</summary>
    private static bool IsEnglish(Scene scene, int i) =>
        scene[i] is UnknownMeaning or WordMeaning { Word.Kind: WordKind.Filler or WordKind.Distinct }
        && (Nouns.Contains(scene.Raw(i)) || scene.Raw(i) is "different" or "differently" && (i + 1 == scene.Count || scene.IsMark(i + 1) || Behind.Contains(scene.FirstToken(i + 1).Raw)) && Enumerable.Range(0, i).Any(k => Being.Contains(scene.FirstToken(k).Raw)));

    /// <summary>"A or B, which has the higher score", "is it higher at A than at B"; "more than 5" is a condition.</summary>
    private static bool IsMore(Scene scene, int i) =>
        scene[i] is UnknownMeaning && More.Contains(scene.Raw(i)) && scene.Raw(i + 1) is "at" or "in" or "for" or "on" && Enumerable.Range(i + 2, Math.Min(4, Math.Max(0, scene.Count - i - 2))).Any(k => scene.Raw(k) is "than" && scene.Raw(k + 1) is "at" or "in" or "for" or "on")
        || scene[i] is UnknownMeaning && More.Contains(scene.Raw(i)) && scene.Raw(i + 1) is not "than" && Enumerable.Range(0, scene.Count).Any(k => scene.Raw(k) is "or") && Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.Which));

    private static bool IsJapanese(Scene scene, int i) =>
        scene[i] is UnknownMeaning or WordMeaning { Word.Kind: WordKind.Filler or WordKind.Which } && (scene.Raw(i) is "差" || Japanese.Any(said => scene.Raw(i).StartsWith(said, StringComparison.Ordinal) && (said.Length > 1 || scene.Raw(i).Length == 1))) && scene.Raw(i).Length <= 6
        && (i == 0 || scene.IsSmall(i - 1) || scene.IsMark(i - 1) || (scene.IsJapanese(i - 1) && scene.Raw(i - 1) is [.., >= 'ぁ' and <= 'ん']));
}
