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
            if (HasCome(scene, draft, i) is { } words && !draft.Filters.Exists(f => f.Column == scene.Measure(i) && f.Aggregate is null)) Add(scene, draft, scene.Measure(i)!, FilterOp.Greater, words);
        }
        for (var i = 0; i < scene.Count; i++)
        {
            if (IsNothing(scene, i) is not { } words) continue;
            if (AreThoseWithNone(scene)) draft.Gaps.Add(new Gap(GapKind.Condition, i));
            else Add(scene, draft, FigureAt(scene, words[0])!, FilterOp.Equal, words);
        }
        foreach (var i in scene.All(WordKind.Sign).ToList())
        {
            var (before, after) = (scene.Next(i, -1), scene.Next(i));
            var item = scene.IsJapanese(i) ? (scene.Measure(before) is not null ? before : -1) : scene.Measure(after) is not null && after == i + 1 ? after : scene.Measure(before) is not null ? before : -1;
            // 利益の合計がマイナスの州
            var aggregate = item < 0 && scene.IsJapanese(i) && scene.Raw(i - 1) is "が" or "は" or "も" && scene.Is(before, WordKind.Aggregate) ? before : -1;
            if (aggregate >= 0 && scene.Measure(scene.Next(before, -1)) is not null) item = scene.Next(before, -1);
            var column = scene.Measure(item) ?? (OfProfit.Contains(scene.Raw(i)) ? scene.Lexicon.ColumnCalled("profit") ?? scene.Lexicon.ColumnCalled("利益") : null);
            if (column is null) continue;
            Add(scene, draft, column, scene.Word(i)!.Value == "<" ? FilterOp.Less : FilterOp.Greater, [i, item]);
            draft.Filters[^1].Signed = i > 1 && scene.TokensOf(i - 1).Concat(scene.TokensOf(i - 2)).Any(t => t.Raw is "but" or "and");
            if (aggregate < 0) continue;
            draft.Filters[^1].Aggregate = scene.Word(aggregate)!.Value;
            if (draft.Measures.Count == 0) draft.Measures.Add(new MeasurePart { Column = column, Aggregate = draft.Filters[^1].Aggregate, Assumed = true });
            scene.Use(aggregate, draft.Filters[^1]);
        }
    }

    /// <summary>"states with sales over 3000 but a negative profit": beside a bound on what each group comes to, the sign is of the same.</summary>
    public static void Settle(Draft draft)
    {
        if (!draft.Filters.Exists(f => f is { Aggregate: Aggregates.Sum or Aggregates.Mean, Column: not null }) || draft.Groups.Count == 0) return;
        foreach (var sign in draft.Filters.Where(f => f is { Signed: true, Aggregate: null })) sign.Aggregate = sign.Column!.DefaultAggregate ?? Aggregates.Sum;
    }

    private static void Add(Scene scene, Draft draft, Column column, FilterOp op, int[] words)
    {
        var part = new FilterPart { Column = column, Op = op, Value = 0m };
        draft.Filters.Add(part);
        foreach (var word in words) scene.Use(word, part);
    }

    /// <summary>"stores with zero complaints" of their days: what they come to, which is not to be guessed from single rows.</summary>
    private static bool AreThoseWithNone(Scene scene) =>
        Enumerable.Range(0, scene.Count).Any(k => (scene.Category(k) ?? scene.Item(k).Meanings.OfType<FieldMeaning>().FirstOrDefault(f => f is { Quality: >= 0.9, Column.Role: ColumnRole.Dimension })?.Column) is { Role: ColumnRole.Dimension, Type: ColumnType.Text } things && !(scene.Lexicon.IsPerRow && things == scene.Lexicon.Identity) && !scene.Lexicon.IsOncePerRow(things) && !scene.Is(k + 1, WordKind.ByAfter) && !scene.Is(scene.Next(k, -1), WordKind.By));

    private static Column? FigureAt(Scene scene, int i) => scene.Measure(i) ?? (scene.Is(i, WordKind.DefaultMeasure) ? DefaultMeasure.SaidBy(scene, i) : null);

    /// <summary>売上ゼロ, 待機児童が0の市, "zero revenue": the figure, and the number behind or before it.</summary>
    private static int[]? IsNothing(Scene scene, int i)
    {
        // 値引きなしの注文
        if (scene.Measure(i - 1) is not null && !scene.Used(i - 1) && scene.IsJapanese(i) && scene.FirstToken(i).Glued && (scene.Raw(i) is "なし" or "無し" ? i : scene.Raw(i) + scene.Raw(i + 1) is "なし" or "無し" ? i + 1 : -1) is >= 0 and var none && (scene.Raw(none + 1) is "の" or "で" or "は" || none + 1 == scene.Count)) return [i - 1, .. Enumerable.Range(i, none - i + 1)];
        if (scene.Used(i) || scene.Number(i) is not { Value: 0, Percent: false }) return null;
        if (!scene.IsJapanese(i)) return scene.Raw(i) is "zero" && FigureAt(scene, i + 1) is not null && !scene.Used(i + 1) && !scene.Is(scene.Next(i, -1), WordKind.Compare, WordKind.Between) ? [i + 1, i] : null;
        var figure = scene.Raw(i - 1) is "が" or "は" ? i - 2 : i - 1;
        var end = Units.IsUnit(scene, i + 1) || scene.Raw(i + 1) is "円" or "件" or "人" or "分" ? i + 2 : i + 1;
        if (FigureAt(scene, figure) is null || scene.Used(figure) || scene.Is(end, WordKind.CompareAfter) || scene.Is(i + 1, WordKind.CompareAfter) || scene.Number(end) is not null) return null;
        return [figure, .. Enumerable.Range(i, end - i)];
    }

    private static readonly string[] Came = ["発生した", "発生している", "発生する", "生じた", "付いた", "ついた", "出た", "課された", "あった"];

    /// <summary>延滞している案件 of 延滞日数: those that it has befallen at all.</summary>
    private static int[]? IsBefallen(Scene scene, int i)
    {
        if (scene[i] is not FieldMeaning { Own: false, Column: { Role: ColumnRole.Measure } column } || scene.Used(i) || !scene.IsJapanese(i) || !Superlatives.IsBad(column) || Amounts.IsMoney(column)) return null;
        var last = i + 1;
        for (var said = ""; last < scene.Count && last <= i + 4; last++)
        {
            said += scene.Typed(last);
            if (said is "している" or "した" or "してる" or "が出た" or "が出ている") return scene.IsEntity(last + 1) ? [.. Enumerable.Range(i, last - i + 1)] : null;
        }
        return null;
    }

    /// <summary>延滞金が発生した件数: those of which there was any.</summary>
    private static int[]? HasCome(Scene scene, Draft draft, int i)
    {
        if (IsBefallen(scene, i) is { } befallen) return befallen;
        if (scene.Measure(i) is null || scene.Used(i) || scene.Raw(i + 1) is not "が" || draft.Limit is not null || draft.Sort is not null) return null;
        var tail = string.Concat(Enumerable.Range(i + 2, Math.Min(4, scene.Count - i - 2)).Select(scene.Typed));
        if (Array.Find(Came, said => tail.StartsWith(said, StringComparison.Ordinal)) is not { } came) return null;
        var last = i + 1;
        for (var length = 0; length < came.Length; length += scene.Typed(last).Length) last++;
        return scene.Is(last + 1, WordKind.Count, WordKind.CountAfter) || scene.IsEntity(last + 1) ? [.. Enumerable.Range(i, last - i + 1)] : null;
    }
}
