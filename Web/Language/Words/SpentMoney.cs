using Web.Semantics;

namespace Web.Language;

/// <summary>支出, 出費, expenses: in a table of what was paid to whom, the one amount of money that it has.</summary>
internal static class SpentMoney
{
    private static readonly List<Token>[] Words = [.. new[] { "支出", "支出額", "支出金額", "出費", "費用", "経費", "使った金額", "使ったお金", "支払額", "支払金額", "spending", "expense", "expenses", "expenditure", "expenditures", "outlay", "money spent", "amount spent" }.Select(w => Tokens.Of(w))];
    private static readonly HashSet<string> General = [.. Tokens.Of("amount total sum value money yen price paid").Select(t => t.Text)];
    private static readonly HashSet<string> Payees = [.. Tokens.Of("payee expense expenditure spending merchant vendor supplier household").Select(t => t.Text)];
    private static readonly string[] JapanesePayees = ["支払先", "支払者", "支払い先", "科目", "費目", "経費", "家計", "出費", "支出", "仕入先"];

    public static IEnumerable<(Column Column, Form Form)> Of(DatasetContract contract, IReadOnlyList<Column> columns)
    {
        if (columns.Where(c => c.Role == ColumnRole.Measure && DefaultMeasure.IsMoney(c) && Provisional.WordOf(c, columns) is null).ToList() is not [var money] || !IsGeneral(money)) yield break;
        if (!IsOfPaying(contract, columns)) yield break;
        foreach (var words in Words) yield return (money, new Form(words, 0.82));
    }

    /// <summary>It tells what was paid to whom.</summary>
    public static bool IsOfPaying(DatasetContract contract, IReadOnlyList<Column> columns) => contract.Titles.Values.Prepend(contract.Key).Concat(columns.SelectMany(Called)).Any(IsOfPaying);

    private static IEnumerable<string> Called(Column column) => column.Titles.Values.Append(column.SourceName ?? column.Name).Append(column.Name);

    private static bool IsGeneral(Column column) => Called(column).Any(name => name.Contains("金額", StringComparison.Ordinal) || Tokens.OfName(name).TrueForAll(t => General.Contains(t.Text))) || ColumnForms.NamesOf(column).Any(name => name.Count > 0 && name.All(t => General.Contains(t.Text)));

    private static bool IsOfPaying(string name) => JapanesePayees.Any(p => name.Contains(p, StringComparison.Ordinal)) || Tokens.OfName(name).Exists(t => Payees.Contains(t.Text));
}
