using Web.Semantics;

namespace Web.Language;

/// <summary>"negative profit", 利益がマイナス, 赤字の店舗: figures below or above nothing.</summary>
internal static class SignRule
{
    private static readonly HashSet<string> OfProfit = new(StringComparer.Ordinal) { "赤字", "黒字", "intherred", "inthered", "intheblack", "lossmaking", "loss-making", "unprofitable", "profitable", "losingmoney", "makingmoney" };

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i + 2 < scene.Count; i++)
        {
            if (HasCome(scene, draft, i) is { } words) Add(scene, draft, scene.Measure(i)!, FilterOp.Greater, words);
        }
        foreach (var i in scene.All(WordKind.Sign).ToList())
        {
            var (before, after) = (scene.Next(i, -1), scene.Next(i));
            var item = scene.IsJapanese(i) ? (scene.Measure(before) is not null ? before : -1) : scene.Measure(after) is not null && after == i + 1 ? after : scene.Measure(before) is not null ? before : -1;
            var column = scene.Measure(item) ?? (OfProfit.Contains(scene.Raw(i)) ? scene.Lexicon.ColumnCalled("profit") ?? scene.Lexicon.ColumnCalled("利益") : null);
            if (column is null) continue;
            Add(scene, draft, column, scene.Word(i)!.Value == "<" ? FilterOp.Less : FilterOp.Greater, [i, item]);
        }
    }

    private static void Add(Scene scene, Draft draft, Column column, FilterOp op, int[] words)
    {
        var part = new FilterPart { Column = column, Op = op, Value = 0m };
        draft.Filters.Add(part);
        foreach (var word in words) scene.Use(word, part);
    }

    private static readonly string[] Came = ["発生した", "発生している", "発生する", "生じた", "付いた", "ついた", "出た", "課された", "あった"];

    /// <summary>延滞金が発生した件数: those of which there was any.</summary>
    private static int[]? HasCome(Scene scene, Draft draft, int i)
    {
        if (scene.Measure(i) is null || scene.Used(i) || scene.Raw(i + 1) is not "が" || draft.Limit is not null || draft.Sort is not null) return null;
        var tail = string.Concat(Enumerable.Range(i + 2, Math.Min(4, scene.Count - i - 2)).Select(scene.Typed));
        if (Array.Find(Came, said => tail.StartsWith(said, StringComparison.Ordinal)) is not { } came) return null;
        var last = i + 1;
        for (var length = 0; length < came.Length; length += scene.Typed(last).Length) last++;
        return scene.Is(last + 1, WordKind.Count, WordKind.CountAfter) || scene.IsEntity(last + 1) ? [.. Enumerable.Range(i, last - i + 1)] : null;
    }
}
