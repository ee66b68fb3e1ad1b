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
        ReadLast(scene, draft);
        foreach (var i in scene.All(WordKind.Adjective).ToList()) ReadAdjective(scene, draft, i);
        ReadCount(scene, draft);
        ReadPlaces(scene, draft);
        ReadBars(scene, draft);
    }

    /// <summary>5位まで: the first five.</summary>
    private static void ReadPlaces(Scene scene, Draft draft)
    {
        if (scene.Contract.Columns.Any(c => c is { Hidden: false, IsNumeric: true } && ColumnForms.NamesOf(c).Any(name => name.Any(t => t.Raw is "rank" or "position" or "place" or "standing" or "finish" or "位" or "着")))) return; // 着順が3位まで
        for (var i = 0; i + 2 < scene.Count; i++)
        {
            if (draft.Limit is { Assumed: false } || scene.Used(i) || !HowMany.At(scene, i) || scene.Raw(i + 1) is not "位" || !scene.Raw(i + 2).StartsWith("まで", StringComparison.Ordinal)) continue;
            draft.Limit = new LimitPart { Count = (int)scene.Number(i)!.Value };
            draft.Sort ??= new SortPart { Axis = "y", Order = SortOrder.Desc };
            for (var k = i; k <= i + 2; k++) scene.Use(k, draft.Limit);
        }
    }

    /// <summary>"no more than six bars", "at most 5 slices": how many are drawn.</summary>
    private static void ReadBars(Scene scene, Draft draft)
    {
        for (var i = 1; i < scene.Count; i++)
        {
            if (draft.Limit is not null || scene.Used(i) || !HowMany.At(scene, i) || scene.Raw(i + 1) is not ("bars" or "bar" or "columns" or "slices" or "bubbles" or "boxes" or "segments") || !scene.Is(i - 1, WordKind.Only) && (!scene.Is(i - 1, WordKind.Compare) || scene.Word(i - 1)!.Value is not ("<=" or "<"))) continue;
            draft.Limit = new LimitPart { Count = (int)scene.Number(i)!.Value };
            draft.Sort ??= new SortPart { Axis = "y", Order = SortOrder.Desc };
            for (var k = i - 1; k <= i + 1; k++) scene.Use(k, draft.Limit);
            if (scene.Raw(i - 2) is "with" or "and") scene.Use(i - 2);
        }
    }

    /// <summary>"last 10 enrolments": the newest of them.</summary>
    private static void ReadLast(Scene scene, Draft draft)
    {
        for (var i = 1; i + 1 < scene.Count; i++)
        {
            if (draft.Limit is not null || scene.Used(i) || scene.Raw(i - 1) is not ("last" or "thelast" or "latest") || !HowMany.At(scene, i) || !scene.IsEntity(i + 1)) continue;
            if (Enumerable.Range(0, scene.Count).Any(k => k != i - 1 && scene.Measure(k) is not null || scene.Is(k, WordKind.By, WordKind.Count) || scene.Is(k, WordKind.Chart, WordKind.Grain)) || PeriodRule.DefaultTime(scene.Contract, draft) is not { } time) return;
            draft.List = draft.Dated = true;
            draft.Sort = new SortPart { Column = time, Order = SortOrder.Desc };
            draft.Limit = new LimitPart { Count = (int)scene.Number(i)!.Value };
            scene.Use(i - 1, draft.Sort);
            scene.Use(i, draft.Limit);
            scene.Use(i + 1, new Setting("/dataset"));
        }
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
