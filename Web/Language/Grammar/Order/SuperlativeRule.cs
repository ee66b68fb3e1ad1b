using Web.Semantics;

namespace Web.Language;

/// <summary>"the 5 largest", "which owner has the most", 一番売上が高い店舗.</summary>
internal static class SuperlativeRule
{
    public static void Read(Scene scene, Draft draft, int i)
    {
        var said = Superlatives.Of(scene, i);
        if (scene.Word(i)!.Value.Contains("price", StringComparison.Ordinal) && scene.Measure(scene.Next(i)) is { } amount && amount != said.Hint && !Amounts.IsMoney(amount))
        {
            draft.Gaps.Add(new Gap(GapKind.Measure, i)); // "the most expensive bottle" of a quantity of bottles
            foreach (var word in new[] { i, scene.Next(i) }) scene.Use(word, new Setting("/dataset"));
            return;
        }
        if (RanksNothing(scene, draft, i, said)) return;
        var next = scene.Next(i);
        var number = HowMany.At(scene, next) ? next : HowMany.At(scene, i - 1) ? i - 1 : HowMany.Before(scene, i);
        if (number < 0 && (said.Hint is { } hint ? scene.Measure(next) == hint : !(said.Hinted && !(scene.Measure(next) is { } lasting && (Units.IsDuration(lasting) || scene.IsJapanese(i) && Amounts.IsMoney(lasting)))) && Extremes.IsFigure(scene, next)) && !RankedNouns.AreAsked(scene, i) && !RankedNouns.AreNamed(scene, next))
        {
            Extremes.Read(scene, draft, i, next, said.Order);
            return;
        }
        ReadCounted(scene, draft, i, number, said.Hinted);
        var limit = ReadLimit(scene, draft, i, number);
        draft.Sort = new SortPart { Axis = "y", Order = said.Order };
        ReadFigure(scene, draft, i, said);
        if (!scene.IsJapanese(i)) RankedNouns.ReadTimes(scene, draft, scene.Next(number > i ? number : i), i);
        if (scene.Is(next, WordKind.Adjective)) scene.Use(next, limit);
        UseAdjectiveBehind(scene, i, limit, draft);
    }

    /// <summary>An order, one row, the first in time, a whole that is shown, the extreme of every group.</summary>
    private static bool RanksNothing(Scene scene, Draft draft, int i, Superlatives.Reading said)
    {
        if (OrderFirst(scene, draft, i, said)) return true;
        if (said.Hint is { } asked && AsksHowMuch(scene, i))
        {
            // "how old is our oldest student"
            var most = new MeasurePart { Column = asked, Aggregate = Extremes.Of(said.Order) };
            draft.Measures.Add(most);
            scene.Use(i, most);
            if (scene.IsEntity(scene.Next(i)) || scene.Category(scene.Next(i)) is { Role: ColumnRole.Identity } || scene.Category(scene.Next(i)) is { Type: ColumnType.Text } called && RowNames.IsName(called) || scene.Category(scene.Next(i)) is { Type: ColumnType.Text, Values: null or { Count: > 30 } }) scene.Use(scene.Next(i), new Setting("/dataset"));
            return true;
        }
        if (!said.Dated && Extremes.IsAskedBehind(scene, draft, i, said.Order)) return true;
        if (!said.Dated && Extremes.IsAskedFor(scene, i))
        {
            Extremes.Read(scene, draft, i, scene.Next(i), said.Order);
            return true;
        }
        if (!said.Dated && SingleRow.Read(scene, draft, i, said.Order, said.Hint)) return true;
        if (said.Dated && RowsByTime.Read(scene, draft, i, said.Order, HowMany.AreSeveral(scene, i) ? HowMany.Usual : 1)) return true;
        if (said.Dated || (said is { Hinted: true, Hint: null } && !NamesMeasure(scene))) return true;
        if (draft.Chart is ChartType.Pie or ChartType.Donut or ChartType.Treemap && scene.Is(scene.Next(i), WordKind.Share))
        {
            // "which takes the biggest share, as a donut": all of it is shown.
            scene.Use(i, new Setting("/chart_type"));
            return true;
        }
        if (said.Hint is null || !RankedNouns.StandInGroups(scene, i)) return false;
        // "the tallest player in each team": the extreme of every group.
        var extreme = new MeasurePart { Column = said.Hint, Aggregate = Extremes.Of(said.Order) };
        draft.Measures.Add(extreme);
        scene.Use(i, extreme);
        return true;
    }

    private static bool AsksHowMuch(Scene scene, int i)
    {
        if (scene.IsJapanese(i)) return false;
        List<string> before = [.. Enumerable.Range(0, i).SelectMany(k => scene.TokensOf(k).Select(t => t.Raw))];
        return before is ["how", "old" or "long" or "tall" or "big" or "heavy" or "far" or "large" or "high" or "deep" or "expensive" or "fast" or "young" or "short", "is" or "was" or "are" or "were", ..] or ["what", "is" or "was", "the", "age" or "length" or "height" or "weight" or "price", "of", ..] && before.Count <= 6;
    }

