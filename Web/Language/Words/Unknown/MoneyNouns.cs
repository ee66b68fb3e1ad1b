using Web.Semantics;

namespace Web.Language;

/// <summary>"income", 費用 where the table keeps one figure of money.</summary>
internal static class MoneyNouns
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "income", "earnings", "expenditure", "expenditures", "expense", "expenses", "outlay", "cost", "costs", "price", "prices", "fee", "fees", "charge", "charges", "bill", "bills", "billing", "funding", "money", "cash", "payment", "payments", "takings",
        "費用", "料金", "代金", "収入", "収益", "支出", "経費", "コスト", "お金", "値段", "価格", "単価", "客単価", "予算", "支払額", "支払い", "出費", "利益",
    };

    /// <summary>What is done for money: the amount of it is what the table keeps. What is taken off, owed or aimed at is another figure.</summary>
    private static readonly HashSet<string> Dealings = [.. "調達 取引 支払 支払い 購入 購買 買付 買い付け 成約 契約 受注 発注 注文 落札 入札 請求 決済 売却 販売 仕入 仕入れ 納品 出荷 施工 工事 修理 修繕 診療 治療 施術 宿泊 利用 使用 買取 買い取り 寄付 寄附 助成 交付 支給 投資 出資 融資 貸付 貸し付け 払込 納付 徴収 回収 支援 援助 消費 課金 会計 精算 清算 運賃 輸送 配送 飲食 入園 入場 参加 受講 委託 外注 賃貸 保険".Split(' ')];

    /// <summary>Of them what sales are made of; what is paid for goods and work is none of it.</summary>
    private static readonly HashSet<string> Receipts = [.. "取引 成約 契約 受注 注文 販売 売却 会計 決済 精算 清算 購入 利用 飲食 請求 支払 支払い 落札".Split(' ')];

    public static bool Are(string word) => Nouns.Contains(word);

    /// <summary>Nobody counts spends or revenues.</summary>
    public static bool NeverRows(string word) => word is "spend" or "spending" or "expenditure" or "revenue" or "revenues" or "income" or "earnings" or "turnover" or "takings" or "profit" or "funding" or "money" or "cost" or "costs";

    public static bool Name(Unknowns unknowns, int i) => NameMoney(unknowns, i) || NameAmount(unknowns, i) || NameCost(unknowns, i) || NameCash(unknowns, i);

    /// <summary>広告費 of a column 費用: the one figure of costs, whatever it was spent on.</summary>
    private static bool NameCost(Unknowns unknowns, int i) =>
        i > 0 && unknowns.Written(i) is "費" or "経費" or "費用" && unknowns.First(i).Glued && unknowns.First(i - 1).IsJapanese && unknowns.Means(i - 1, m => m is UnknownMeaning or EntityMeaning or FieldMeaning { Own: false }) && !unknowns.Means(i - 1, m => m is ValueMeaning)
        && unknowns.Lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && Decorated.Of(c.SourceName ?? c.Name).Any(name => name is "費用" or "経費" or "コスト")).ToList() is [var cost]
        && !unknowns.Lexicon.Contract.Columns.Any(c => c is { Hidden: false, Type: ColumnType.Text } && (c.SourceName ?? c.Name) is var kinds && (kinds.Contains("科目", StringComparison.Ordinal) || kinds.Contains("費目", StringComparison.Ordinal) || kinds.Contains("費用", StringComparison.Ordinal) || kinds.Contains("用途", StringComparison.Ordinal) || kinds.Contains("内訳", StringComparison.Ordinal)))
        && unknowns.Guess(i - 1, i, [new FieldMeaning(cost, 0.85, Written: unknowns.Written(i - 1, i))]);

    /// <summary>お金, cut before its noun: what was paid in all, beside the price of one.</summary>
    private static bool NameCash(Unknowns unknowns, int i) =>
        i > 0 && unknowns.Written(i) is "金" && unknowns.Written(i - 1) is "お"
        && unknowns.Lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum } && Amounts.IsMoney(c)).ToList() is [var paid] && unknowns.Guess(i - 1, i, [new FieldMeaning(paid, 0.8, Written: "お金")]);

    private static bool NameMoney(Unknowns unknowns, int i) =>
        Nouns.Contains(unknowns.Written(i)) && !(unknowns.Written(i).EndsWith("単価", StringComparison.Ordinal) && unknowns.Lexicon.Contract.Columns.Count(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && Amounts.IsMoney(c)) > 1) && !unknowns.IsBegun(i) && (!unknowns.IsEnd(i) || unknowns.Means(i - 1, m => m is WordMeaning { Word.Kind: WordKind.Aggregate })) && unknowns.PlaceOf(i) != Place.Grouped && DefaultMeasure.OnlyMoney(unknowns.Lexicon.Contract) is { } money
        && unknowns.Guess(i, i, [new FieldMeaning(money, 0.8, Written: unknowns.Written(i))]);

    private static bool IsOfSales(Column money) => (money.SourceName ?? money.Name) is var name && (name.Contains('売', StringComparison.Ordinal) || name.Contains("sales", StringComparison.OrdinalIgnoreCase) || name.Contains("revenue", StringComparison.OrdinalIgnoreCase));

    private static Column? Usual(Lexicon lexicon) => DefaultMeasure.Of(lexicon) is { } usual && Amounts.IsMoney(usual) ? usual : null;

    /// <summary>"average bill": behind an aggregate it is money, though bills may be rows elsewhere.</summary>
    public static bool NameFigure(Unknowns unknowns, int i) =>
        unknowns[i].Meanings.All(m => m is EntityMeaning { Quality: <= EntityForms.Fits }) && unknowns.PlaceOf(i) == Place.Figured && NameMoney(unknowns, i);

    /// <summary>調達額, 取引総額: so much money as the table keeps one figure of.</summary>
    private static bool NameAmount(Unknowns unknowns, int i) =>
        unknowns.First(i) is { Script: Script.Kanji } && i + 1 < unknowns.Count && unknowns.First(i + 1).Glued && unknowns.Written(i + 1) is "額" or "金額" or "総額" or "高"
        && (!unknowns.IsEnd(i) || unknowns.Means(i - 1, m => m is WordMeaning)) && Dealings.Contains(unknowns.Written(i)) && (DefaultMeasure.OnlyMoney(unknowns.Lexicon.Contract) ?? Usual(unknowns.Lexicon)) is { DefaultAggregate: Aggregates.Sum } money
        && (!IsOfSales(money) || Receipts.Contains(unknowns.Written(i))) && unknowns.Guess(i, i + 1, [new FieldMeaning(money, 0.8, Written: unknowns.Written(i, i + 1))]);
}
