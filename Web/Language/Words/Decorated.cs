using System.Text.RegularExpressions;
using Web.Semantics;

namespace Web.Language;

/// <summary>Headers with marks around the words: ㈱顧客名, 【必須】住所, ※備考, Q1. Age. People ask for them by the words alone.</summary>
internal static partial class Decorated
{
    public static IEnumerable<string> Of(string name)
    {
        yield return name;
        var plain = Marks().Replace(name, "");
        if (plain.Length > 1 && plain.Length < name.Length) yield return plain;
    }

    /// <summary>CO2 (Mt) without what stands in brackets, where that is no unit that is known and no other column is called so.</summary>
    public static IReadOnlyDictionary<Column, Column> WithoutTails(IReadOnlyList<Column> columns)
    {
        var names = columns.Select(column => (Column: column, Bare: Bare(column.SourceName ?? column.Name))).ToList();
        var found = new Dictionary<Column, Column>(ReferenceEqualityComparer.Instance);
        foreach (var (column, bare) in names.Where(one => one.Column is { Unit: null, Currency: null } && one.Bare != (one.Column.SourceName ?? one.Column.Name)))
        {
            if (names.Count(other => string.Equals(other.Bare, bare, StringComparison.OrdinalIgnoreCase)) == 1) found[column] = column with { Name = bare, SourceName = null, Titles = new Dictionary<string, string>(), Synonyms = [] };
        }
        return found;
    }

    private static string Bare(string name) => Tail().Match(name) is { Success: true } cut ? cut.Groups["name"].Value : name;

    [GeneratedRegex(@"^(?<name>.*\w.*?)\s*[(（\[［][^()（）\[\]［］]{1,60}[)）\]］]\s*$", RegexOptions.None, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^\s*(㈱|㈲|\(株\)|（株）|\(有\)|（有）|【[^】]{1,12}】|［[^］]{1,12}］|\[[^\]]{1,12}\]|[※★☆●○◎■□◆◇▲△▼▽・＊*#①-⑳]+|[QＱ問][0-9０-９]{1,3}[._:：．\s]|[0-9]{1,2}[.．)）]\s*)\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();
}
