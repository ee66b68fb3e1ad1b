using Web.Semantics;

namespace Web.Language;

/// <summary>"above 50 or below 46", 50より上か46未満: two bounds that no number fulfils both of are either of them. "above 3 and below 9" are both.</summary>
internal static class Others
{
    private static readonly HashSet<string> Either = new(StringComparer.Ordinal) { "or", "か", "または", "もしくは", "あるいは" };

    /// <summary>"or below", "and below" before a number begins another bound, where it would otherwise end the one before it. A denial, a third bound and numbers of two kinds stay a question.</summary>
    public static bool Read(Scene scene, Draft draft, int i, int number)
    {
        if (scene.IsJapanese(i) || Joined(scene.Raw(i)) is not { } either || scene.PartOf(number) is not FilterPart { Column: { } column, Aggregate: null, Or: null, Value: decimal bound } first) return false;
        var next = scene.Next(i);
        if (next < 0 || scene.Used(next) || scene.Number(next) is not { } other || scene.Number(number) is not { Value: not 0 } one || (one.Percent, one.Spelling) != (other.Percent, other.Spelling)) return false;
        var below = scene.Word(i)!.Value is ['<', ..];
        if (below != first.Op is FilterOp.Greater or FilterOp.GreaterOrEqual || below == first.Op is FilterOp.Less or FilterOp.LessOrEqual) return false;
        var value = other.Value * (bound / one.Value);
        if (either != (below ? bound >= value : bound <= value) || CompareRule.NumberAfter(scene, next) >= 0 || Enumerable.Range(next + 1, scene.Count - next - 1).Any(k => scene.Is(k, WordKind.Compare, WordKind.CompareAfter))) return false;
        var second = new FilterPart { Column = column, Op = below ? FilterOp.Less : FilterOp.Greater, Value = value };
        if (either) first.Or = second;
        draft.Filters.Add(second);
        scene.Use(i, first);
        scene.Use(next, second);
        return true;
    }

    private static bool? Joined(string words) => words.StartsWith("or", StringComparison.Ordinal) ? true : words.StartsWith("and", StringComparison.Ordinal) ? false : null;

    public static void Part(Scene scene, Draft draft)
    {
        foreach (var above in draft.Filters.Where(f => f is { Op: FilterOp.Greater or FilterOp.GreaterOrEqual, Value: decimal, Aggregate: null, Or: null }))
        {
            if (draft.Filters.FindAll(f => f.Column == above.Column && f.Aggregate is null) is not [_, _] both || both.Find(f => f != above) is not { Op: FilterOp.Less or FilterOp.LessOrEqual, Value: decimal least, Or: null } below || (decimal)above.Value! < least) continue;
            int[] places = [.. Enumerable.Range(0, scene.Count).Where(k => ReferenceEquals(scene.PartOf(k), above) || ReferenceEquals(scene.PartOf(k), below))];
            if (places.Length > 1 && Enumerable.Range(places[0], places[^1] - places[0]).Any(k => Either.Contains(scene.Raw(k)))) above.Or = below;
        }
    }
}
