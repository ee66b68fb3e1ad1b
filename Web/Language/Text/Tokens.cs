using System.Globalization;
using System.Text;

namespace Web.Language;

/// <summary>Cuts text into tokens: English into words, numbers whole, Japanese into characters for the dictionary to join.</summary>
internal static class Tokens
{
    public static List<Token> Of(string text, int most = int.MaxValue)
    {
        var folded = Folding.Fold(text);
        var tokens = new List<Token>();
        var glued = false;
        for (var i = 0; i < folded.Count && tokens.Count < most;)
        {
            var end = EndOf(folded, i);
            if (char.IsWhiteSpace(folded[i].Char) || folded[i].Char is '_' || char.IsControl(folded[i].Char)) glued = false;
            else if (!IsTrailingLongVowel(folded, i))
            {
                tokens.Add(Make(folded, i, end, glued && tokens.Count > 0));
                if (IsPower(folded, tokens, end)) Join(tokens);
                glued = true;
            }
            i = SkipPossessive(folded, end);
        }
        return Okurigana.Drop(tokens);
    }

    /// <summary>A column's name as words: <c>closedOn</c>, <c>closed_on</c> and <c>Closed On</c> are the same two.</summary>
    public static List<Token> OfName(string name)
    {
        var spaced = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (char.IsLower(name[i - 1]) || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) spaced.Append(' ');
            spaced.Append(name[i]);
        }
        return [.. Of(spaced.ToString()).Where(t => t.Script != Script.Mark)];
    }

    /// <summary>m2 and km² are one unit, not a letter and a number.</summary>
    private static bool IsPower(List<Folded> folded, List<Token> tokens, int end) =>
        tokens is [.., { Raw: "m" or "km" or "cm" or "mm" }, { Raw: "2" or "3", Glued: true }] && !(end < folded.Count && folded[end].Script is Script.Digit or Script.Word);

    private static void Join(List<Token> tokens)
    {
        var (unit, power) = (tokens[^2], tokens[^1]);
        tokens.RemoveRange(tokens.Count - 2, 2);
        tokens.Add(unit with { Text = unit.Raw + power.Raw, Raw = unit.Raw + power.Raw, End = power.End });
    }

    private static int EndOf(List<Folded> folded, int start)
    {
        var script = folded[start].Script;
        var end = start + 1;
        if (script == Script.Word)
        {
            while (end < folded.Count && folded[end].Script == Script.Word && end - start < 64) end++;
        }
        else if (script == Script.Digit)
        {
            while (end < folded.Count && end - start < 24 && ContinuesNumber(folded, end)) end++;
        }
        else if (script == Script.Mark && end < folded.Count && folded[end].Char is '=' or '>' && folded[start].Char is '<' or '>' or '!')
        {
            end++;
        }
        return end;
    }

    private static bool ContinuesNumber(List<Folded> folded, int i)
    {
        bool Digit(int at) => at < folded.Count && folded[at].Script == Script.Digit;
        if (Digit(i)) return true;
        return folded[i].Char switch
        {
            '.' => Digit(i + 1),
            ',' => Digit(i + 1) && Digit(i + 2) && Digit(i + 3) && !Digit(i + 4),
            _ => false,
        };
    }

    private static int SkipPossessive(List<Folded> folded, int i) =>
        i > 0 && i + 1 < folded.Count && folded[i].Char == '\'' && folded[i + 1].Char == 's' && folded[i - 1].Script == Script.Word
        && (i + 2 >= folded.Count || folded[i + 2].Script != Script.Word) ? i + 2 : i;

    /// <summary>サーバー and サーバ are one word; バー keeps its vowel.</summary>
    private static bool IsTrailingLongVowel(List<Folded> folded, int i) =>
        folded[i].Char == 'ー' && i >= 2 && folded[i - 1].Script == Script.Katakana && folded[i - 2].Script == Script.Katakana
        && (i + 1 >= folded.Count || folded[i + 1].Script != Script.Katakana);

    private static Token Make(List<Folded> folded, int start, int end, bool glued)
    {
        var first = folded[start];
        var raw = string.Create(end - start, (folded, start), static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = from.folded[from.start + i].Char;
        });
        if (first.Script == Script.Digit)
        {
            var digits = raw.Replace(",", "", StringComparison.Ordinal);
            var number = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : (decimal?)null;
            return new Token(digits, raw, Script.Digit, first.Start, folded[end - 1].End, glued) { Number = number };
        }
        var text = first.Script == Script.Word ? Stem.Of(raw) : raw;
        return new Token(text, raw, first.Script, first.Start, folded[end - 1].End, glued, first.Capital);
    }
}
