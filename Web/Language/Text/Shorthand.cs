using System.Globalization;

namespace Web.Language;

/// <summary>Numbers in the short hand of notes, written out: 1000+ is "at least 1000", Oct '26 and 1Q26 are of 2026.</summary>
internal static class Shorthand
{
    public static IReadOnlyList<Token> Plain(IReadOnlyList<Token> tokens)
    {
        List<Token>? plain = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsPlus(tokens, i))
            {
                plain ??= [.. tokens.Take(i)];
                var number = plain.FindLastIndex(t => t.Number is not null);
                var said = IsSince(tokens, i, plain[number]) ? "since" : ">=";
                if (number > 0 && plain[number - 1].Text is "$" or "¥" or "€" or "£") number--;
                plain.Insert(number, tokens[i] with { Text = said, Raw = said, Script = said is "since" ? Script.Word : Script.Mark, Glued = plain[number].Glued });
                continue;
            }
            if (tokens[i].Text is "'" && IsShortYear(tokens, i + 1) && i > 0 && IsOfYear(tokens, i - 1))
            {
                plain ??= [.. tokens.Take(i)];
                plain.Add(Year(tokens[++i]) with { Glued = false });
                continue;
            }
            if (IsShortYear(tokens, i) && i > 1 && tokens[i - 1] is { Raw: "q" or "h", Glued: true } && tokens[i - 2].Raw is "1" or "2" or "3" or "4")
            {
                plain ??= [.. tokens.Take(i)];
                plain.Add(Year(tokens[i]) with { Glued = false });
                continue;
            }
            plain?.Add(tokens[i]);
        }
        return plain ?? tokens;
    }

    /// <summary>Behind a number or its unit, and before no other: 3+4 is a sum.</summary>
    private static bool IsPlus(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Raw is "plus" && i > 0 && tokens[i - 1].Number is not null && (i + 1 == tokens.Count || tokens[i + 1].Raw is "in" or "on" or "for" or "by" or "per" or "," or "." or "?" or "only") || tokens[i] is { Text: "+", Glued: true } && i > 0 && (tokens[i - 1].Number is not null || tokens[i - 1].Script == Script.Word && i > 1 && tokens[i - 2].Number is not null)
        && !(i + 1 < tokens.Count && tokens[i + 1] is { Glued: true, Script: not Script.Mark });

    /// <summary>2024+ is since that year; 2000+ guests are so many.</summary>
    private static bool IsSince(IReadOnlyList<Token> tokens, int plus, Token number) =>
        number is { Raw.Length: 4, Number: >= 1950 and <= 2035 and { } year } && tokens[plus - 1].Number is not null
        && (year % 100 != 0 || plus + 1 >= tokens.Count || tokens[plus + 1] is not { Script: Script.Word, Raw: not ("by" or "in" or "per" or "for" or "only") });

    private static bool IsShortYear(IReadOnlyList<Token> tokens, int i) => i < tokens.Count && tokens[i] is { Script: Script.Digit, Raw.Length: 2, Glued: true } && !(i + 1 < tokens.Count && tokens[i + 1] is { Glued: true, Script: not Script.Mark });

    private static bool IsOfYear(IReadOnlyList<Token> tokens, int i) =>
        TimeWords.Months.ContainsKey(tokens[i].Raw) || tokens[i].Raw is "in" or "since" or "from" or "until" or "year" or "yr" or "q" or "h" or "fy" or "summer" or "winter" or "spring" or "autumn" or "fall" || i > 0 && tokens[i].Raw is "1" or "2" or "3" or "4" && tokens[i - 1].Raw is "q" or "h";

    private static Token Year(Token two)
    {
        var year = (2000 + two.Number!.Value).ToString("0", CultureInfo.InvariantCulture);
        return two with { Text = year, Raw = year, Number = 2000 + two.Number };
    }
}
