using Web.Semantics;

namespace Web.Language;

/// <summary>どの言語に何件ずつ, どの店で何人: what is asked of each divides, and the rows of each are counted.</summary>
internal static class OfEach
{
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i + 3 < scene.Count; i++)
        {
            if (scene.Raw(i) is not ("どの" or "どこの") || scene.Category(i + 1) is not { Role: ColumnRole.Dimension } kinds || scene.Used(i + 1) || scene.Raw(i + 2) is not ("に" or "で" or "から" or "が" or "は" or "を")) continue;
            if (!Enumerable.Range(i + 3, Math.Min(3, scene.Count - i - 3)).Any(k => scene.Raw(k).StartsWith('何') && scene.Is(k, WordKind.Count) && !scene.Raw(k).Contains('種'))) continue;
            var part = new GroupPart { Column = kinds, Grouped = true };
            draft.Groups.Add(part);
            scene.Use(i, part);
            scene.Use(i + 1, part);
        }
    }
}
