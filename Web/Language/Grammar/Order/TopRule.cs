using Web.Semantics;

namespace Web.Language;

/// <summary>top 5, 上位10社, ワースト3.</summary>
internal static class TopRule
{
    private static readonly string Worst = string.Concat(Tokens.Of("ワースト").Select(t => t.Raw));

    public static void Read(Scene scene, Draft draft, int i)
    {
        var order = scene.Word(i)!.Value == "bottom" ? SortOrder.Asc : SortOrder.Desc;
        if (scene.Raw(i) == Worst) order = Superlatives.WorstFirst(scene, i);
        var number = HowMany.At(scene, scene.Next(i)) ? scene.Next(i) : HowMany.At(scene, i - 1) ? i - 1 : -1;
        if (scene.Raw(i) is "first" or "leading" && number < 0) return;
        if (number < 0 && Turns.IsPlace(scene, i))
        {
            if (scene.Raw(i - 2) is "across" or "along") scene.Use(i); // "weather across the top"
            return; // "worst at the top"
        }
        if (number < 0 && scene.LastToken(i).Raw is "top" && scene.Measure(i + 1) is { } peak && scene.LastToken(i + 1).Raw is [.., not 's'] && Enumerable.Range(0, i).Any(k => scene.TokensOf(k).Any(t => t.Raw is "what" or "whats" or "how")))
        {
            // "what is the top speed a submarine reached"
            var most = new MeasurePart { Column = peak, Aggregate = Aggregates.Max };
            draft.Measures.Add(most);
            scene.Use(i, most);
            scene.Use(i + 1, most);
            if (scene.Raw(i + 2) is "a" or "an" or "any" && (scene.Category(i + 3) is not null || scene.IsEntity(i + 3))) scene.Use(i + 3, new Setting("/dataset"));
            return;
        }
        var limit = new LimitPart { Count = number >= 0 ? (int)scene.Number(number)!.Value : HowMany.IsOne(scene, i) ? 1 : HowMany.Usual, Assumed = number < 0 };
        draft.Limit = limit;
        scene.Use(i, limit);
        if (number >= 0) scene.Use(number, limit);
        if (number >= 0 && (scene.Is(number + 1, WordKind.Rows) || (scene.IsJapanese(number + 1) && scene.IsEntity(number + 1) && scene.IsCounter(number + 1)))) scene.Use(number + 1, limit);
        if (number >= 0 && scene.Raw(number + 1) is "社" && RankedNouns.Companies(scene) is { } companies && !draft.Groups.Exists(g => g.Column == companies) && !Enumerable.Range(0, scene.Count).Any(k => k != number + 1 && scene.Category(k) is not null && !scene.Used(k)))
        {
            // 請求額の上位5社
            var each = new GroupPart { Column = companies, Grouped = true };
            draft.Groups.Add(each);
            scene.Use(number + 1, each);
            if (draft.Trend || Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.ByAfter, WordKind.Grain))) limit.Of = companies;
        }
        var ranked = scene.Next(number >= 0 ? number : i);
        RankedNouns.ReadTimes(scene, draft, ranked, i);
        if (RankedNouns.StandInGroups(scene, i)) limit.Of = scene.Category(ranked) ?? (scene.IsEntity(ranked) ? scene.Lexicon.Identity : null);
        // "in descending order, top 5": an order that was said stays.
        if (draft.Sort is { Order: { } said } && said != order) order = said;
        draft.Sort ??= new SortPart { Axis = "y" };
        draft.Sort.Order = order;
    }
}
