using System.Text;

namespace Web.Insights.Datasets.Csv;

/// <summary>Files of other kinds that people send by mistake, known by how they begin.</summary>
internal static class ForeignFile
{
    /// <summary>So many bytes are enough.</summary>
    public const int Looked = 512;

    private static readonly (byte[] Start, string Kind)[] Binary =
    [
        ([0x50, 0x4B, 0x03, 0x04], "Excel (.xlsx) / ZIP"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Excel (.xls)"), ([.. "%PDF-"u8], "PDF"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), ([.. "GIF8"u8], "GIF"), ([0x1F, 0x8B, 0x08], "gzip"),
    ];

    /// <summary>What the file is instead of CSV, or null.</summary>
    public static string? KindOf(ReadOnlySpan<byte> start)
    {
        foreach (var (mark, kind) in Binary)
            if (start.StartsWith(mark)) return kind;
        var text = Encoding.Latin1.GetString(start.StartsWith("\uFEFF"u8) ? start[3..] : start).AsSpan().TrimStart();
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return "XML";
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return "HTML";
        return IsJson(text) ? "JSON" : null;
    }

    /// <summary>A brace and a quoted name, with or without the bracket of a list: no header begins so.</summary>
    private static bool IsJson(ReadOnlySpan<char> text)
    {
        if (text is ['[', ..]) text = text[1..].TrimStart();
        if (text is not ['{', ..]) return false;
        text = text[1..].TrimStart();
        return text is ['"', ..] && text[1..].IndexOf('"') is > 0 and var end && text[(end + 2)..].TrimStart() is [':', ..];
    }
}
