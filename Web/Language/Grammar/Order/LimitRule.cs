using Web.Semantics;

namespace Web.Language;

/// <summary>top 5, 上位10社, ワースト3, the 5 largest, "which owner has the most", 一番売上が高い店舗.</summary>
internal static class LimitRule
{
    private const int Usual = 10;
    private static readonly string Worst = string.Concat(Tokens.Of("ワースト").Select(t => t.Raw));

    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Top).ToList()) ReadTop(scene, draft, i);
        foreach (var i in scene.All(WordKind.Superlative).Where(i => !ListedExtremes.Has(scene, i)).ToList())
        {
            // "best (lowest) rank": what stands in brackets says how it is meant.
            if (scene.Raw(i + 1) is "(" && scene.Is(i + 2, WordKind.Superlative) && scene.Raw(i + 3) is ")") scene.Use(i, new Setting("/sort"));
            else ReadSuperlative(scene, draft, i);
        }
        foreach (var i in scene.All(WordKind.Adjective).ToList()) ReadAdjective(scene, draft, i);
        ReadCount(scene, draft);
    }

    private static void ReadTop(Scene scene, Draft draft, int i)
    {
        var order = scene.Word(i)!.Value == "bottom" ? SortOrder.Asc : SortOrder.Desc;
        if (scene.Raw(i) == Worst) order = Superlatives.WorstFirst(scene, i);
        var number = CountAt(scene, scene.Next(i)) ? scene.Next(i) : CountAt(scene, i - 1) ? i - 1 : -1;
        if (scene.Raw(i) is "first" or "leading" && number < 0) return;
        if (number < 0 && Turns.IsPlace(scene, i)) return; // "worst at the top"
        var limit = new LimitPart { Count = number >= 0 ? (int)scene.Number(number)!.Value : IsOne(scene, i) ? 1 : Usual, Assumed = number < 0 };
        draft.Limit = limit;
        scene.Use(i, limit);
        if (number >= 0) scene.Use(number, limit);
        if (number >= 0 && (scene.Is(number + 1, WordKind.Rows) || (scene.IsJapanese(number + 1) && scene.IsEntity(number + 1) && scene.IsCounter(number + 1)))) scene.Use(number + 1, limit);
        var ranked = scene.Next(number >= 0 ? number : i);
        RankTimes(scene, draft, ranked, i);
        if (IsWithinGroups(scene, i)) limit.Of = scene.Category(ranked) ?? (scene.IsEntity(ranked) ? scene.Lexicon.Identity : null);
        // "in descending order, top 5": an order that was said stays.
        if (draft.Sort is { Order: { } said } && said != order) order = said;
        draft.Sort ??= new SortPart { Axis = "y" };
        draft.Sort.Order = order;
    }

    /// <summary>"top campaign by revenue": the noun is one.</summary>
    private static bool IsOne(Scene scene, int i) =>
        !scene.IsJapanese(i) && scene.Next(i) is >= 0 and var noun && (scene.IsEntity(noun) || scene.Category(noun) is { Type: ColumnType.Text }) && scene.LastToken(noun) is { Script: Script.Word, Raw: [.., not 's'] };

    private static bool CountAt(Scene scene, int i) => scene.Number(i) is { Percent: false, Value: >= 1 and <= 10000 } n && n.Value == Math.Truncate(n.Value);

    private static void ReadSuperlative(Scene scene, Draft draft, int i)
    {
        var (order, hint, hinted, overTime, dated) = Superlatives.Of(scene, i);
        if (OrderFirst(scene, draft, i, order, hint, overTime)) return;
        if (!dated && SingleRow.Read(scene, draft, i, order, hint)) return;
        if (dated && RowsByTime.Read(scene, draft, i, order, IsPlural(scene, i) ? Usual : 1)) return;
        if (dated || (hinted && hint is null && !NamesMeasure(scene))) return;
        if (draft.Chart is ChartType.Pie or ChartType.Donut or ChartType.Treemap && scene.Is(scene.Next(i), WordKind.Share))
        {
            // "which takes the biggest share, as a donut": all of it is shown.
            scene.Use(i, new Setting("/chart_type"));
            return;
        }
        if (hint is not null && IsWithinGroups(scene, i))
        {
            // "the tallest player in each team": the extreme of every group.
            var extreme = new MeasurePart { Column = hint, Aggregate = order == SortOrder.Asc ? Aggregates.Min : Aggregates.Max };
            draft.Measures.Add(extreme);
            scene.Use(i, extreme);
            return;
        }
        var next = scene.Next(i);
        var number = CountAt(scene, next) ? next : CountAt(scene, i - 1) ? i - 1 : CountedBefore(scene, i);
        if (number < 0 && hint is not null && scene.Measure(next) == hint && !Ranks(scene, i) && !RanksRows(scene, next))
        {
            // "longest wait", "the youngest age among …": the extreme itself.
            ReadExtreme(scene, draft, i, next, order);
            return;
        }
        if (number < 0 && !hinted && IsMeasureAt(scene, next) && !Ranks(scene, i) && !RanksRows(scene, next))
        {
            ReadExtreme(scene, draft, i, next, order);
            return;
        }
        if (number < 0 && !hinted && scene.Raw(i) is not ("biggest" or "largest" or "highest" or "smallest" or "lowest" or "top") && CountedRows(scene, next) is >= 0 and var counted)
        {
            // "the most unmanned stations": how many of them there are.
            var rows = new MeasurePart { Aggregate = Aggregates.Count };
            draft.Measures.Add(rows);
            draft.Counts = true;
            scene.Use(counted, rows);
        }
        if (number < 0 && Persons.AreAskedFor(scene) && Persons.ColumnOf(scene) is { } doer && scene.Raw(i) is "most" or "fewest" or "least" && scene.Category(next) is { Type: ColumnType.Text } things && things != doer && IsPluralWord(scene, next))
        {
            // "who manages the most customers": how many different ones.
            CountRule.AddCount(scene, draft, next, things);
        }
        if (GeneralRows.Ranked(scene, i) is >= 0 and var rowsRanked && draft.Measures.Count == 0)
        {
            CountRule.AddCount(scene, draft, rowsRanked);
        }
        var nth = Nth(scene, i);
        var limit = new LimitPart { Count = number >= 0 ? (int)scene.Number(number)!.Value : nth > 0 ? nth : IsPlural(scene, i) ? Usual : 1, Assumed = nth > 0 };
        if (nth > 0) scene.Use(i - 1, limit);
        if (IsWithinGroups(scene, i)) limit.Of = Ranked(scene, i);
        if (scene.IsUnknown(next) && IsPlural(scene, i)) scene.Use(next, limit);
        scene.Use(i, limit);
        if (number >= 0) scene.Use(number, limit);
        if (number >= 0 || !AsksForSeveral(scene, i)) draft.Limit ??= limit;
        draft.Sort = new SortPart { Axis = "y", Order = order };
        if (scene.Word(i)!.Value.EndsWith(" count", StringComparison.Ordinal) && !NamesMeasure(scene) && draft.Measures.Count == 0)
        {
            draft.Measures.Add(new MeasurePart { Aggregate = Aggregates.Count, Assumed = true });
            draft.Counts = true;
        }
        if (hint is not null && !scene.Mentions(hint)) draft.Measures.Add(new MeasurePart { Column = hint });
        if (hint is not null && OwnerAsked(scene, i) && draft.Measures.Find(m => m.Column == hint) is { Aggregate: null } figure && IsRow(scene, next))
        {
            // "which winery has the most expensive wine": the dearest of each counts.
            figure.Aggregate = order == SortOrder.Asc ? Aggregates.Min : Aggregates.Max;
            scene.Use(next, figure);
        }
        if (!scene.IsJapanese(i)) RankTimes(scene, draft, scene.Next(number > i ? number : i), i);
        var adjective = scene.Next(i);
        if (scene.Is(adjective, WordKind.Adjective)) scene.Use(adjective, limit);
        UseAdjectiveBehind(scene, i, limit, draft);
    }

    /// <summary>"top 5 months by revenue", 売上の多い日トップ5: steps of time are ranked.</summary>
    private static void RankTimes(Scene scene, Draft draft, int ranked, int i)
    {
        if (scene.IsJapanese(i)) ranked = i - 1;
        // "our 5 best sales days"
        else if (scene.Is(ranked + 1, WordKind.GrainNoun) && (scene.Measure(ranked) is not null || scene.Is(ranked, WordKind.DefaultMeasure))) ranked++;
        if (scene.Is(ranked, WordKind.GrainNoun) && (!scene.IsJapanese(i) || scene.Number(ranked - 1) is null) && !scene.Used(ranked) && scene.Lexicon.HasDates && (scene.IsJapanese(ranked) || scene.LastToken(ranked).Raw is [.., 's'])) GroupRule.AddGroup(scene, draft, ranked, null, -1);
    }

    private static int CountedRows(Scene scene, int next)
    {
        if (next < 0 || scene.IsJapanese(next)) return -1;
        var k = next;
        while (scene.Value(k) is not null || scene.Field(k) is { Type: ColumnType.Boolean }) k++;
        return k > next && (scene.IsEntity(k) || scene.Field(k) is { Type: ColumnType.Text } column && (column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity || RowNames.IsName(column))) && IsPluralWord(scene, k) ? k : -1;
    }

    private static bool OwnerAsked(Scene scene, int i) =>
        Enumerable.Range(0, i).Any(k => scene.Is(k, WordKind.Which) && scene.Category(scene.Next(k)) is { Role: ColumnRole.Dimension } && scene.Next(k) < i);

    private static bool IsRow(Scene scene, int k) => scene.IsEntity(k) || (scene.Field(k) is { } column && (column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity));

    /// <summary>"longest first", "oldest region first": the order, whatever it is of.</summary>
    private static bool OrderFirst(Scene scene, Draft draft, int i, SortOrder order, Column? hint, bool overTime)
    {
        var first = Turns.EndOf(scene, i);
        if (first < 0) return false;
        draft.Sort = new SortPart { Order = order };
        if (hint is not null && !scene.Mentions(hint) && !Turns.SpeaksOfFigure(scene, hint)) draft.Sort.Column = hint;
        else draft.Sort.Axis = overTime ? "x" : "y";
        for (var k = i; k <= first; k++) scene.Use(k, draft.Sort);
        return true;
    }

    /// <summary>"the five regions with the lowest profit", "the 5 with the highest count": how many stand before the noun.</summary>
    private static int CountedBefore(Scene scene, int i)
    {
        var with = false;
        for (var k = i - 1; k >= 0 && k >= i - 6; k--)
        {
            with |= scene.Raw(k) is "with" or "withthe" or "having" or "that" or "have" or "whohave" or "havethe" or "has" or "whose" or "by" or "bythe" or "had" or "hadthe" or "got" or "gotthe" or "get" or "getthe" or "won" or "wonthe" or "sold" or "soldthe" or "made" or "madethe" or "received" or "receivedthe" or "are" or "arethe" or "were" or "werethe";
            if (CountAt(scene, k) && !scene.Used(k) && scene.Is(scene.Next(k, -1), WordKind.Which)) return k;
            if (CountAt(scene, k) && !scene.Used(k)) return with && !scene.Is(scene.Next(k, -1), WordKind.Compare) ? k : -1;
            if (!scene.IsSmall(k) && scene.Category(k) is null && scene.Measure(k) is null && !scene.IsEntity(k) && !scene.Is(k, WordKind.Rows)) return -1;
        }
        return -1;
    }

    private static bool NamesMeasure(Scene scene) => Enumerable.Range(0, scene.Count).Any(k => scene.Measure(k) is not null || scene.Is(k, WordKind.DefaultMeasure));

    /// <summary>"the second highest": the first two are shown.</summary>
    private static int Nth(Scene scene, int i) => scene.Raw(i - 1) switch { "second" => 2, "third" => 3, "fourth" => 4, "fifth" => 5, _ => 0 };

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
        // "the most wasted category", "the most borrowed books"
        if (scene[scene.Next(i)] is FieldMeaning { Done: true } && scene.Next(scene.Next(i)) is >= 0 and var thing && (scene.Category(thing) is not null || scene.IsEntity(thing))) return true;
        var category = false;
        var asks = false;
        for (var k = 0; k < i; k++)
        {
            category |= scene.Category(k) is not null || scene.IsEntity(k) || (scene.Raw(k) is "who" && (scene.Lexicon.Identity is not null || Persons.ColumnOf(scene) is not null));
            category |= scene.Is(k, WordKind.Grain, WordKind.GrainNoun) && scene.Is(scene.Next(k, -1), WordKind.Which);
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
        var part = new MeasurePart { Column = scene.Measure(measure) ?? (scene.Is(measure, WordKind.DefaultMeasure) ? DefaultMeasure.SaidBy(scene, measure) : DefaultMeasure.Of(scene.Lexicon)), Aggregate = order == SortOrder.Asc ? Aggregates.Min : Aggregates.Max };
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
            if (scene.Category(k) is null || !IsPluralWord(scene, k)) continue;
            if (scene.Is(scene.Next(k, -1), WordKind.Which)) return true;
            // "hosts with the most listings"
            if (scene.Next(k, -1) < 0 && scene.Raw(k + 1) is "with" or "withthe" or "having") return true;
        }
        return false;
    }

    /// <summary>"the players with the most goals in each team" ranks the players.</summary>
    private static Column? Ranked(Scene scene, int i)
    {
        for (var k = i - 1; k >= 0; k--)
        {
            if (scene.IsEntity(k)) return scene.Lexicon.Identity;
            if (scene.Category(k) is { Role: ColumnRole.Dimension or ColumnRole.Identity } column) return column;
        }
        return null;
    }

    private static bool IsPlural(Scene scene, int i)
    {
        var k = scene.Next(i);
        while (scene.Value(k) is not null) k++; // "biggest open deals"
        // "worst performing stores"
        if (scene.IsUnknown(k) && scene.Raw(k) is var verb && (verb.EndsWith("ing", StringComparison.Ordinal) || verb.EndsWith("ed", StringComparison.Ordinal))) k = scene.Next(k);
        return (scene.IsEntity(k) || scene.Category(k) is not null) && !Enumerable.Range(0, i).Any(c => scene.Category(c) is not null || scene.Raw(c) is "who" || (scene.Is(c, WordKind.Grain, WordKind.GrainNoun) && (scene.Is(scene.Next(c, -1), WordKind.Which) || scene.Raw(c - 1) is "what" or "which"))) && IsPluralWord(scene, k);
    }

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
        // 処理が多い曜日: how often it was done.
        if (scene.IsJapanese(i) && draft.Measures.Count == 0 && scene.Raw(i - 1) is "が" or "の" && scene.IsUnknown(i - 2) && AssumedRows.AreActs(scene.Raw(i - 2))) CountRule.AddCount(scene, draft, i - 2);
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
