using System.Globalization;
using System.Text;

namespace Web.Language;

/// <summary>One folded character and the stretch of the original that it came from.</summary>
internal readonly record struct Folded(char Char, Script Script, int Start, int End, bool Capital);

/// <summary>Case, width, accents and kana made equal (NFKC, lower case, hiragana), keeping the way back to the original.</summary>
internal static class Folding
{
    private const char LongVowel = 'ー';

    public static List<Folded> Fold(string original)
    {
        var folded = new List<Folded>(original.Length);
        var start = 0;
        while (start < original.Length)
        {
            var end = ClusterEnd(original, start);
            if (IsWellFormed(original, start, end)) Append(folded, original[start..end], start, end);
            else folded.Add(new Folded(' ', Script.Mark, start, end, Capital: false));
            start = end;
        }
        return folded;
    }

    /// <summary>A character with the marks that change it, so that ｶﾞ becomes one が.</summary>
    private static int ClusterEnd(string text, int start)
    {
        var end = start + (char.IsSurrogatePair(text, start) ? 2 : 1);
        while (end < text.Length && end - start < 8 && IsJoining(text[end])) end++;
        return end;
    }

    private static bool IsJoining(char c) =>
        c is '\uFF9E' or '\uFF9F' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsWellFormed(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < end && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return false;
        }
        return true;
    }

    private static void Append(List<Folded> folded, string cluster, int start, int end)
    {
        // U+FFFE and U+FFFF are well-formed UTF-16 and yet no characters; Normalize refuses them.
        string normal;
        try { normal = cluster.Length == 1 && cluster[0] < 0x80 ? cluster : cluster.Normalize(NormalizationForm.FormKC); }
        catch (ArgumentException) { normal = " "; }
        foreach (var c in normal)
        {
            var script = ScriptOf(c);
            if (script == Script.Word && c > 0x7F) AppendPlainLatin(folded, c, start, end);
            else folded.Add(new Folded(Plain(c), script, start, end, char.IsUpper(c)));
        }
    }

    private static void AppendPlainLatin(List<Folded> folded, char c, int start, int end)
    {
        if (char.IsSurrogate(c))
        {
            folded.Add(new Folded(c, Script.Word, start, end, Capital: false));
            return;
        }
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark) continue;
            folded.Add(new Folded(char.ToLowerInvariant(part), Script.Word, start, end, char.IsUpper(c)));
        }
    }

    private static char Plain(char c) => c switch
    {
        >= 'ァ' and <= 'ヶ' => (char)(c - 0x60),
        '〜' or '∼' or '～' => '~',
        '’' or '‘' or '`' => '\'',
        '–' or '—' or '−' or '‐' or '‑' => '-',
        _ => char.ToLowerInvariant(c),
    };

    private static Script ScriptOf(char c) => c switch
    {
        >= '0' and <= '9' => Script.Digit,
        >= 'ぁ' and <= 'ゖ' => Script.Hiragana,
        (>= 'ァ' and <= 'ヺ') or LongVowel => Script.Katakana,
        (>= '\u3400' and <= '\u9FFF') or '々' or '〇' or (>= '\uF900' and <= '\uFAFF') => Script.Kanji,
        _ when char.IsLetter(c) || char.IsSurrogate(c) || char.IsDigit(c) => Script.Word,
        _ => Script.Mark,
    };
}
