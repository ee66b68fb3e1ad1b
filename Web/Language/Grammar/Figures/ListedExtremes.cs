using Web.Semantics;

namespace Web.Language;

/// <summary>"the highest, lowest and average fare": superlatives that are listed with an aggregate are aggregates too, and rank nothing.</summary>
internal static class ListedExtremes
{
    /// <summary>Those that stand before the aggregate at <paramref name="i"/>, in one list with it.</summary>
    public static IEnumerable<int> Before(Scene scene, int i)
    {
        var found = new List<int>();
        for (var k = i; scene.IsJoin(scene.Next(k, -1)) && scene.Next(scene.Next(k, -1), -1) is >= 0 and var before && Of(scene, before) is not null; k = before) found.Insert(0, before);
        return found;
    }

    /// <summary>"lowest, mean and highest price": it stands behind the aggregates of a list, before their figure.</summary>
    public static bool EndsList(Scene scene, int i) => Of(scene, i) is not null && (scene.Measure(i + 1) is not null || scene.Is(i + 1, WordKind.DefaultMeasure));

    /// <summary>It is listed with an aggregate, and ranks nothing.</summary>
    public static bool Has(Scene scene, int i)
    {
        if (EndsList(scene, i) && scene.IsJoin(scene.Next(i, -1)) && scene.Is(scene.Next(scene.Next(i, -1), -1), WordKind.Aggregate)) return true;
        while (Of(scene, i) is not null && scene.IsJoin(scene.Next(i)))
        {
            i = scene.Next(scene.Next(i));
            if (scene.Is(i, WordKind.Aggregate)) return true;
        }
        return false;
    }

    /// <summary>"smallest and largest fee at each level": both ends of a figure.</summary>
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i + 3 < scene.Count; i++)
        {
            if (!scene.IsJoin(i + 1) || scene.Next(i + 1) is not (>= 0 and var second) || scene.Measure(second + 1) is not { } figure || scene.Used(i)) continue;
            if ((Of(scene, i) ?? Valued(scene, i, figure)) is not { } one || (Of(scene, second) ?? Valued(scene, second, figure)) is not { } other || one == other) continue;
            foreach (var (item, aggregate) in new[] { (i, one), (second, other) })
            {
                var part = new MeasurePart { Column = figure, Aggregate = aggregate };
                draft.Measures.Add(part);
                scene.Use(item, part);
                scene.Use(second + 1, part);
            }
            scene.Use(i + 1);
        }
    }

    /// <summary>"the worst and the best rank": of what is better when it is less, the best is the least.</summary>
    private static string? Valued(Scene scene, int i, Column figure) =>
        scene.Is(i, WordKind.Superlative) && scene.LastToken(i).Raw is "best" or "worst" ? scene.LastToken(i).Raw is "best" == Superlatives.IsBad(figure) ? Aggregates.Min : Aggregates.Max : null;

    public static string? Of(Scene scene, int i) => scene.Is(i, WordKind.Superlative) ? scene.LastToken(i).Raw switch { "highest" or "greatest" or "largest" or "biggest" or "most" or "priciest" or "dearest" or "longest" => Aggregates.Max, "expensive" => scene.Raw(i).StartsWith("least", StringComparison.Ordinal) ? Aggregates.Min : Aggregates.Max, "lowest" or "smallest" or "least" or "cheapest" or "shortest" => Aggregates.Min, _ => null } : null;
}
