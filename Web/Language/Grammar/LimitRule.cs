using Web.Semantics;

namespace Web.Language;

/// <summary>top 5, 上位10社, ワースト3, the 5 largest, "which owner has the most", 一番売上が高い店舗.</summary>
internal static class LimitRule
{
    private const int Usual = 10;

    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Top).ToList()) ReadTop(scene, draft, i);
        foreach (var i in scene.All(WordKind.Superlative).ToList()) ReadSuperlative(scene, draft, i);
        foreach (var i in scene.All(WordKind.Adjective).ToList()) ReadAdjective(scene, draft, i);
        ReadCount(scene, draft);
    }

    private static void ReadTop(Scene scene, Draft draft, int i)
    {
        var order = scene.Word(i)!.Value == "bottom" ? SortOrder.Asc : SortOrder.Desc;
        var number = CountAt(scene, scene.Next(i)) ? scene.Next(i) : CountAt(scene, i - 1) ? i - 1 : -1;
        if (scene.Raw(i) is "first" or "leading" && number < 0) return;
        var limit = new LimitPart { Count = number >= 0 ? (int)scene.Number(number)!.Value : Usual, Assumed = number < 0 };
        draft.Limit = limit;
        scene.Use(i, limit);
        if (number >= 0) scene.Use(number, limit);
        if (number >= 0 && scene.Is(number + 1, WordKind.Rows)) scene.Use(number + 1, limit);
        var ranked = scene.Next(number >= 0 ? number : i);
        if (IsWithinGroups(scene, i)) limit.Of = scene.Category(ranked) ?? (scene.IsEntity(ranked) ? scene.Lexicon.Identity : null);
        // "in descending order, top 5": an order that was said stays.
        if (draft.Sort is { Order: { } said } && said != order) order = said;
        draft.Sort ??= new SortPart { Axis = "y" };
        draft.Sort.Order = order;
    }

    private static bool CountAt(Scene scene, int i) => scene.Number(i) is { Percent: false, Value: >= 1 and <= 10000 } n && n.Value == Math.Truncate(n.Value);

    private static void ReadSuperlative(Scene scene, Draft draft, int i)
    {
        var value = scene.Word(i)!.Value.Split(' ');
        var order = value[0] == "asc" ? SortOrder.Asc : SortOrder.Desc;
        var hint = value.Length > 1 ? value[1].Split('/').Select(scene.Lexicon.ColumnCalled).FirstOrDefault(c => c is not null) : null;
        if (value.Length > 1 && hint is null) return;
        if (hint is not null && IsWithinGroups(scene, i))
        {
            // "the tallest player in each team": the extreme of every group.
            var extreme = new MeasurePart { Column = hint, Aggregate = order == SortOrder.Asc ? Aggregates.Min : Aggregates.Max };
            draft.Measures.Add(extreme);
            scene.Use(i, extreme);
            return;
        }
        var next = scene.Next(i);
        var number = CountAt(scene, next) ? next : CountAt(scene, i - 1) ? i - 1 : -1;
        if (number < 0 && hint is null && value.Length == 1 && IsMeasureAt(scene, next) && !Ranks(scene, i) && !RanksRows(scene, next))
        {
            ReadExtreme(scene, draft, i, next, order);
            return;
        }
        var limit = new LimitPart { Count = number >= 0 ? (int)scene.Number(number)!.Value : IsPlural(scene, i) ? Usual : 1 };
        scene.Use(i, limit);
        if (number >= 0) scene.Use(number, limit);
        if (number >= 0 || !AsksForSeveral(scene, i)) draft.Limit ??= limit;
        draft.Sort = new SortPart { Axis = "y", Order = order };
        if (hint is not null) draft.Measures.Add(new MeasurePart { Column = hint });
        var adjective = scene.Next(i);
        if (scene.Is(adjective, WordKind.Adjective)) scene.Use(adjective, limit);
        UseAdjectiveBehind(scene, i, limit, draft);
    }

    private static bool IsWithinGroups(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count; k++)
        {
            if (scene.Is(k, WordKind.By) && scene.Raw(k) is not "by" && scene.Category(scene.Next(k)) is not null) return true;
        }
        return false;
    }

    /// <summary>一番売上が高い店舗: the adjective comes after the measure and may turn the order.</summary>
    private static void UseAdjectiveBehind(Scene scene, int i, LimitPart limit, Draft draft)
    {
        for (var k = i + 1; k < scene.Count && k < i + 6; k++)
        {
            if (!scene.Is(k, WordKind.Adjective) || (scene.Used(k) && k != scene.Next(i))) continue;
            scene.Use(k, limit);
            if (scene.Word(k)!.Value == "asc") draft.Sort!.Order = SortOrder.Asc;
        }
    }

    private static bool IsMeasureAt(Scene scene, int i) =>
        scene.Measure(i) is not null || scene.Is(i, WordKind.DefaultMeasure)
        || (scene.Is(i, WordKind.Aggregate) && (scene.Measure(scene.Next(i)) is not null || scene.Is(scene.Next(i), WordKind.DefaultMeasure)));

    /// <summary>"which city has the highest …", "the city with the highest …": a rank, not a maximum.</summary>
    private static bool Ranks(Scene scene, int i)
    {
        var category = false;
        var asks = false;
        for (var k = 0; k < i; k++)
        {
            category |= scene.Category(k) is not null || scene.IsEntity(k) || (scene.Raw(k) is "who" && scene.Lexicon.Identity is not null);
            asks |= scene.Is(k, WordKind.Which) || scene.Raw(k) is "with" or "having" or "has" or "have" or "had" or "that" or "withthe" or "bythe";
        }
        return scene.IsJapanese(i) ? !scene.Is(i + 1, WordKind.Filler) : category && asks;
    }

    /// <summary>"the highest grossing Japanese movie": the row, not only its figure.</summary>
    private static bool RanksRows(Scene scene, int measure)
    {
        var k = measure + 1;
        while (scene.Value(k) is not null) k++;
        return !scene.IsJapanese(measure) && scene.IsEntity(k) && !IsPluralWord(scene, k) && scene.Measure(measure) is not null && scene.Lexicon.Identity is not null;
    }

    private static void ReadExtreme(Scene scene, Draft draft, int i, int next, SortOrder order)
    {
        var measure = scene.Is(next, WordKind.Aggregate) ? scene.Next(next) : next;
        if (scene.Is(next, WordKind.Aggregate))
        {
            // "the highest average salary": of averages there is only one order.
            draft.Sort = new SortPart { Axis = "y", Order = order };
            scene.Use(i, draft.Sort);
            return;
        }
        var part = new MeasurePart { Column = scene.Measure(measure) ?? DefaultMeasure.Of(scene.Lexicon), Aggregate = order == SortOrder.Asc ? Aggregates.Min : Aggregates.Max };
        if (part.Column is null) return;
        draft.Measures.Add(part);
        scene.Use(i, part);
        scene.Use(measure, part);
    }

    /// <summary>"which departments have the highest …" wants the order, not one bar.</summary>
    private static bool AsksForSeveral(Scene scene, int i)
    {
        for (var k = 0; k < i; k++)
        {
            if (scene.Category(k) is not null && scene.Is(scene.Next(k, -1), WordKind.Which) && IsPluralWord(scene, k)) return true;
        }
        return false;
    }

    private static bool IsPlural(Scene scene, int i) => scene.IsEntity(scene.Next(i)) && !Enumerable.Range(0, i).Any(k => scene.Category(k) is not null) && IsPluralWord(scene, scene.Next(i));

    private static bool IsPluralWord(Scene scene, int k)
    {
        var raw = scene.LastToken(k).Raw;
        return raw.Length > 3 && raw[^1] == 's' && scene.LastToken(k).Text != raw;
    }

    /// <summary>売上が多い州トップ5, 給与の高い上位5部署; alone it asks for the order.</summary>
    private static void ReadAdjective(Scene scene, Draft draft, int i)
    {
        if (scene.Used(i)) return;
        var order = scene.Word(i)!.Value == "asc" ? SortOrder.Asc : SortOrder.Desc;
        draft.Sort ??= new SortPart { Axis = "y" };
        draft.Sort.Order = order;
        scene.Use(i, draft.Sort);
    }

    /// <summary>多い順に10人, "5 owners in descending order": a plain number of rows in an ordered request is a limit.</summary>
    private static void ReadCount(Scene scene, Draft draft)
    {
        if (draft.Sort is null || draft.Limit is not null) return;
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || !CountAt(scene, i) || scene.Is(i + 1, WordKind.CompareAfter) || scene.Is(i + 2, WordKind.CompareAfter) || scene.Is(scene.Next(i, -1), WordKind.Compare)) continue;
            if (!scene.Is(i + 1, WordKind.Rows) && !scene.IsEntity(i + 1) && scene.Category(i + 1) is null) continue;
            draft.Limit = new LimitPart { Count = (int)scene.Number(i)!.Value };
            scene.Use(i, draft.Limit);
            if (scene.Is(i + 1, WordKind.Rows) || scene.IsJapanese(i + 1)) scene.Use(i + 1, draft.Limit);
            return;
        }
    }
}
