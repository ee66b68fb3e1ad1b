using Web.Semantics;

namespace Web.Language;

/// <summary>"revenue", 売上 where no column is called so: in a table of what happened on which day, the one sum of money that is taken in for it (fare, 料金).</summary>
internal static class Takings
{
    private static readonly HashSet<string> In = [.. Tokens.Of("fare fee charge payment paid pay amount total toll ticket bill billing rent rental income earning taking receipt tuition gross value money sale revenue price premium subtotal turnover proceeds").Select(t => t.Text)];
    private static readonly HashSet<string> Out = [.. Tokens.Of("cost expense expenditure spend spent spending budget salary wage payroll loan debt loss tax vat discount refund tip penalty fine claim claimed balance income_tax net_worth donation deposit credit capital funding grant subsidy").Select(t => t.Text)];
    private static readonly string[] JapaneseIn = ["料", "料金", "代", "代金", "運賃", "会費", "金額", "入金額", "受取額", "利用額", "支払額", "支払金額", "お会計", "会計額", "合計額", "合計金額", "税込額", "販売額", "請求額", "請求金額"];
    private static readonly string[] JapaneseOut = ["費用", "経費", "予算", "原価", "給与", "給料", "賃金", "借入", "融資", "損失", "損害", "税額", "消費税", "値引", "割引", "返金", "残高", "寄附", "寄付", "補助", "保険金", "手数料", "送料", "送金", "出金"];

    public static Column? Of(DatasetContract contract)
    {
        Column[] own = [.. contract.Columns.Where(c => c is { Hidden: false, Related: null })];
        if (!own.Any(c => c.IsTemporal) || SpentMoney.IsOfPaying(contract, own)) return null;
        // A price of one is not taken in as it stands.
        List<Column> money = [.. own.Where(c => c is { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum } && DefaultMeasure.IsMoney(c))];
        return money is [var only] && IsTakenIn(only) ? only : null;
    }

    private static bool IsTakenIn(Column column)
    {
        List<Token> words = [.. ColumnForms.NamesOf(column).SelectMany(name => name)];
        string[] names = [.. column.Titles.Values.Append(column.SourceName ?? column.Name).Concat(column.Synonyms).SelectMany(Decorated.Of)];
        if (words.Exists(t => Out.Contains(t.Text)) || names.Any(n => JapaneseOut.Any(o => n.Contains(o, StringComparison.Ordinal)))) return false;
        return words.Exists(t => In.Contains(t.Text)) || names.Any(n => JapaneseIn.Any(i => n.EndsWith(i, StringComparison.Ordinal)));
    }
}
