using Web.Semantics;

namespace Web.Language;

/// <summary>The column that "sales", "amount" or 金額 means where the contract has no such name.</summary>
internal static class DefaultMeasure
{
    private static readonly HashSet<string> Sales = ["sales", "revenue", "turnover", "売上", "売上高", "売上額", "売上金額", "総売上", "売り上げ", "売上げ", "売り上げ高", "売り上げ額", "売り上げ金額", "takings", "proceeds"];
    private static readonly HashSet<string> MoneyStems = [.. Tokens.Of("sales revenue amount value price cost budget gross income turnover fee charge payment total spend profit money worth earning takings receipts net wage salary fare").Select(t => t.Text)];
    private static readonly string[] MoneyEndings = ["売上", "金額", "額", "料", "費", "価格", "代金", "収入", "収益", "利益", "円", "単価", "賃金", "予算"];

    /// <summary>What a word for sales means here: the usual figure, if it is one of money. Tickets are no revenue.</summary>
    public static Column? SaidBy(Scene scene, int i) =>
        OfOneMoney(scene, i) ?? (MoneySides.IsOurSpending(scene, i) ? MoneySides.Of(scene) : !Sales.Contains(scene.Raw(i)) ? MoneySides.Of(scene) ?? Of(scene.Lexicon) : Of(scene.Lexicon) is { } usual && IsMoney(usual) ? usual : Takings.Of(scene.Contract));

    private static readonly HashSet<string> OnlyOfMoney = new(StringComparer.Ordinal) { "howmuch", "money", "worth", "value", "spend", "spending" };

    /// <summary>"how much did houses go for", "total sales value": money, where one figure alone is of money and the usual one is not.</summary>
    private static Column? OfOneMoney(Scene scene, int i) =>
        OnlyOfMoney.Contains(scene.Raw(i)) && Of(scene.Lexicon) is { } usual && !IsMoney(usual) && scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && IsMoney(c)).ToList() is [var only] ? only : null;

    public static bool IsOfSales(string word) => Sales.Contains(word);

    public static bool IsMoney(Column column) =>
        column.Type == ColumnType.Money || column.Currency is not null || Tokens.OfName(column.Name).Exists(t => MoneyStems.Contains(t.Text))
        || column.Titles.Values.Append(column.SourceName ?? column.Name).Any(n => MoneyEndings.Any(e => n.Contains(e, StringComparison.Ordinal)));

    /// <summary>The only figure of money, not counting what is provisional beside it; null where there are several.</summary>
    public static Column? OnlyMoney(DatasetContract contract)
    {
        List<Column> all = [.. contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && (c.Type == ColumnType.Money || Amounts.IsInMoney(c)))];
        // 税込金額 without a word of its currency
        if (all.Count == 0) all = [.. contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum, Unit: null } && IsCalledMoney(c))];
        return all.FindAll(column => Provisional.WordOf(column, all) is null) is [var only] ? only : null;
    }

    private static readonly string[] PlainEndings = ["金額", "総額", "額", "代金", "料金", "費用", "経費", "売上", "価格"];

    /// <summary>税込金額, "claim amount": money in general, and not what some one thing was to cost (修繕費見込).</summary>
    private static bool IsCalledMoney(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.Count > 0 && MoneyStems.Contains(name[^1].Text)) || column.Titles.Values.Append(column.SourceName ?? column.Name).Any(n => Array.Exists(PlainEndings, end => n.EndsWith(end, StringComparison.Ordinal)));

    public static Column? Of(Lexicon lexicon)
    {
        var contract = lexicon.Contract;
        if (contract.DefaultMeasure is { } said) return contract.Find(said);
        Column? only = null;
        foreach (var column in contract.Columns)
        {
            if (column.Hidden || column.Role != ColumnRole.Measure || column.Type != ColumnType.Money) continue;
            if (only is not null) return null;
            only = column;
        }
        return only;
    }
}
