using Web.Semantics;

namespace Web.Language;

/// <summary>Whole numbers that name classes rather than amounts: grades, terms, seasons, cylinders, floors. Grouped by, each is a class of its own.</summary>
internal static class Classes
{
    private static readonly HashSet<string> Nouns =
    [
        .. Tokens.Of("""
            grade level term season class cylinder door seat gear floor story storey room bedroom bathroom star tier rank stage round phase step shift
            semester generation version wave cohort lane gate platform terminal zone ward block priority severity group category type
            line court pitch pier runway route precinct constituency
            lvl cyl gr sem household shelf rack aisle children siblings parity limit credits episode chapter set inning lap
            """).Select(t => t.Text),
    ];

    private static readonly HashSet<string> Tails = [.. Tokens.Of("number no code id year").Select(t => t.Text)];

    private static readonly string[] Endings = ["学年", "学期", "年度", "年", "期", "番号", "コード", "級", "階", "号", "組", "回", "ランク", "レベル", "段階", "等級", "区分", "シーズン", "ラウンド", "節", "気筒数", "ライン", "区", "ゲート", "フロア", "レーン", "コース", "枠", "ブース", "ブロック", "グループ", "ステージ", "窓口", "号室", "室", "ドア数", "部屋数"];

    public static bool Has(Column column)
    {
        if (column.Type != ColumnType.Integer) return false;
        foreach (var name in column.Titles.Values.Append(column.Name))
        {
            var tokens = Tokens.OfName(name);
            if (tokens.Exists(t => t.IsJapanese) ? Endings.Any(e => name.EndsWith(e, StringComparison.Ordinal)) : tokens.Exists(t => Nouns.Contains(t.Text)) || (tokens.Count > 0 && Tails.Contains(tokens[^1].Text))) return true;
        }
        return false;
    }
}
