using System.Collections.Frozen;
using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// Other words for values that are certain only under their header: F is female in a column of sexes and nowhere else, CA is California
/// among states. What words mean anywhere (Tokyo, 東京) the assistant knows by itself.
/// </summary>
internal static class ValueWords
{
    private static readonly (string[] Headers, string[] Ends, FrozenDictionary<string, string[]> Words)[] Kinds =
    [
        (["gender", "sex"], ["性別", "男女"], Table("f female woman women 女性 女 メス 雌|m male man men 男性 男 オス 雄|x other その他")),
        (["state", "states", "province"], [], Table("""
            al Alabama|ak Alaska|az Arizona|ar Arkansas|ca California カリフォルニア|co Colorado|ct Connecticut|de Delaware|fl Florida フロリダ|ga Georgia|hi Hawaii ハワイ|id Idaho|il Illinois|in Indiana|ia Iowa|ks Kansas|ky Kentucky|la Louisiana
            me Maine|md Maryland|ma Massachusetts|mi Michigan|mn Minnesota|ms Mississippi|mo Missouri|mt Montana|ne Nebraska|nv Nevada|nh New_Hampshire|nj New_Jersey|nm New_Mexico|ny New_York|nc North_Carolina|nd North_Dakota|oh Ohio|ok Oklahoma
            or Oregon|pa Pennsylvania|ri Rhode_Island|sc South_Carolina|sd South_Dakota|tn Tennessee|tx Texas テキサス|ut Utah|vt Vermont|va Virginia|wa Washington|wv West_Virginia|wi Wisconsin|wy Wyoming
            """)),
        (["res", "result", "outcome", "ftr"], ["結果", "勝敗"], Table("w win won 勝ち 勝利|d draw drawn tie tied 引き分け 引分|l loss lost defeat 負け 敗戦|h home_win ホーム勝利 ホームの勝ち|a away_win アウェイ勝利 アウェイの勝ち|t tie tied draw 引き分け 引分")),
        (["country", "nation", "nationality"], ["国", "国名", "国籍"], CountryCodes.Words),
        (["prefecture", "pref"], ["都道府県", "都道府県名", "県"], Table("""
            北海道 Hokkaido|青森県 Aomori 青森|岩手県 Iwate 岩手|宮城県 Miyagi 宮城|秋田県 Akita 秋田|山形県 Yamagata 山形|福島県 Fukushima 福島|茨城県 Ibaraki 茨城|栃木県 Tochigi 栃木|群馬県 Gunma 群馬|埼玉県 Saitama 埼玉|千葉県 Chiba 千葉
            東京都 Tokyo 東京|神奈川県 Kanagawa 神奈川|新潟県 Niigata 新潟|富山県 Toyama 富山|石川県 Ishikawa 石川|福井県 Fukui 福井|山梨県 Yamanashi 山梨|長野県 Nagano 長野|岐阜県 Gifu 岐阜|静岡県 Shizuoka 静岡|愛知県 Aichi 愛知|三重県 Mie 三重
            滋賀県 Shiga 滋賀|京都府 Kyoto 京都|大阪府 Osaka 大阪|兵庫県 Hyogo 兵庫|奈良県 Nara 奈良|和歌山県 Wakayama 和歌山|鳥取県 Tottori 鳥取|島根県 Shimane 島根|岡山県 Okayama 岡山|広島県 Hiroshima 広島|山口県 Yamaguchi 山口|徳島県 Tokushima 徳島
            香川県 Kagawa 香川|愛媛県 Ehime 愛媛|高知県 Kochi 高知|福岡県 Fukuoka 福岡|佐賀県 Saga 佐賀|長崎県 Nagasaki 長崎|熊本県 Kumamoto 熊本|大分県 Oita 大分|宮崎県 Miyazaki 宮崎|鹿児島県 Kagoshima 鹿児島|沖縄県 Okinawa 沖縄
            """)),
    ];

    /// <summary>The column with other words for its values, unless somebody has given it some.</summary>
    public static Column Added(Column column, IReadOnlyList<string>? values)
    {
        if (values is null || column.Type != ColumnType.Text || column.ValueSynonyms.Count > 0) return column;
        var header = new Header(column.SourceName ?? column.Name);
        foreach (var (headers, ends, words) in Kinds)
        {
            if (!header.Last(headers) && !header.Ends(ends) && !(header.Words is [{ Length: > 6 } glued] && headers.Any(word => word.Length > 2 && glued.EndsWith(word, StringComparison.Ordinal))) && !AreAll(values, words)) continue;
            Dictionary<string, IReadOnlyList<string>> found = [];
            foreach (var value in values)
                if (words.TryGetValue(value, out var also) && also.Where(word => !word.Equals(value, StringComparison.OrdinalIgnoreCase)).ToArray() is { Length: > 0 } others)
                    found[value] = others;
            return found.Count == 0 ? column : column with { ValueSynonyms = found };
        }
        return column;
    }

    /// <summary>Values that are nearly all of the kind, and long enough to be no other's: JPN, CHN, KOR under a header that does not say it.</summary>
    private static bool AreAll(IReadOnlyList<string> values, FrozenDictionary<string, string[]> words) =>
        values.Count >= 4 && values.All(value => value.Length > 2) && values.Count(words.ContainsKey) >= values.Count * 0.6;

    /// <summary>Every word of a line stands for the others; a value in its own words is found by the first of them too.</summary>
    internal static FrozenDictionary<string, string[]> Table(string lines)
    {
        Dictionary<string, string[]> table = new(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = [.. line.Split(' ').Select(word => word.Replace('_', ' '))];
            foreach (var word in words) table.TryAdd(word, [.. words.Where(other => other.Length > 1 || other[0] > 0x7f)]);
        }
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
