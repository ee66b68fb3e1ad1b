namespace Web.Language;

/// <summary>ホットサイト経由の新規, 東京在住の会員, "grade C", "branch Leeds": a word beside a value that only says in what relation the value stands, or what sort of thing it is.</summary>
internal static class ValueRelations
{
    private static readonly HashSet<string> Behind =
    [
        .. "経由 由来 出身 在住 所属 勤務 配属 担当 方面 行き 発 着 便 向け 名義 扱い 限定 契約 利用 使用 主催 出演 制作 撮影 経営 在籍 開催 育ち 居住 常駐 管轄 管内 側 派 製造 販売 購入 予約 来店 産 製 系 系統 店 支店 営業所 工場 地区 地域 エリア 方式 形式 仕様 規格 銘柄 ブランド 社製 執筆 監修 作 担任 会場 路線 航路 号機 機種 車種 階級 等級 評価 判定 対応 対象 実施 配送 発送 納品 提供 開発 運営 経営".Split(' ').Select(Raw),
    ];

    private static readonly HashSet<string> Sorts = new(StringComparer.Ordinal)
    {
        "grade", "class", "rank", "level", "tier", "type", "category", "status", "state", "group", "code", "branch", "clinic", "ward", "district", "area", "region", "zone", "block", "section", "floor", "room", "route", "line", "lane", "track", "size", "brand", "model", "stage", "phase", "division", "league", "team", "plan", "package", "channel", "source", "station", "site", "depot", "plant", "shop", "store", "school", "hall", "venue", "ship", "vessel", "boat", "machine", "unit", "crew", "shift", "variety", "breed", "species", "colour", "color", "marked", "result", "results", "verdict", "judgement", "judgment", "rating", "coded", "graded", "classed", "rated",
    };

    public static void Apply(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || !scene.IsUnknown(i)) continue;
            if (scene.IsJapanese(i) && i > 0 && scene.Value(i - 1) is not null && scene.Used(i - 1) && scene.FirstToken(i).Glued && Behind.Contains(scene.Raw(i))) scene.Use(i, scene.PartOf(i - 1));
            if (scene.IsJapanese(i) || !Sorts.Contains(scene.Raw(i))) continue;
            if (IsOfFew(scene, i + 1)) scene.Use(i, scene.PartOf(i + 1));
            else if (i > 0 && scene.Raw(i) is not ("marked" or "coded" or "graded" or "classed" or "rated") && IsOfFew(scene, i - 1) && scene.FirstToken(i - 1).Capital) scene.Use(i, scene.PartOf(i - 1));
        }
    }

    /// <summary>The value can only be of one column.</summary>
    private static bool IsOfFew(Scene scene, int k) =>
        scene.Value(k) is { } value && scene.Used(k) && scene.PartOf(k) is FilterPart && scene.Item(k).Meanings.OfType<ValueMeaning>().All(other => other.Column == value.Column);

    private static string Raw(string word) => string.Concat(Tokens.Of(word).Select(t => t.Raw));
}
