using Web.Semantics;

namespace Web.Language;

/// <summary>"compare the three origins", 3つの生産国: how many kinds a column has is no condition where just so many are named.</summary>
internal static class Tallies
{
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i + 1 < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Number(i) is not { Percent: false, Value: >= 2 and <= 12 } number) continue;
            var kinds = scene.IsJapanese(i + 1) && scene.Raw(i + 1) is "つ" or "つの" or "種" or "種類" or "種類の" ? scene.Next(i + 1) : i + 1;
            if (scene.Category(kinds) is not { Role: ColumnRole.Dimension, Values.Count: var many } || many != number.Value || IsRanked(scene, i)) continue;
            for (var k = i; k < kinds; k++) scene.Use(k, new Setting("/dimensions/0"));
        }
    }

    /// <summary>"top 3 origins", "the three origins with the lowest mpg"</summary>
    private static bool IsRanked(Scene scene, int i)
    {
        if (scene.Is(scene.Next(i, -1), WordKind.Top, WordKind.Superlative) || scene.Is(scene.Next(i, -1), WordKind.Compare)) return true;
        for (var k = i + 1; k < scene.Count && scene.Raw(k) is not ("." or "?" or "。" or ";"); k++)
        {
            if (scene.Is(k, WordKind.Top, WordKind.Superlative) || scene.Is(k, WordKind.Sort, WordKind.SortAfter)) return true;
        }
        return false;
    }
}
