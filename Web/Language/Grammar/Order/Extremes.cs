using Web.Semantics;

namespace Web.Language;

/// <summary>"longest wait", "the highest price": the extreme itself and no rank.</summary>
internal static class Extremes
{
    public static string Of(SortOrder order) => order == SortOrder.Asc ? Aggregates.Min : Aggregates.Max;

    public static bool IsFigure(Scene scene, int i) =>
        scene.Measure(i) is not null || scene.Is(i, WordKind.DefaultMeasure)
        || (scene.Is(i, WordKind.Aggregate) && (scene.Measure(scene.Next(i)) is not null || scene.Is(scene.Next(i), WordKind.DefaultMeasure)));

    /// <summary>"what is the strongest max speed": the extreme of the figure that stands right behind, and no row.</summary>
    public static bool IsAskedFor(Scene scene, int i) =>
        !scene.IsJapanese(i) && scene.Measure(i + 1) is not null && string.Concat(Enumerable.Range(0, i).Select(scene.Raw)) is "whatisthe" or "whatwasthe" or "what'sthe" or "whatsthe" or "whatisour" or "whatwasour";

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
        var part = new MeasurePart { Column = scene.Measure(measure) ?? (scene.Is(measure, WordKind.DefaultMeasure) ? DefaultMeasure.SaidBy(scene, measure) : DefaultMeasure.Of(scene.Lexicon)), Aggregate = Of(order) };
        if (part.Column is null) return;
        draft.Measures.Add(part);
        scene.Use(i, part);
        scene.Use(measure, part);
    }
}
