using Web.Semantics;

namespace Web.Language;

/// <summary>"salary over 8000 or in Sales", 大阪または金額100万以上: either of two conditions on different columns. With a third beside them, or a "not" before them, it is asked what belongs together.</summary>
internal static class Alternatives
{
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 1; i + 1 < scene.Count; i++)
        {
            if (scene.Raw(i) is not ("or" or "または" or "もしくは" or "あるいは")) continue;
            if (Nearest(scene, i, -1) is not { } left || Nearest(scene, i, 1) is not { } right || left == right || left.Column == right.Column) continue;
            if (draft.Filters.Count > 2 || draft.Share || left.Op is FilterOp.NotEqual or FilterOp.NotIn && scene.All(WordKind.Not, WordKind.NotAfter).Any() || right.Op is FilterOp.NotEqual or FilterOp.NotIn && scene.All(WordKind.Not, WordKind.NotAfter).Any()) draft.Gaps.Add(new Gap(GapKind.Condition, i));
            else
            {
                left.Or = right;
                scene.Use(i, left);
            }
        }
    }

    /// <summary>The condition that the words on one side belong to, with nothing else between.</summary>
    private static FilterPart? Nearest(Scene scene, int i, int step)
    {
        for (var k = i + step; k >= 0 && k < scene.Count; k += step)
        {
            if (scene.PartOf(k) is FilterPart { Aggregate: null, Phrase: null } part) return part;
            if (!scene.IsSmall(k) && !scene.IsMark(k) && scene.PartOf(k) is not Setting { Slot: "/dataset" }) return null;
        }
        return null;
    }
}
