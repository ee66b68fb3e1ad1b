using Web.Semantics;

namespace Web.Language;

/// <summary>"launch method", 検出方法 of a column Launch, Detection: a head that any kind of thing has says nothing new of a column of kinds.</summary>
internal static class KindNouns
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "method", "methods", "mode", "modes", "way", "type", "types", "kind", "kinds", "form", "forms", "style", "styles", "class", "classes", "category", "categories", "group", "groups", "status", "state", "outcome", "outcomes", "result", "results", "source", "channel", "route", "technique", "platform",
        "方法", "手段", "手法", "方式", "形式", "形態", "種別", "種類", "区分", "分類", "状態", "状況", "結果", "経路", "技法", "系統", "グループ", "タイプ", "カテゴリ", "クラス", "モード",
    };

    public static bool Join(Unknowns unknowns, int i)
    {
        if (i == 0 || !Nouns.Contains(unknowns.Written(i)) || unknowns[i - 1].English == unknowns.First(i).IsJapanese || (unknowns.First(i).IsJapanese && !unknowns.First(i).Glued)) return false;
        var columns = unknowns[i - 1].Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: false, Quality: >= 0.75 }).Select(f => f.Column).Distinct().ToList();
        return columns is [{ Role: ColumnRole.Dimension, Type: ColumnType.Text } column] && unknowns.Guess(i - 1, i, [new FieldMeaning(column, 0.85, Written: unknowns.Written(i - 1, i))]);
    }
}
