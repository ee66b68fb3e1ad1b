namespace Web.Semantics;

/// <summary>
/// Figures that are not the thing itself but something before, around or beside it: what was requested where another column says what was
/// awarded, the gross weight beside the net, overtime beside the hours. Of two such figures the other is meant when nobody says which.
/// </summary>
public static partial class Provisional
{
    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        "requested", "request", "planned", "plan", "estimated", "estimate", "est", "budget", "budgeted", "target", "goal", "forecast", "expected", "previous", "prev", "prior", "last", "original",
        "list", "asking", "overtime", "ot", "tare", "extra", "additional", "remaining", "pending", "tax", "vat", "discount", "refund", "deposit", "standard", "tip",
    };

    private static readonly string[] Japanese =
        ["見積", "予定", "計画", "予算", "目標", "前年", "前回", "前期", "前月", "残業", "時間外", "深夜", "休日", "消費税", "税額", "割引", "値引", "返金", "定価", "希望", "申請", "要求", "風袋", "総重量", "追加", "内金", "保証金", "基準", "標準"];

    /// <param name="header">A header as it stands in the file, without its unit or with it.</param>
    /// <returns>The word of the header that makes it provisional, in lower case; null where none does.</returns>
    public static string? WordOf(string header)
    {
        foreach (var word in Words().Replace(header, " ").Split([' ', '_', '-', '(', ')', '.', '/', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (English.Contains(word)) return word.ToLowerInvariant();
        }
        if (BeforeMoney().IsMatch(header)) return "pre";
        return Japanese.FirstOrDefault(word => header.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>pre_money is what a company was valued at, pre-tax what is not left of it.</summary>
    [System.Text.RegularExpressions.GeneratedRegex("(?<![a-z])pre[ _-]?(?:money|tax)", System.Text.RegularExpressions.RegexOptions.IgnoreCase, 1000)]
    private static partial System.Text.RegularExpressions.Regex BeforeMoney();

    /// <summary>amountRequested is two words.</summary>
    [System.Text.RegularExpressions.GeneratedRegex("(?<=[a-z])(?=[A-Z])", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex Words();

    /// <summary>The word that makes a measure provisional beside another of its kind that is not; null where it stands alone or says so of itself only.</summary>
    public static string? WordOf(Column column, IEnumerable<Column> all)
    {
        if (column.Role != ColumnRole.Measure || (WordOf(HeaderOf(column)) ?? GrossOf(column, all)) is not { } word) return null;
        return all.Any(other => other != column && other is { Hidden: false, Related: null, Role: ColumnRole.Measure } && other.Type == column.Type && other.Unit == column.Unit && other.Currency == column.Currency && WordOf(HeaderOf(other)) is null) ? word : null;
    }

    /// <summary>The gross is provisional only beside a net: of a film it is what was taken.</summary>
    private static string? GrossOf(Column column, IEnumerable<Column> all) =>
        HeaderOf(column).Contains("gross", StringComparison.OrdinalIgnoreCase) && all.Any(other => Words().Replace(HeaderOf(other), " ").Split([' ', '_', '(', ')']).Contains("net", StringComparer.OrdinalIgnoreCase)) ? "gross" : null;

    private static string HeaderOf(Column column) => column.SourceName ?? column.Name;
}
