namespace Web.Language;

/// <summary>"against a target of 5 million", 目標5000万円: a figure to reach. The number belongs to it and to no condition.</summary>
internal static class TargetRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Target).ToList())
        {
            var (after, before) = (scene.Next(i), scene.Next(i, -1));
            var number = IsFree(scene, after) ? after : IsFree(scene, before) ? before : -1;
            if (number < 0) continue;
            draft.Target = scene.Number(number)!.Value;
            var target = new Setting("/target");
            scene.Use(i, target);
            scene.Use(number, target);
            if (scene.Is(number + 1, WordKind.Rows)) scene.Use(number + 1, target);
            // 「目標100件に対する…」: the unit of the number is no figure of its own.
            else if (scene.Is(number + 1, WordKind.Count, WordKind.CountAfter)) scene.Use(number + 1, target);
        }
    }

    private static bool IsFree(Scene scene, int i) => i >= 0 && scene.Number(i) is { Percent: false } && !scene.Used(i);
}
