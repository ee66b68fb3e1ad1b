using Web.Semantics;

namespace Web.Language;

/// <summary>"negative profit", 利益がマイナス, 赤字の店舗: figures below or above nothing.</summary>
internal static class SignRule
{
    private static readonly HashSet<string> OfProfit = new(StringComparer.Ordinal) { "赤字", "黒字", "intherred", "inthered", "intheblack", "lossmaking", "loss-making", "unprofitable", "profitable", "losingmoney", "makingmoney" };

    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Sign).ToList())
        {
            var (before, after) = (scene.Next(i, -1), scene.Next(i));
            var item = scene.IsJapanese(i) ? (scene.Measure(before) is not null ? before : -1) : scene.Measure(after) is not null && after == i + 1 ? after : scene.Measure(before) is not null ? before : -1;
            var column = scene.Measure(item) ?? (OfProfit.Contains(scene.Raw(i)) ? scene.Lexicon.ColumnCalled("profit") ?? scene.Lexicon.ColumnCalled("利益") : null);
            if (column is null) continue;
            var part = new FilterPart { Column = column, Op = scene.Word(i)!.Value == "<" ? FilterOp.Less : FilterOp.Greater, Value = 0m };
            draft.Filters.Add(part);
            scene.Use(i, part);
            scene.Use(item, part);
        }
    }
}
