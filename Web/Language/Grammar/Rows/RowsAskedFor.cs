using Web.Semantics;

namespace Web.Language;

/// <summary>"anything above 10 billion", "which ones are still open", 未定の案件を出して: the rows themselves, whatever they are called.</summary>
internal static class RowsAskedFor
{
    private static readonly HashSet<string> Handed = new(StringComparer.Ordinal) { "出して", "だして", "探して", "見つけて", "抜き出して", "抽出", "抽出して", "確認したい", "確認", "拾って", "挙げて" };
    private static readonly HashSet<string> ShownThings = new(StringComparer.Ordinal) { "表示", "表示して", "見せて", "見せてください", "教えて", "リストアップ", "リストアップして", "ください" };
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal) { "を見せて", "を見たい", "を表示", "を表示して", "を教えて", "を知りたい" };

    public static void Apply(Scene scene, Draft draft)
    {
        // 満足度が4未満だった月を一覧で: what a row is of is shown with all the rest of it.
        if (draft is { List: true, Measures.Count: 0, Filters.Count: > 0 } && draft.Groups.TrueForAll(g => g is { Grouped: false, Column.Role: ColumnRole.Time }) && !draft.Filters.Exists(f => f.Aggregate is not null)) draft.Groups.Clear();
        // "what was order 1023", 配送番号 D-10250 はどんな配送でしたか
        if (draft.AsksNothing && draft.Filters is [{ Column.Role: ColumnRole.Identity, Op: FilterOp.Equal }] && !scene.AsksForChart)
        {
            draft.List = true;
            return;
        }
        if (!draft.AsksNothing || draft.Filters.Count == 0 || scene.AsksForChart) return;
        draft.List = scene.Next(-1) is >= 0 and var first && scene.Is(first, WordKind.All) && scene.FirstToken(first).Raw is "all" && scene.IsEntity(first + 1) || scene.FirstToken(0).Raw is "everything" or "anything" or "anyone" or "everyone" || Persons.AreAskedFor(scene) && draft.Filters.Exists(f => f.Aggregate is null && f.Phrase is null) || Enumerable.Range(0, scene.Count - 1).Any(i => AreOnes(scene, i) || AreHanded(scene, i));
    }

    private static bool AreOnes(Scene scene, int i) => scene.Is(i, WordKind.Which) && scene.FirstToken(i + 1).Raw is "ones";

    private static bool AreHanded(Scene scene, int i)
    {
        var things = scene.Raw(i) is "も" && scene.Raw(i + 1) is "の" ? i + 2 : scene.Raw(i) is "もの" or "やつ" ? i + 1 : -1;
        if (things >= 0 && things < scene.Count && (Shown.Contains(scene.Raw(things)) || scene.Raw(things) is "を" && ShownThings.Contains(scene.Raw(things + 1)))) return true;
        var handed = things >= 0 ? things : scene.IsEntity(i) || scene.Raw(i) is "分" || scene.Is(i, WordKind.Rows) ? i + 1 : scene.Count;
        return handed + 1 < scene.Count && scene.Raw(handed) is "を" && Handed.Contains(scene.Raw(handed + 1));
    }
}
