using System.Globalization;

namespace Web.Language;

/// <summary>Bands, spans of months and halves as Japanese writes them short, written out: 8万円台 is 8万円以上9万円未満, 1〜3月 is 1月〜3月, 1時間半 is 1.5時間.</summary>
internal static class JapaneseShorthand
{
    public static IReadOnlyList<Token> Plain(IReadOnlyList<Token> tokens)
    {
        List<Token>? plain = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (BandAt(tokens, i) is { } number)
            {
                plain ??= [.. tokens.Take(i)];
                plain.AddRange(Band(tokens, number, i));
                continue;
            }
            if (IsHalf(tokens, i))
            {
                plain ??= [.. tokens.Take(i)];
                plain[^3] = Counting(plain[^3], plain[^3].Number!.Value + 0.5m);
                continue;
            }
            plain?.Add(tokens[i]);
            if (IsMonthOfSpan(tokens, i))
            {
                plain ??= [.. tokens.Take(i + 1)];
                plain.Add(Written(tokens[i], "月"));
            }
        }
        return plain ?? tokens;
    }

    /// <summary>Where the number begins whose band the 台 at <paramref name="i"/> means. Of yen and degrees, not of cars: 3万台 are so many.</summary>
    private static int? BandAt(IReadOnlyList<Token> tokens, int i)
    {
        if (i < 2 || tokens[i] is not { Raw: "台", Glued: true } || tokens[i - 1].Raw is not ("円" or "度" or "点" or "秒" or "分" or "歳" or "%") || Raw(tokens, i + 1) is "数" or "目" or "車" || IsBound(tokens, i + 1) || tokens.Count(t => t is { Raw: "台", Glued: true }) > 1) return null;
        var number = i - 2;
        while (number > 0 && tokens[number].Raw is "万" or "千" or "百" or "億") number--;
        if (number > 0 && tokens[number - 1].Raw is "~" or "-" or "〜" or "ら") return null;
        return tokens[number].Number is > 0 and var size && size == decimal.Truncate(size) ? number : null;
    }

    /// <summary>5万円台未満, 5万円台じゃない, 5万円台か…, 5万円台後半: the band itself is held against something, or divided.</summary>
    private static bool IsBound(IReadOnlyList<Token> tokens, int i) =>
        Raw(tokens, i) is "以" or "未" or "ま" or "か" or "じ" or "を" or "後" or "前" or "や" or "と" or "~" or "-" || Raw(tokens, i) + Raw(tokens, i + 1) is "でな" or "では";

    private static IEnumerable<Token> Band(IReadOnlyList<Token> tokens, int number, int end)
    {
        var size = tokens[number].Number!.Value;
        var step = 1m;
        while (size % (step * 10) == 0) step *= 10;
        Token[] next = [Counting(tokens[number], size + step), .. tokens.Skip(number + 1).Take(end - number - 1)];
        return [Written(tokens[end], "以"), Written(tokens[end], "上"), .. next.Select(t => t with { Start = tokens[end].Start, End = tokens[end].End, Glued = true }), Written(tokens[end], "未"), Written(tokens[end], "満")];
    }

    private static bool IsHalf(IReadOnlyList<Token> tokens, int i) =>
        i > 2 && tokens[i] is { Raw: "半", Glued: true } && tokens[i - 1].Raw is "間" && tokens[i - 2].Raw is "時" && tokens[i - 3].Number is not null && Raw(tokens, i + 1) is not ("期" or "年" or "額" or "分");

    /// <summary>The 1 of 1〜3月, of which only the last says what they are.</summary>
    private static bool IsMonthOfSpan(IReadOnlyList<Token> tokens, int i)
    {
        if (!IsMonth(tokens, i) || i > 0 && (tokens[i - 1].Number is not null || tokens[i - 1].Script == Script.Mark && tokens[i - 1].Text is not ("(" or "、" or "・"))) return false;
        var last = Raw(tokens, i + 1) is "~" or "-" or "〜" ? i + 2 : Raw(tokens, i + 1) + Raw(tokens, i + 2) is "から" ? i + 3 : -1;
        return last > 0 && IsMonth(tokens, last) && tokens[last].Number > tokens[i].Number && Raw(tokens, last + 1) is "月" && Raw(tokens, last + 2) is not ("号" or "間" or "分" or "目");
    }

    private static bool IsMonth(IReadOnlyList<Token> tokens, int i) => i < tokens.Count && tokens[i] is { Raw.Length: <= 2, Number: >= 1 and <= 12 };

    private static string Raw(IReadOnlyList<Token> tokens, int i) => i < tokens.Count ? tokens[i].Raw : "";

    private static Token Written(Token at, string kanji) => at with { Text = kanji, Raw = kanji, Script = Script.Kanji, Number = null, Glued = true };

    private static Token Counting(Token digits, decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return digits with { Text = text, Raw = text, Number = number };
    }
}
