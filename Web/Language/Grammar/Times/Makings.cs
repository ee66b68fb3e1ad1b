using Web.Semantics;

namespace Web.Language;

/// <summary>
/// "built in the 1970s", 1970年代に建てられた, "never rebuilt", 架け替え済み: what was done to a thing, and the column that tells when.
/// A period beside the deed is of that column, whatever other dates there are.
/// </summary>
internal static class Makings
{
    /// <summary>Each line: how such columns are called, in English and in Japanese; the verbs; the beginnings of verbs.</summary>
    private static readonly (string[] Names, string[] Titles, string[] Verbs, string[] Stems)[] Kinds =
    [
        (["created", "creation"], ["作成", "起票"], ["created"], ["作ら", "作成", "つくら", "起票"]),
        (["rebuilt", "rebuild", "reconstruction", "reconstructed", "replaced", "replacement"], ["改築", "再建", "架替", "架け替え", "建替", "建て替え", "更新"], ["rebuilt", "reconstructed", "replaced"], ["架け替え", "架替", "架け換え", "建て替え", "建替", "建て直", "再建", "改築", "造り替え"]),
        (["renovation", "renovated", "refurbishment", "refurbished", "repair", "repaired", "renewal"], ["改修", "修繕", "補修", "改装"], ["renovated", "refurbished", "repaired"], ["改修", "修繕", "補修", "改装", "リフォーム", "リノベ"]),
        (["inspection", "inspected", "checked", "check", "survey", "surveyed"], ["点検", "検査", "調査"], ["inspected", "checked", "surveyed"], ["点検", "検査", "調査"]),
        (["build", "built", "construction", "constructed", "completion", "completed", "erected"], ["建築", "建設", "建造", "築年", "竣工", "完成", "架設", "造"], ["built", "constructed", "erected", "completed"], ["建て", "建った", "建設", "建築", "建造", "竣工", "完成", "架設", "架けられ", "架かった", "築の", "造ら", "作ら", "つくら", "できた", "出来た"]),
        (["model", "make", "made", "manufacture", "manufactured", "production", "produced", "vintage"], ["年式", "製造", "生産", "製作", "制作", "醸造"], ["made", "manufactured", "produced", "assembled"], ["製造", "生産", "製作", "制作", "製の", "作ら", "造ら", "つくら", "醸造"]),
        (["founded", "foundation", "established", "establishment", "opening", "opened"], ["設立", "創業", "創設", "創立", "開業", "開設", "開店"], ["founded", "established", "opened"], ["設立", "創業", "創設", "創立", "開業", "開設", "開店", "オープン"]),
        (["birth", "born", "birthday", "dob"], ["生年", "誕生", "生まれ"], ["born"], ["生まれ", "誕生", "うまれ"]),
        (["release", "released", "launch", "launched", "published", "publication", "issued"], ["発売", "公開", "発表", "出版", "刊行", "発行", "リリース"], ["released", "launched", "published", "issued"], ["発売", "公開", "発表", "出版", "刊行", "発行", "リリース"]),
        (["planting", "planted"], ["植栽", "植樹", "植え"], ["planted"], ["植え", "植樹", "植栽"]),
        (["registration", "registered"], ["登録"], ["registered"], ["登録"]),
        (["paid", "payment", "settled", "settlement"], ["支払", "入金", "決済", "払込"], ["paid", "settled"], ["支払", "入金", "決済", "払い", "払込"]),
        (["delivered", "delivery"], ["納品", "配達", "納入"], ["delivered"], ["納品", "配達", "納入"]),
        (["returned", "return"], ["返却", "返品"], ["returned"], ["返却", "返品"]),
    ];

    private static readonly string[] Makers = ["build", "built", "construction", "model", "make", "manufacture", "production", "vintage", "birth", "born", "founded", "foundation", "establishment", "opening", "release", "launch", "registration", "planting"];

