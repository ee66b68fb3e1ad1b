using Web.Semantics;

namespace Web.Language;

/// <summary>"our ten biggest customers", 上位の取引先: who pays is ranked by what they paid, not by how often.</summary>
internal static class Buyers
{
    private static readonly HashSet<string> English = [.. Tokens.Of("customer client account buyer payee donor sponsor subscriber merchant supplier vendor partner").Select(t => t.Text)];

    private static readonly string[] Japanese = ["顧客", "取引先", "得意先", "仕入先", "支払先", "委託先", "発注先", "発注者", "お客", "寄付者", "寄附者", "スポンサー", "荷主", "納入先"];

    public static bool Are(Column column) =>
        column is { Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: > Few }
        && ColumnForms.NamesOf(column).Any(name => name.LastOrDefault(t => t.Raw is not ("name" or "id")) is { } last && English.Contains(last.Text) || Array.Exists(Japanese, word => string.Concat(name.Select(t => t.Raw)) is var written && (written == word || written == word + "名")));

    /// <summary>Kinds of customers are as often counted.</summary>
    private const int Few = 12;
}
