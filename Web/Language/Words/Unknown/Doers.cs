using Web.Semantics;

namespace Web.Language;

/// <summary>志願者 in a table with 出願日, 受験者 with 受験番号: those who did what every row is a record of.</summary>
internal static class Doers
{
    private const int Stem = 6;
    private static readonly string[] Ends = ["者", "生", "客", "人", "員"];
    private static readonly string[] Tails = ["日時", "日付", "日", "時刻", "番号", "ID", "id", "No", "コード"];

    /// <summary>What they did is told by the key of the rows or by a day of theirs, and nobody else is kept.</summary>
    public static bool AreRows(Lexicon lexicon, string noun)
    {
        if (noun.Length < 3 || !Array.Exists(Ends, end => noun.EndsWith(end, StringComparison.Ordinal)) || lexicon.PersonColumn is not null || lexicon.Contract.Columns.Any(c => c is { Hidden: false, Role: ColumnRole.Dimension } && RowNames.IsNumber(c) && Persons.IsNumberOfPerson(c))) return false;
        var deed = noun[..^1];
        var called = Words(noun).ToList();
        return lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null } && (c.IsTemporal || c.Role == ColumnRole.Identity)).Select(DeedOf).Any(of => of.Length > 1 && (of == deed || Words(of).Any(word => called.Exists(other => AreOne(word, other)))));
    }

    private static string DeedOf(Column column)
    {
        var header = column.SourceName ?? column.Name;
        return Array.Find(Tails, tail => header.Length > tail.Length + 1 && header.EndsWith(tail, StringComparison.Ordinal)) is { } cut ? header[..^cut.Length] : header;
    }

    private static IEnumerable<string> Words(string japanese) => JapaneseEnglish.Of(japanese).SelectMany(gloss => Tokens.Of(gloss)).Where(t => t.Script == Script.Word).Select(t => t.Raw);

    /// <summary>application and applicant</summary>
    private static bool AreOne(string one, string other) => one.Length >= Stem && other.Length >= Stem && one.AsSpan(0, Stem).SequenceEqual(other.AsSpan(0, Stem));
}
