using System.Globalization;

namespace Web.Language;

/// <summary>Hours of the day as they are said, on a clock of twenty-four: 午後8時 and "8 pm" are 20時, 朝7時 is 7時.</summary>
internal static class Clock
{
    private static readonly string[] Early = ["午前", "早朝", "深夜", "朝", "昼", "未明"], Late = ["午後", "夕方", "夜", "晩", "夕"];

    public static IReadOnlyList<Token> Plain(IReadOnlyList<Token> tokens)
    {
        List<Token>? plain = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Raw is "midnight" or "noon" or "midday" && i > 0 && tokens[i - 1].Raw is "between" or "from" or "and" or "to" or "until" or "till")
            {
                plain ??= [.. tokens.Take(i)];
                plain.Add(Said(tokens[i] with { Script = Script.Digit }, tokens[i].Raw == "midnight" ? 0 : 12));
                plain.Add(tokens[i] with { Text = "時", Raw = "時", Script = Script.Kanji, Glued = true });
                continue;
            }
            var (skip, late, end) = HourAt(tokens, i);
            if (end == 0)
            {
                plain?.Add(tokens[i]);
                continue;
            }
            plain ??= [.. tokens.Take(i)];
            var hour = tokens[i + skip];
            plain.Add(late is { } pm ? Said(hour, (hour.Number!.Value % 12) + (pm ? 12 : 0)) : hour);
            // "8 pm"
            if (skip == 0) plain.Add(tokens[i + 1] with { Text = "時", Raw = "時", Script = Script.Kanji, Glued = true });
            i = end - 1;
        }
        return plain ?? tokens;
    }

    /// <summary>How many tokens stand before the number, whether it is past noon where that was said, and the end.</summary>
    private static (int Skip, bool? Late, int End) HourAt(IReadOnlyList<Token> tokens, int i)
    {
        if (IsHour(tokens, i, 12) && i + 1 < tokens.Count && tokens[i + 1].Raw is "am" or "pm" && !(i > 0 && tokens[i - 1].Raw is ":")) return (0, tokens[i + 1].Raw == "pm", i + 2);
        if (!tokens[i].IsJapanese) return default;
        foreach (var (words, late) in new[] { (Early, false), (Late, true) })
        {
            foreach (var word in words)
            {
                var at = i + word.Length;
                if (at + 1 >= tokens.Count || tokens[at + 1].Raw != "時" || (at + 2 < tokens.Count && tokens[at + 2].Raw == "間") || !IsHour(tokens, at, 24) || !word.Select((c, k) => tokens[i + k].Raw == c.ToString()).All(same => same)) continue;
                return (word.Length, late && tokens[at].Number < 12 && !(word is "夜" or "晩" && tokens[at].Number < 5) ? true : null, at + 1);
            }
        }
        return default;
    }

    private static bool IsHour(IReadOnlyList<Token> tokens, int i, int most) => tokens[i] is { Script: Script.Digit, Number: { } number } && number >= 0 && number <= most && number == Math.Truncate(number);

    private static Token Said(Token hour, decimal number)
    {
        var text = number.ToString("0", CultureInfo.InvariantCulture);
        return hour with { Text = text, Raw = text, Number = number };
    }
}
