using Web.Semantics;

namespace Web.Language;

/// <summary>by owner, per month, for each X, split by Y, 担当者別, 部署と役職ごと, チームで色分け, X軸は月.</summary>
internal static class GroupRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        Axes.Read(scene, draft);
        foreach (var i in scene.All(WordKind.Series).ToList()) GroupsAfter.Read(scene, draft, i, DimensionRole.Series);
        foreach (var i in scene.All(WordKind.SeriesAfter).ToList()) GroupsBefore.Read(scene, draft, i, DimensionRole.Series);
        // termで積み上げて
        foreach (var i in Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Where(i => scene.Is(i, WordKind.Stack) && scene.Raw(i - 1) is "で" or "ごとに" or "別に")) Grouping.Add(scene, draft, scene.Next(i, -1), DimensionRole.Series, -1);
        foreach (var i in scene.All(WordKind.By).ToList()) GroupsAfter.Read(scene, draft, i, null);
        foreach (var i in scene.All(WordKind.Compare).ToList())
        {
            // "sales over order date": over without a number is along.
            if (scene.Raw(i) is not "over" || scene.Next(i) is not (>= 0 and var along) || !Grouping.IsPossible(scene, along)) continue;
            // "the average rating over its episodes": of all of them
            if (scene.Raw(along - 1) is "its" or "their" or "all" or "allits" or "alltheir" && scene.Category(along) is { Type: ColumnType.Text } && HowMany.IsPlural(scene, along))
            {
                scene.Use(i);
                scene.Use(along, new Setting("/dataset"));
            }
            else GroupsAfter.Read(scene, draft, i, null);
        }
        foreach (var i in scene.All(WordKind.ByAfter).ToList()) GroupsBefore.Read(scene, draft, i, null);
        // 各支店の売上
        for (var i = 0; i + 1 < scene.Count; i++)
        {
            if (scene.Raw(i) is not "各") continue;
            if (scene.Category(i + 1) is not null) Grouping.Add(scene, draft, i + 1, null, i);
            else if (scene.Measure(i + 1) is { } number && Classes.Has(number) && !scene.Used(i + 1)) GroupsByNumber.Read(scene, draft, i, i + 1, number);
        }
        foreach (var i in scene.All(WordKind.Grain).ToList()) ReadGrain(scene, draft, i);
    }

    private static void ReadGrain(Scene scene, Draft draft, int i)
    {
        // "monthly average", "daily": the grain groups, wherever it stands.
        if (!Grouping.Add(scene, draft, i, null, -1)) return;
        if (scene.IsJoin(i + 1) && scene.Is(i + 2, WordKind.GrainNoun) && Grouping.Add(scene, draft, i + 2, null, -1)) scene.Use(i + 1);
        if (scene.Is(i + 1, WordKind.ByAfter)) scene.Use(i + 1);
    }
}
