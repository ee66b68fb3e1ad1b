namespace Web.Language;

/// <summary>"income", 費用 where the table keeps one figure of money.</summary>
internal static class MoneyNouns
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "income", "earnings", "expenditure", "expenditures", "expense", "expenses", "outlay", "cost", "costs", "price", "prices", "fee", "fees", "charge", "charges", "bill", "bills", "billing", "funding", "money", "cash", "payment", "payments", "takings",
        "費用", "料金", "代金", "収入", "収益", "支出", "経費", "コスト", "お金", "値段", "価格", "単価", "予算", "支払額", "支払い", "出費", "利益",
    };

    public static bool Name(Unknowns unknowns, int i) =>
        Nouns.Contains(unknowns.Written(i)) && !unknowns.IsBegun(i) && !unknowns.IsEnd(i) && unknowns.PlaceOf(i) != Place.Grouped && DefaultMeasure.OnlyMoney(unknowns.Lexicon.Contract) is { } money
        && unknowns.Guess(i, i, [new FieldMeaning(money, 0.8, Written: unknowns.Written(i))]);
}
