using Web.Semantics;

namespace Web.Language;

/// <summary>"longest wait", "the highest price": the extreme itself and no rank.</summary>
internal static class Extremes
{
    public static string Of(SortOrder order) => order == SortOrder.Asc ? Aggregates.Min : Aggregates.Max;

    public static bool IsFigure(Scene scene, int i) =>
        scene.Measure(i) is not null || scene.Is(i, WordKind.DefaultMeasure) || CountedBehind(scene, i) >= 0
        || (scene.Is(i, WordKind.Aggregate) && (scene.Measure(scene.Next(i)) is not null || scene.Is(scene.Next(i), WordKind.DefaultMeasure)));

    /// <summary>"what is the strongest max speed": the extreme of the figure that stands right behind, and no row.</summary>
    public static bool IsAskedFor(Scene scene, int i) =>
        !scene.IsJapanese(i) && scene.Measure(i + 1) is not null && !(scene.IsEntity(scene.Next(i + 1)) || scene.Category(scene.Next(i + 1)) is not null || scene.IsUnknown(i + 2)) && string.Concat(Enumerable.Range(0, i).Select(scene.Raw)) is "whatisthe" or "whatwasthe" or "what'sthe" or "whatsthe" or "whatisour" or "whatwasour";

    /// <summary>年齢がいちばん低い人で何歳, 送料が最も高い配送はいくら: the extreme of the figure before, where it is asked how much that is.</summary>
    public static bool IsAskedBehind(Scene scene, Draft draft, int i, SortOrder order)
    {
        if (!scene.IsJapanese(i) || draft.Groups.Count > 0 || scene.Raw(i - 1) is not ("が" or "の") || scene.Measure(i - 2) is not { } figure || scene.Used(i - 2)) return false;
        var asked = Enumerable.Range(i + 1, scene.Count - i - 1).FirstOrDefault(k => scene.Raw(k) is "いくら" or "いくつ" or "どれくらい" or "どのくらい" || scene.Raw(k) is "何" && (scene.Measure(k + 1) == figure || Units.IsUnit(scene, k + 1) || UnitNouns.AreUnits(scene.Raw(k + 1))), -1);
        if (asked < 0 || Enumerable.Range(i + 1, asked - i - 1).Any(k => scene.Is(k, WordKind.Which, WordKind.ByAfter) || scene.Is(k, WordKind.GrainNoun, WordKind.Grain) || scene.Category(k) is { } kinds && !IsRow(scene, kinds))) return false;
        if (scene.Category(scene.Next(i)) is null && !scene.IsEntity(scene.Next(i)) && !scene.Is(scene.Next(i), WordKind.Rows) && scene.Next(i) != asked && scene.Raw(scene.Next(i)) is not ("人" or "方" or "もの" or "の")) return false;
        var part = new MeasurePart { Column = figure, Aggregate = Of(order) };
        draft.Measures.Add(part);
        foreach (var k in new[] { i - 2, i, asked }) scene.Use(k, part);
        if (scene.Raw(asked) is "何") scene.Use(asked + 1, part);
        if (scene.IsEntity(scene.Next(i)) || scene.Category(scene.Next(i)) is not null) scene.Use(scene.Next(i), new Setting("/dataset"));
        return true;
    }

    private static bool IsRow(Scene scene, Column kinds) => kinds.Role == ColumnRole.Identity || kinds == scene.Lexicon.Identity && scene.Lexicon.IsPerRow;

    /// <summary>"the highest number of violations": the figure that is itself a number of something.</summary>
    private static int CountedBehind(Scene scene, int i) =>
        !scene.IsJapanese(i) && scene.Is(i, WordKind.Count) && scene.Raw(i) is "numberof" or "thenumberof" && scene.Measure(scene.Next(i)) is { DefaultAggregate: Aggregates.Sum } ? scene.Next(i) : -1;

    public static void Read(Scene scene, Draft draft, int i, int next, SortOrder order)
    {
        var measure = scene.Is(next, WordKind.Aggregate) ? scene.Next(next) : next;
        if (scene.Is(next, WordKind.Aggregate))
        {
            // "the highest average salary": of averages there is only one order.
            draft.Sort = new SortPart { Axis = "y", Order = order };
            scene.Use(i, draft.Sort);
            return;
        }
        if (CountedBehind(scene, next) is >= 0 and var counted)
        {
            scene.Use(next);
            measure = counted;
        }
        var part = new MeasurePart { Column = scene.Measure(measure) ?? (scene.Is(measure, WordKind.DefaultMeasure) ? DefaultMeasure.SaidBy(scene, measure) : DefaultMeasure.Of(scene.Lexicon)), Aggregate = Of(order) };
        if (part.Column is null) return;
        draft.Measures.Add(part);
        scene.Use(i, part);
        scene.Use(measure, part);
    }
}
