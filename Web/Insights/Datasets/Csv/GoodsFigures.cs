using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// Harvests, loads and pieces of goods are added up, though the same words elsewhere are read off one thing: a yield in tonnes is no yield of a bond,
/// 貸出点数 no mark of a test, and the weights of parcels are not those of people.
/// </summary>
internal static class GoodsFigures
{
    private static readonly HashSet<string> Wholes = new(StringComparer.OrdinalIgnoreCase)
    {
        "t", "kg", "g", "lb", "lbs", "oz", "トン", "l", "L", "kl", "ml", "gal", "m3", "m³", "箱", "ケース", "袋", "俵", "個", "本", "玉", "束",
    };

    private static readonly string[] PieceActs =
    [
        "貸出", "貸し出し", "返却", "販売", "売上", "買上", "買い上げ", "購入", "注文", "受注", "発注", "出荷", "発送", "配送", "納品", "入荷", "仕入", "返品", "出品", "落札", "在庫", "入庫", "出庫",
        "取扱", "取り扱い", "商品", "製品", "部品", "品目", "作品", "資料", "蔵書", "所蔵", "収蔵", "展示", "検品", "回収", "廃棄", "寄贈", "寄付", "寄附", "配布", "押収", "出土", "荷物", "衣類", "予約", "応募", "投稿",
    ];

    private static readonly string[] Goods =
        ["出荷", "配送", "輸送", "貨物", "荷物", "積載", "運送", "発送", "納品", "入荷", "入庫", "出庫", "収穫", "漁獲", "水揚", "廃棄", "回収", "集荷", "宅配", "荷主", "個口", "送り状", "魚種", "漁法", "競り", "セリ", "仲買", "荷受", "青果", "産地"];

    private static readonly string[] Lending = ["貸出", "返却", "販売", "売上", "商品", "購入", "注文", "在庫", "出品", "仕入", "単価", "店舗"];

    private static readonly string[] Tests = ["試験", "科目", "教科", "学年", "生徒", "学生", "受験", "テスト", "評価", "審査", "選手", "採点", "合否", "成績", "監査", "点検", "満足"];

    /// <summary>The header itself says that it is of goods.</summary>
    public static bool AreIn(Header header, string? unit) => IsHarvest(header, unit ?? header.Unit) || IsPieces(header) || (IsLoad(header) && IsOfGoods(header));

    /// <summary>Weights, volumes and 点数 in a table that is about goods.</summary>
    public static void AddUp(List<(CsvColumn Column, Header Header)> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var (column, header) = columns[i];
            if (column.Column is not { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Mean }) continue;
            var loads = IsLoad(header) && (header.Unit ?? column.Column.Unit) is { } unit && Wholes.Contains(unit) && columns.Exists(other => other.Header != header && (IsOfGoods(other.Header) || IsPricePer(other, unit)));
            var pieces = header.Base.Trim() == "点数" && column.Column.Type == ColumnType.Integer && columns.Exists(other => Any(other.Header, Lending)) && !columns.Exists(other => Any(other.Header, Tests));
            if (loads || pieces) columns[i] = (column with { Column = column.Column with { DefaultAggregate = Aggregates.Sum } }, header);
        }
    }

    /// <summary>円/kg: what is priced by weight is sold by it.</summary>
    private static bool IsPricePer((CsvColumn Column, Header Header) other, string unit) =>
        (other.Header.Unit ?? other.Column.Column.Unit) is { } priced && priced.EndsWith('/' + unit, StringComparison.OrdinalIgnoreCase) && (other.Header.Currency is not null || priced[0] is '円' or '$' or '€' or '£' or '¥' || priced.StartsWith("USD", StringComparison.OrdinalIgnoreCase) || priced.StartsWith("EUR", StringComparison.OrdinalIgnoreCase) || priced.StartsWith("GBP", StringComparison.OrdinalIgnoreCase) || priced.StartsWith("JPY", StringComparison.OrdinalIgnoreCase));

    /// <summary>What a field or a cow yields, in what is weighed or measured out as a whole; a yield per hectare or in percent is a ratio.</summary>
    private static bool IsHarvest(Header header, string? unit) =>
        header.Has("yield", "yields") && !header.Has("per", "rate", "pct", "percent", "dividend", "bond", "interest", "ha", "acre")
        && ((unit is not null && Wholes.Contains(unit)) || header.Last("l", "tonnes", "tonne", "tons", "ton", "bushels", "kilograms", "kilos", "litres", "liters", "barrels", "gallons", "pounds", "crates"));

    private static bool IsPieces(Header header) => PieceActs.Any(act => header.Base.EndsWith(act + "点数", StringComparison.Ordinal) || header.Base.EndsWith(act + "作品点数", StringComparison.Ordinal));

    private static bool IsLoad(Header header) => !header.Has("per", "avg", "average", "mean", "median", "unit", "body", "birth", "max", "min", "limit") && (header.Has("weight", "mass", "volume", "tonnage") || header.Ends("重量", "重さ", "容積", "体積"));

    private static bool IsOfGoods(Header header) =>
        header.Has("shipment", "shipments", "shipped", "shipping", "freight", "cargo", "parcel", "parcels", "package", "packages", "delivery", "deliveries", "delivered", "carrier", "consignment", "consignee", "warehouse", "haul",
            "catch", "landed", "landing", "waste", "recycled", "collected", "harvest", "harvested", "load", "loaded", "courier", "container", "containers", "pallets") || Any(header, Goods);

    private static bool Any(Header header, string[] words) => words.Any(word => header.Base.Contains(word, StringComparison.Ordinal));
}
