using Web.Semantics;

namespace Web.Language;

/// <summary>How many are shown and which come first: top 5, 上位10社, the 5 largest, 多い順に10人.</summary>
internal static class LimitRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Top).ToList()) TopRule.Read(scene, draft, i);
        foreach (var i in scene.All(WordKind.Superlative).Where(i => !ListedExtremes.Has(scene, i)).ToList())
        {
            if (scene.Used(i)) continue; // the end of "from the shortest to the longest"
            // "best (lowest) rank": what stands in brackets says how it is meant.
            if (scene.Raw(i + 1) is "(" && scene.Is(i + 2, WordKind.Superlative) && scene.Raw(i + 3) is ")") scene.Use(i, new Setting("/sort"));
            else SuperlativeRule.Read(scene, draft, i);
        }
        foreach (var i in scene.All(WordKind.Adjective).ToList()) ReadAdjective(scene, draft, i);
        ReadCount(scene, draft);
    }

    /// <summary>売上が多い州トップ5, 給与の高い上位5部署; alone it asks for the order.</summary>
    private static void ReadAdjective(Scene scene, Draft draft, int i)
    {
        if (scene.Used(i)) return;
        var order = scene.Word(i)!.Value == "asc" ? SortOrder.Asc : SortOrder.Desc;
        draft.Sort ??= new SortPart { Axis = "y" };
        draft.Sort.Order = order;
        scene.Use(i, draft.Sort);
        // 処理が多い曜日: how often it was done.
        if (scene.IsJapanese(i) && draft.Measures.Count == 0 && scene.Raw(i - 1) is "が" or "の" && scene.IsUnknown(i - 2) && AssumedRows.AreActs(scene.Raw(i - 2))) CountRule.AddCount(scene, draft, i - 2);
        // 解約が多かった月: how often, by the day on which it was done.
        else if (scene.IsJapanese(i) && draft.Measures.Count == 0 && scene.Raw(i - 1) is "が" or "の" && scene[i - 2] is FieldMeaning { Weak: true, Column: { IsTemporal: true } done } && !scene.Used(i - 2))
        {
            draft.TimeHint ??= done;
            CountRule.AddCount(scene, draft, i - 2);
        }
    }

    /// <summary>多い順に10人, "5 owners in descending order": a plain number of rows in an ordered request is a limit.</summary>
    private static void ReadCount(Scene scene, Draft draft)
    {
        if (draft.Sort is null || draft.Limit is not null) return;
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || !HowMany.At(scene, i) || scene.Is(i + 1, WordKind.CompareAfter) || scene.Is(i + 2, WordKind.CompareAfter) || scene.Is(scene.Next(i, -1), WordKind.Compare)) continue;
            if (!scene.Is(i + 1, WordKind.Rows) && !scene.IsEntity(i + 1) && scene.Category(i + 1) is null) continue;
            draft.Limit = new LimitPart { Count = (int)scene.Number(i)!.Value };
            scene.Use(i, draft.Limit);
            if (scene.Is(i + 1, WordKind.Rows) || scene.IsJapanese(i + 1)) scene.Use(i + 1, draft.Limit);
            return;
        }
    }
}
