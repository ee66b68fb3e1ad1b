namespace Web.Demo.Words;

/// <summary>Companies that buy measuring instruments: a place or a plant's name and a trade, and now and then one from abroad.</summary>
internal static class JapaneseCompanies
{
    private static readonly (string Name, string Kana, string Latin)[] Houses =
    [
        ("北斗", "ホクト", "hokuto"), ("東雲", "シノノメ", "shinonome"), ("瑞穂", "ミズホ", "mizuho"), ("若葉", "ワカバ", "wakaba"), ("相模", "サガミ", "sagami"),
        ("朝比奈", "アサヒナ", "asahina"), ("大隅", "オオスミ", "osumi"), ("町田", "マチダ", "machida"), ("白鷺", "シラサギ", "shirasagi"), ("みなと", "ミナト", "minato"),
        ("鳴海", "ナルミ", "narumi"), ("千早", "チハヤ", "chihaya"), ("赤城", "アカギ", "akagi"), ("榛名", "ハルナ", "haruna"), ("丹波", "タンバ", "tamba"),
        ("信濃", "シナノ", "shinano"), ("越路", "コシジ", "koshiji"), ("播磨", "ハリマ", "harima"), ("伊吹", "イブキ", "ibuki"), ("高千穂", "タカチホ", "takachiho"),
        ("霧島", "キリシマ", "kirishima"), ("常盤", "トキワ", "tokiwa"), ("橘", "タチバナ", "tachibana"), ("椿", "ツバキ", "tsubaki"), ("飛騨", "ヒダ", "hida"),
        ("武蔵野", "ムサシノ", "musashino"), ("湘南", "ショウナン", "shonan"), ("利根", "トネ", "tone"), ("最上", "モガミ", "mogami"), ("天竜", "テンリュウ", "tenryu"),
        ("安曇", "アズミ", "azumi"), ("石狩", "イシカリ", "ishikari"),
    ];

    private static readonly (string Name, string Kana, string Latin, string Industry, double Weight)[] Trades =
    [
        ("精密工業", "セイミツコウギョウ", "seimitsu", "精密加工", 3), ("歯車", "ハグルマ", "gear", "精密加工", 1.5), ("製作所", "セイサクショ", "works", "精密加工", 2),
        ("自動車部品", "ジドウシャブヒン", "parts", "自動車部品", 2), ("重工", "ジュウコウ", "heavy", "自動車部品", 1.5), ("メディカル", "メディカル", "medical", "医療機器", 2),
        ("フーズ", "フーズ", "foods", "食品", 1.5), ("冷蔵", "レイゾウ", "cold", "食品", 1), ("電子", "デンシ", "denshi", "電子部品", 2.5), ("デバイス", "デバイス", "device", "電子部品", 1.5),
        ("化成", "カセイ", "kasei", "化学", 1.5), ("薬品", "ヤクヒン", "yakuhin", "製薬", 1.5), ("建設", "ケンセツ", "kensetsu", "建設", 1), ("物流", "ブツリュウ", "logi", "物流", 1),
        ("技術研究所", "ギジュツケンキュウショ", "lab", "研究機関", 0.8),
    ];

    private static readonly (string Name, string Domain, string Industry)[] Abroad =
    [
        ("Halden Optics AS", "haldenoptics", "電子部品"), ("Kestrel Motion Ltd", "kestrelmotion", "自動車部品"), ("Lindqvist Pharma", "lindqvistpharma", "製薬"),
        ("Brightwater Co.", "brightwater", "化学"), ("Marlow Bearings", "marlowbearings", "精密加工"), ("Ostrava Castings", "ostravacastings", "精密加工"),
        ("Penrith Instruments", "penrith-instruments", "研究機関"), ("Solvang Dairy", "solvangdairy", "食品"), ("Tarn Medical", "tarnmedical", "医療機器"), ("Verdant Logistics", "verdantlogistics", "物流"),
        ("Calder Turbines", "calderturbines", "自動車部品"), ("Norrvik Semicon", "norrvik", "電子部品"), ("Aldgate Biotech", "aldgatebio", "製薬"), ("Fairhaven Foods", "fairhavenfoods", "食品"),
        ("Rothbury Gears", "rothburygears", "精密加工"), ("Quayside Build", "quaysidebuild", "建設"), ("Elmstead Labs", "elmsteadlabs", "研究機関"), ("Hartwell Polymers", "hartwellpolymers", "化学"),
        ("Kinloch Marine", "kinlochmarine", "物流"), ("Senna Robotics", "sennarobotics", "電子部品"),
    ];

    private static readonly (string Region, string City)[] Places =
    [
        ("東京都", "大田区"), ("東京都", "八王子市"), ("神奈川県", "川崎市"), ("神奈川県", "相模原市"), ("埼玉県", "川口市"), ("千葉県", "船橋市"), ("群馬県", "太田市"), ("長野県", "諏訪市"),
        ("静岡県", "浜松市"), ("愛知県", "豊田市"), ("愛知県", "刈谷市"), ("岐阜県", "各務原市"), ("三重県", "四日市市"), ("大阪府", "東大阪市"), ("兵庫県", "姫路市"), ("広島県", "呉市"), ("福岡県", "北九州市"), ("宮城県", "仙台市"),
    ];

    private static readonly (string Region, string City)[] PlacesAbroad =
        [("Norway", "Oslo"), ("United Kingdom", "Leeds"), ("Sweden", "Uppsala"), ("United States", "Boston"), ("Czechia", "Brno"), ("Singapore", "Singapore")];

    public static IEnumerable<DemoCustomer> From(Dice dice)
    {
        HashSet<string> used = [];
        var abroad = 0;
        while (true)
        {
            if (abroad < Abroad.Length && dice.Chance(0.1))
            {
                var (name, site, industry) = Abroad[abroad++];
                var (country, town) = dice.Pick(PlacesAbroad);
                yield return new DemoCustomer(name, null, $"{site}.example", industry, country, town, English: true);
                continue;
            }
            var house = dice.Pick(Houses);
            var trade = dice.Pick(Trades, one => one.Weight);
            if (!used.Add(house.Name + trade.Name)) continue;
            var (region, city) = dice.Pick(Places);
            yield return new DemoCustomer(house.Name + trade.Name, house.Kana + trade.Kana, $"{house.Latin}-{trade.Latin}.example", trade.Industry, region, city, English: false);
        }
    }
}