    /// <summary>"the most unmanned stations", "who manages the most customers": how many there are of what stands behind.</summary>
    private static void ReadCounted(Scene scene, Draft draft, int i, int number, bool hinted)
    {
        var next = scene.Next(i);
        if (number < 0 && !hinted && scene.Raw(i) is not ("biggest" or "largest" or "highest" or "smallest" or "lowest" or "top") && RankedNouns.Counted(scene, next) is >= 0 and var counted)
        {
            var rows = new MeasurePart { Aggregate = Aggregates.Count };
            draft.Measures.Add(rows);
            draft.Counts = true;
            scene.Use(counted, rows);
        }
        if (!hinted && !scene.IsJapanese(i) && scene.Raw(i) is "most" or "themost" or "fewest" or "thefewest" or "least" or "theleast" && !scene.Used(next) && scene.Category(next) is { Type: ColumnType.Text } owned && !Occurrences.Are(owned) && scene.Lexicon.ComesAgain(owned) && HowMany.IsPlural(scene, next)
            && Enumerable.Range(0, i).Any(k => scene.Category(k) is { Type: ColumnType.Text } asked && asked != owned && (scene.Is(scene.Next(k, -1), WordKind.Which) || scene.Number(k - 1) is not null && scene.Is(scene.Next(k - 1, -1), WordKind.Which))))
        {
            // "which 4 branches have the least members"
            CountRule.AddCount(scene, draft, next, owned);
        }
        else if (number < 0 && Persons.AreAskedFor(scene) && Persons.ColumnOf(scene) is { } doer && scene.Raw(i) is "most" or "fewest" or "least" && scene.Category(next) is { Type: ColumnType.Text } things && things != doer && HowMany.IsPlural(scene, next))
        {
            CountRule.AddCount(scene, draft, next, things);
        }
        if (GeneralRows.Ranked(scene, i) is >= 0 and var ranked && draft.Measures.Count == 0) CountRule.AddCount(scene, draft, ranked);
    }

    private static LimitPart ReadLimit(Scene scene, Draft draft, int i, int number)
    {
        var next = scene.Next(i);
        var nth = HowMany.Nth(scene, i);
        var several = HowMany.AreSeveral(scene, i);
        var limit = new LimitPart { Count = number >= 0 ? (int)scene.Number(number)!.Value : nth > 0 ? nth : several ? HowMany.Usual : 1, Assumed = nth > 0 };
        if (nth > 0) scene.Use(i - 1, limit);
        if (RankedNouns.StandInGroups(scene, i)) limit.Of = RankedNouns.Of(scene, i);
        if (scene.IsUnknown(next) && several) scene.Use(next, limit);
        scene.Use(i, limit);
        if (number >= 0) scene.Use(number, limit);
        if (number >= 0 || !HowMany.AreAskedFor(scene, i)) draft.Limit ??= limit;
        return limit;
    }

    /// <summary>The figure that the adjective itself names: a count, or a column that nobody else named.</summary>
    private static void ReadFigure(Scene scene, Draft draft, int i, Superlatives.Reading said)
    {
        if (scene.Word(i)!.Value.EndsWith(" count", StringComparison.Ordinal) && !NamesMeasure(scene) && draft.Measures.Count == 0)
        {
            draft.Measures.Add(new MeasurePart { Aggregate = Aggregates.Count, Assumed = true });
            draft.Counts = true;
        }
        if (said.Hint is not { } hint) return;
        if (!scene.Mentions(hint)) draft.Measures.Add(new MeasurePart { Column = hint });
        var row = scene.Next(i);
        if (!RankedNouns.OwnersAreAsked(scene, i) || !RankedNouns.AreRows(scene, row) || draft.Measures.Find(m => m.Column == hint) is not { Aggregate: null } figure) return;
        // "which winery has the most expensive wine": the dearest of each counts.
        figure.Aggregate = Extremes.Of(said.Order);
        scene.Use(row, figure);
    }

    /// <summary>"longest first", "oldest region first": the order, whatever it is of.</summary>
    private static bool OrderFirst(Scene scene, Draft draft, int i, Superlatives.Reading said)
    {
        var first = Turns.EndOf(scene, i);
        if (first < 0) return false;
        draft.Sort = new SortPart { Order = said.Order, Dated = said.Dated, Hint = said.Hint };
        if (scene.Field(i + 1) is { Role: ColumnRole.Time, IsTemporal: true } day && first > i + 1) (draft.Sort.Column, draft.Sort.Order) = (day, said.Dated ? said.Order : draft.Sort.Order);
        else if (said.Hint is { } hint && !scene.Mentions(hint) && !Enumerable.Range(Math.Max(0, i - 4), Math.Min(4, i)).Any(k => scene.LastToken(k).Raw is "bar" or "bars" or "column" or "columns") && !Turns.SpeaksOfFigure(scene, hint)) draft.Sort.Column = hint;
        else draft.Sort.Axis = said.OverTime ? "x" : "y";
        for (var k = i; k <= first; k++) scene.Use(k, draft.Sort);
        return true;
    }

    private static bool NamesMeasure(Scene scene) => Enumerable.Range(0, scene.Count).Any(k => scene.Measure(k) is not null || scene.Is(k, WordKind.DefaultMeasure));

    /// <summary>一番売上が高い店舗: the adjective comes after the measure and may turn the order.</summary>
    private static void UseAdjectiveBehind(Scene scene, int i, LimitPart limit, Draft draft)
    {
        for (var k = i + 1; k < scene.Count && k < i + 6; k++)
        {
            if (scene.Raw(k) is "悪い" or "悪かった" or "良い" or "よい" or "いい" && scene.Raw(k - 1) is "が" or "の" && !scene.Used(k))
            {
                // 一番評価の平均が悪い地域
                scene.Use(k, limit);
                draft.Sort!.Order = scene.Raw(k)[0] is '悪' ? Superlatives.WorstFirst(scene, i) : Superlatives.WorstFirst(scene, i) == SortOrder.Asc ? SortOrder.Desc : SortOrder.Asc;
                continue;
            }
            if (!scene.Is(k, WordKind.Adjective) || (scene.Used(k) && k != scene.Next(i))) continue;
            scene.Use(k, limit);
            if (scene.Word(k)!.Value == "asc") draft.Sort!.Order = SortOrder.Asc;
        }
    }
}
