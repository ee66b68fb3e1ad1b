using Web.Semantics;

namespace Web.Language;

/// <summary>1件あたりの売上, 一回当たりの時間, "cost per order": a figure divided by what a row is, is its mean. By anything else it cannot be reckoned here.</summary>
internal static class PerRow
{
    private static readonly HashSet<string> Cases = new(StringComparer.Ordinal) { "件", "回", "行", "レコード", "伝票", "取引", "注文", "点" };

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i)) continue;
            if (draft.Distribution && scene.Number(i) is { Value: 1, Percent: false } && IsRow(scene, i + 1) && scene.Raw(i + 2) is "の" && scene.Measure(i + 3) is not null) Take(scene, draft, i, i + 3); // 1回の利用時間の分布
            if (scene.Number(i) is { Value: 1, Percent: false } && scene.IsJapanese(i + 1) && IsRow(scene, i + 1) && EndOfShare(scene, i + 2) is > 0 and var end) Take(scene, draft, i, end);
            else if (IsRow(scene, i) && scene.IsJapanese(i) && EndOfShare(scene, i + 1) is > 0 and var bare) Take(scene, draft, i, bare);
            else if (scene.IsJapanese(i + 1) && !scene.IsSmall(i) && !scene.Used(i) && EndOfShare(scene, i + 1) > 0 && (scene.Field(i) is not null || Units.IsUnit(scene, i) || scene.IsUnknown(i) || scene.Is(i, WordKind.Rows))) draft.Gaps.Add(new Gap(GapKind.Measure, i));
            else if (scene.Raw(i) is "per" && AreNumbered(scene) && IsRowWord(scene, i + 1) && scene.Measure(scene.Next(i, -1)) is not null) Take(scene, draft, i, i + 2);
        }
    }

    private static void Take(Scene scene, Draft draft, int from, int end)
    {
        draft.PerRow = true;
        for (var k = from; k < end; k++) scene.Use(k, new Setting("/measures/0"));
    }

    /// <summary>The figures that no aggregate was said for are means.</summary>
    public static void Settle(Draft draft)
    {
        // 1件あたりの人数の分布 is that of the figure itself.
        if (!draft.PerRow || draft.Distribution || draft.Chart == ChartType.Histogram) return;
        foreach (var measure in draft.Measures.Where(m => m is { Column: not null, Aggregate: null or Aggregates.Sum })) measure.Aggregate = Aggregates.Mean;
    }

    private static bool IsRow(Scene scene, int i) =>
        (scene.Is(i, WordKind.Rows) && Cases.Contains(scene.Raw(i))) || IsRowWord(scene, i) || (scene.Raw(i) is "人" or "名" && scene.Lexicon.Identity is { } identity && People.IsOfPeople(identity));

    private static bool IsRowWord(Scene scene, int i) => scene.IsEntity(i) || (scene.Field(i) is { Role: ColumnRole.Identity });

    /// <summary>Rows that bear a number and no name: nobody asks for a bar of each.</summary>
    private static bool AreNumbered(Scene scene) => scene.Lexicon.Identity is { } identity && (RowNames.IsNumber(identity) || RowNames.IsKey(identity));

    /// <summary>The index behind あたり or 当たり, or 0.</summary>
    private static int EndOfShare(Scene scene, int i)
    {
        var raw = "";
        for (var k = i; k < scene.Count && k < i + 4; k++)
        {
            raw += scene.Raw(k);
            if (raw is "あたり" or "当たり" or "当り" or "あたりの" or "当たりの") return k + 1;
        }
        return 0;
    }
}
