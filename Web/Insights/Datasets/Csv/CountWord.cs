using System.Text.RegularExpressions;

namespace Web.Insights.Datasets.Csv;

/// <summary>What one row is, for "how many …": by the number that a row has, else by what the table is called.</summary>
internal static partial class CountWord
{
    private static readonly HashSet<string> Numbers = ["id", "ids", "code", "number", "no", "num", "key", "uuid", "guid", "index", "row", "serial", "name", "title", "seq", "sequence", "ref", "unnamed", "record"];
    private static readonly HashSet<string> Lists = ["list", "master", "roster", "directory", "register", "record", "records", "data", "dataset", "table", "export", "file", "csv", "all", "raw", "clean", "final", "detail", "details"];
    private static readonly HashSet<string> NoThings = ["sales", "statistics", "stats", "analytics", "status", "series", "news", "details", "results", "logs", "rows", "entries", "values", "tables", "files", "reports", "lists", "figures", "metrics", "numbers", "prices", "basics", "examples", "finances", "earnings", "rates", "totals", "amounts", "costs", "dynamics", "economics", "is", "us"];

    public static Dictionary<string, string> Rows => new() { ["en"] = "rows", ["ja"] = "行" };

    /// <summary><c>employee_id</c> → employees, 社員; null where the header does not say it.</summary>
    public static IReadOnlyDictionary<string, string>? OfHeader(Header? identity)
    {
        string[] words = [.. (identity?.Words ?? []).Where(word => !Numbers.Contains(word))];
        return words.Length is 0 or > 3 ? null : Of(words);
    }

    /// <summary>Employees 2024 → employees, "customer list" → customers, 社員一覧 → 社員; null where a title names no things.</summary>
    public static IReadOnlyDictionary<string, string>? OfTitle(string title)
    {
        if (JapaneseList().Match(title.Trim()) is { Success: true } list)
        {
            var things = list.Groups["things"].Value;
            return HeaderWords.Translate(things) is [var english] ? Of([english], things) : new Dictionary<string, string> { ["ja"] = things };
        }
        var words = new Header(title).Words.ToList();
        if (new Header(title).IsJapanese) return null;
        var listed = false;
        while (words.Count > 0 && (Lists.Contains(words[^1]) || words[^1].All(char.IsAsciiDigit)))
        {
            listed |= words[^1] is "list" or "master" or "roster" or "directory" or "register" or "records" or "record";
            words.RemoveAt(words.Count - 1);
        }
        if (words.Count is 0 or > 3 || NoThings.Contains(words[^1])) return null;
        var last = words[^1];
        var plural = last is "people" or "children" || (last.Length > 3 && last[^1] == 's' && last[^2] is not ('s' or 'u' or 'i'));
        return plural ? Of([.. words[..^1], Singular(last)], plural: last) : listed ? Of([.. words]) : null;
    }

    private static Dictionary<string, string> Of(string[] words, string? japanese = null, string? plural = null)
    {
        var count = new Dictionary<string, string> { ["en"] = string.Join(' ', words[..^1].Append(plural ?? Plural(words[^1]))) };
        if ((japanese ?? HeaderWords.ToJapanese(words)) is { } own) count["ja"] = own;
        return count;
    }

    private static string Plural(string word) =>
        word.EndsWith('s') ? word
        : word is "person" ? "people"
        : word is "staff" or "equipment" ? word
        : word.EndsWith('y') && word.Length > 2 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ies"
        : word.EndsWith('x') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es"
        : word + "s";

    private static string Singular(string word) =>
        word is "people" ? "person" : word is "children" ? "child" : word is "movies" ? "movie"
        : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) ? word[..^2]
        : word.TrimEnd('s');

    [GeneratedRegex(@"^(?<things>[\u3005-\u30FF\u3400-\u9FFF]+?)の?(一覧表|一覧|リスト|名簿|台帳|マスター|マスタ)([（(＿_ 　]?.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JapaneseList();
}
