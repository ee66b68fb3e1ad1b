using Web.Semantics;

namespace Web.Language;

/// <summary>What a column holds by its values, whatever its header says: prefectures under 配送先, countries under NOC. People divide by what they see there.</summary>
internal static class ValueKinds
{
    private const double Quality = 0.85, Most = 0.8;
    private const int Fewest = 3;

    private static readonly Func<string, bool> IsContinent = Listed("Europe Asia Africa America North_America South_America Latin_America Oceania Middle_East EMEA APAC EU ヨーロッパ 欧州 アジア アフリカ 北米 南米 中南米 オセアニア 中東");

    private static readonly Func<string, bool> IsListedCountry = Listed("""
        Japan China Korea South_Korea North_Korea Taiwan India Indonesia Thailand Vietnam Malaysia Singapore Philippines Pakistan Bangladesh Nepal Mongolia Kazakhstan Uzbekistan Iran Iraq Israel Jordan Turkey Saudi_Arabia Qatar Kuwait Oman UAE United_Arab_Emirates
        Germany France Italy Spain Portugal UK United_Kingdom Great_Britain England Scotland Wales Ireland Netherlands Belgium Luxembourg Switzerland Austria Poland Czechia Czech_Republic Slovakia Slovenia Hungary Romania Bulgaria Greece Croatia Serbia Ukraine Russia Norway Sweden Finland Denmark Iceland Estonia Latvia Lithuania
        USA US United_States Canada Mexico Brazil Argentina Chile Peru Colombia Venezuela Ecuador Bolivia Uruguay Paraguay Cuba Jamaica Panama Costa_Rica Guatemala Australia New_Zealand Fiji Egypt Morocco Algeria Tunisia Nigeria Ghana Kenya Ethiopia Tanzania Uganda South_Africa Senegal Cameroon
        日本 中国 韓国 北朝鮮 台湾 インド インドネシア タイ ベトナム マレーシア シンガポール フィリピン ネパール モンゴル トルコ ドイツ フランス イタリア スペイン ポルトガル イギリス 英国 アイルランド オランダ ベルギー スイス オーストリア ポーランド ロシア ウクライナ ノルウェー スウェーデン フィンランド デンマーク アメリカ 米国 カナダ メキシコ ブラジル アルゼンチン チリ ペルー オーストラリア ニュージーランド エジプト 南アフリカ ケニア ナイジェリア
        JPN CHN KOR PRK TPE TWN IND INA IDN THA VIE VNM MAS MYS SGP PHI PHL PAK BAN NEP MGL KAZ UZB IRI IRN IRQ ISR JOR TUR KSA QAT KUW UAE GER DEU FRA ITA ESP POR GBR IRL NED NLD BEL SUI CHE AUT POL CZE SVK SLO HUN ROU BUL GRE GRC CRO SRB UKR RUS NOR SWE FIN DEN DNK ISL EST LAT LTU USA CAN MEX BRA ARG CHI CHL PER COL VEN ECU URU CUB JAM PAN AUS NZL FIJ EGY MAR ALG TUN NGR GHA KEN ETH TAN UGA RSA ZAF SEN CMR
        """);

    /// <summary>A continent stands among countries where a table is rough: Europe beside Japan and USA.</summary>
    private static readonly Func<string, bool> IsCountry = value => IsListedCountry(value) || IsContinent(value);

    private static readonly Func<string, bool> IsRegion = value => IsCountry(value);

    private static readonly HashSet<string> Nearer = [.. Tokens.Of("state province prefecture county district").Select(t => t.Text)];

    /// <summary>Where a state or a prefecture is kept, a region is none of the world's.</summary>
    private static bool NoneIsNearer(IReadOnlyList<Column> columns) => !columns.Any(c => ColumnForms.NamesOf(c).Any(name => name.Any(t => Nearer.Contains(t.Text))) || (c.Values?.Any(IsPrefecture) ?? false));

    private static readonly (string Words, Func<string, bool> Is)[] Kinds =
    [
        ("prefecture, prefectures, 都道府県, 県, 府県", IsPrefecture),
        ("country, nation, 国, 国名, 国家", IsCountry),
        ("region, part of the world, 地域, 地方", IsRegion),
        ("state, 州, 州名", Listed("""
            Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota
            Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia Washington West_Virginia Wisconsin Wyoming New_South_Wales Victoria Queensland Tasmania
            """)),
        ("weekday, day of week, day of the week, 曜日", Listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜")),
        ("season, 季節", Listed("Spring Summer Autumn Fall Winter 春 夏 秋 冬")),
        ("weather, weather condition, 天気, 天候", Listed("Sunny Cloudy Rainy Rain Snow Snowy Clear Fog Foggy Storm Stormy Windy Overcast Drizzle Mist 晴れ 晴 曇り 曇 くもり 雨 雪 小雨 大雨 快晴")),
        ("color, colour, 色, カラー", Listed("Red Blue Green Yellow Black White Gray Grey Silver Brown Orange Purple Pink Beige Navy Gold 赤 青 緑 黄 黒 白 灰 銀 茶 橙 紫 桃 レッド ブルー グリーン イエロー ブラック ホワイト グレー シルバー ブラウン オレンジ パープル ピンク ベージュ ネイビー")),
        ("payment method, payment type, way of paying, 支払方法, 支払い方法, 決済方法", Listed("Cash Credit_card Debit_card Card PayPal Bank_transfer Invoice Check Mobile Gift_card Wire_transfer Direct_debit 現金 クレジットカード クレジット カード 電子マネー QRコード QR決済 銀行振込 振込 代引き 代金引換 コンビニ払い 口座振替 後払い PayPay")),
    ];

    /// <summary>Words for the columns whose values are of one kind, where no other column's are.</summary>
    public static IEnumerable<(Column Column, Form Form)> Of(IReadOnlyList<Column> columns)
    {
        foreach (var (words, isOne) in Kinds)
        {
            var holding = columns.Where(c => c is { Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: >= Fewest } && c.Values.Count(isOne) >= c.Values.Count * Most
                && !(isOne == IsCountry && c.Values.Count(IsContinent) * 2 > c.Values.Count) && !(isOne == IsRegion && !(c.Values.Any(IsContinent) && NoneIsNearer(columns)))).ToList();
            if (holding is not [var only]) continue;
            foreach (var word in words.Split(", ")) yield return (only, new Form(Tokens.Of(word), Quality));
        }
    }

    private static bool IsPrefecture(string value) => value.Length is 3 or 4 && (value[^1] == '県' || value is "東京都" or "北海道" or "大阪府" or "京都府");

    private static Func<string, bool> Listed(string list)
    {
        var values = list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(v => v.Replace('_', ' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return values.Contains;
    }
}