    /// <summary>"cars built 2012-2016", 2010年以降に建てられた橋: of several times the one at which it was done, and the words that say so.</summary>
    public static (Column Column, int[] Words)? Beside(Scene scene, int period)
    {
        var before = period - 1;
        while (before > period - 3 && scene.Raw(before) is "in" or "between" or "from" or "since" or "before" or "after" or "during") before--;
        if (before >= 0 && scene.AnyField(before) is null && Of(scene, before) is { } done) return (done, [before]);
        var behind = period + 1;
        var of = scene.Raw(behind) is "の";
        while (scene.IsJapanese(behind) && scene.Raw(behind) is "に" or "の" or "から" or "まで" or "、") behind++;
        return scene.IsJapanese(behind) && Spoken(scene, behind) is { } spoken && IsDeed(scene, spoken.Words[^1] + 1, of) ? spoken : null;
    }

    /// <summary>建設した, 建設の橋, 1990年に建設; 検査数 and 先月の検査 are things.</summary>
    private static bool IsDeed(Scene scene, int next, bool of) =>
        next >= scene.Count ? !of : scene.FirstToken(next).Script == Script.Hiragana ? !of || scene.Typed(next)[0] is 'し' or 'さ' or 'ら' or 'れ' or 'た' or 'っ' : !of && (scene.IsMark(next) || scene.IsEntity(next));

    /// <summary>The column that the Japanese deed at <paramref name="i"/> speaks of, and the words of the deed.</summary>
    public static (Column Column, int[] Words)? Spoken(Scene scene, int i)
    {
        if (i < 0 || i >= scene.Count || scene.Used(i) || !scene.IsJapanese(i) || scene.Number(i) is not null || scene.Period(i) is not null) return null;
        var tail = string.Concat(Enumerable.Range(i, Math.Min(6, scene.Count - i)).Select(scene.Typed));
        foreach (var kind in Kinds)
        {
            if (kind.Stems.FirstOrDefault(stem => tail.StartsWith(stem, StringComparison.Ordinal)) is not { } said || Only(scene, c => IsCalled(c, kind.Names, kind.Titles)) is not { } column) continue;
            var last = i;
            for (var length = scene.Typed(i).Length; length < said.Length; length += scene.Typed(last).Length) last++;
            return Enumerable.Range(i, last - i + 1).Any(k => scene.Used(k) && !scene.Is(k, WordKind.Filler)) ? null : (column, [.. Enumerable.Range(i, last - i + 1)]);
        }
        return null;
    }

    /// <summary>未払い: the column of the deed that was not done.</summary>
    public static Column? Called(Scene scene, string deed)
    {
        foreach (var kind in Kinds.Where(kind => kind.Stems.Any(stem => deed.StartsWith(stem, StringComparison.Ordinal))))
        {
            if (Only(scene, c => IsCalled(c, kind.Names, kind.Titles)) is { } column) return column;
        }
        return null;
    }

    private static Column? Of(Scene scene, int i)
    {
        var said = scene.Raw(i);
        var kinds = Kinds.Where(kind => kind.Verbs.Contains(said, StringComparer.Ordinal)).ToList();
        if (kinds.Count == 0) return null;
        return Only(scene, c => kinds.Exists(kind => IsCalled(c, kind.Names, kind.Titles))) ?? (said is "paid" or "settled" or "delivered" or "returned" ? null : Only(scene, c => IsCalled(c, Makers, [])));
    }

    private static Column? Only(Scene scene, Predicate<Column> holds)
    {
        List<Column> called = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Time } && holds(c))];
        if (called.Count > 1) called.RemoveAll(c => IsCalled(c, Beginnings, ["着工", "開始", "着手"]));
        return called is [var only] ? only : null;
    }

    /// <summary>What was completed is told by its completion, not by the start of it.</summary>
    private static readonly string[] Beginnings = ["start", "started", "begin", "began", "begun"];

    private static bool IsCalled(Column column, string[] names, string[] titles) =>
        ColumnForms.NamesOf(column).Any(name => name.Any(t => names.Contains(t.Raw, StringComparer.Ordinal)))
        || titles.Any(part => column.Titles.Values.Append(column.SourceName ?? column.Name).Any(title => title.Contains(part, StringComparison.Ordinal)));
}
