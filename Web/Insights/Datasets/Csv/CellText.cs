namespace Web.Insights.Datasets.Csv;

/// <summary>A cell's characters made comparable: full-width digits, letters and marks become ASCII.</summary>
internal static class CellText
{
    /// <summary>Numbers, dates and truth values are never longer than this.</summary>
    public const int Most = 80;

    /// <summary>The cell without the space around it, folded into <paramref name="room"/> when it holds anything but ASCII.</summary>
    public static ReadOnlySpan<char> Folded(ReadOnlySpan<char> cell, Span<char> room)
    {
        cell = cell.Trim();
        if (cell.Length > room.Length || System.Text.Ascii.IsValid(cell)) return cell;
        for (var i = 0; i < cell.Length; i++) room[i] = Fold(cell[i]);
        return room[..cell.Length];
    }

    private static char Fold(char c) => c switch
    {
        '\u3000' or '\u00A0' or '\u202F' or '\u2009' => ' ',
        '\u2212' or '\u2010' or '\u2011' or '\u2013' or '\u2014' or '\u2015' or '\u2500' => '-',
        '\uFFE5' => '¥',
        '\uFFE1' => '£',
        '\u2019' => '\'',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };

    /// <summary>What people write into a cell of a number or date column to say that there is nothing.</summary>
    public static bool IsNull(ReadOnlySpan<char> cell)
    {
        Span<char> room = stackalloc char[Most];
        return cell.Length <= 8 && IsNullFolded(Folded(cell, room));
    }

    public static bool IsNullFolded(ReadOnlySpan<char> folded) => folded.Length switch
    {
        0 => true,
        1 => folded[0] is '-' or '*' or '.' or '?' or 'ー' or '無' or '‐',
        2 => Is(folded, "na") || Is(folded, "--") || Is(folded, "\\N") || folded is "なし" or "無し" or "未定" or "不明" or "ナシ" or "..",
        3 => Is(folded, "n/a") || Is(folded, "nan") || Is(folded, "nil") || Is(folded, "---") || folded is "未入力" or "未設定",
        4 => Is(folded, "null") || Is(folded, "none") || Is(folded, "#n/a") || Is(folded, "-nan") || folded is "該当なし",
        5 => folded is "データなし",
        6 => Is(folded, "(null)"),
        _ => false,
    };

    public static bool Is(ReadOnlySpan<char> cell, string word) => cell.Equals(word, StringComparison.OrdinalIgnoreCase);
}
