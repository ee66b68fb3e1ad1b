namespace Web.Language;

/// <summary>How a number was written, as far as it tells what it is of.</summary>
[Flags]
internal enum Spelling { Plain = 0, Money = 1, Scaled = 2, Letter = 4 }

/// <summary>Numbers as people write them: 1.5M, 1,000, 100万, 1億2000万, 三百万, 3割, 20%, twelve.</summary>
internal static class Numbers
{
    private static readonly Dictionary<string, decimal> Words = new(StringComparer.Ordinal)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["dozen"] = 12,
    };

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["k"] = 1e3m,
        ["thousand"] = 1e3m,
        ["m"] = 1e6m,
        ["mn"] = 1e6m,
        ["mm"] = 1e6m,
        ["million"] = 1e6m,
        ["millions"] = 1e6m,
        ["b"] = 1e9m,
        ["bn"] = 1e9m,
        ["billion"] = 1e9m,
        ["trillion"] = 1e12m,
        ["hundred"] = 100m,
        ["dozen"] = 12m,
    };

    private static readonly Dictionary<char, decimal> KanjiScales = new() { ['十'] = 10m, ['百'] = 100m, ['千'] = 1e3m, ['万'] = 1e4m, ['億'] = 1e8m, ['兆'] = 1e12m };

    private const string KanjiDigits = "〇一二三四五六七八九";

    /// <summary>"half an hour", "half a million"</summary>
    private static (int End, decimal Value, bool Percent, Spelling Spelling)? HalfAt(IReadOnlyList<Token> tokens, int from)
    {
        if (from + 2 >= tokens.Count || tokens[from].Raw is not "half" || tokens[from + 1].Raw is not ("a" or "an")) return null;
        if (Scales.TryGetValue(tokens[from + 2].Raw, out var scale) && tokens[from + 2].Raw.Length > 2) return (from + 3, scale / 2, false, Spelling.Scaled);
        return tokens[from + 2].Raw is "hour" or "day" or "minute" or "mile" or "kilo" or "litre" or "liter" or "ton" or "tonne" ? (from + 2, 0.5m, false, Spelling.Plain) : null;
    }

    /// <summary>"a million dollars", "a dozen guests": of something.</summary>
    private static (int End, decimal Value)? OneOf(IReadOnlyList<Token> tokens, int i) =>
        i + 2 < tokens.Count && tokens[i].Raw is "a" && tokens[i + 1].Raw is { Length: > 2 } scale && Scales.TryGetValue(scale, out var size) && tokens[i + 2] is { Script: Script.Word, Raw: not ("by" or "in" or "per" or "for" or "and" or "or" or "with" or "each" or "this" or "last" or "of") } ? (i + 2, size) : null;

    /// <summary>The number that begins at <paramref name="from"/> and the index after it, currency signs and units of scale included.</summary>
    public static (int End, decimal Value, bool Percent, Spelling Spelling)? At(IReadOnlyList<Token> tokens, int from)
    {
        try { return Read(tokens, from) is { } number ? number with { Value = number.Value / 1.000000000000000000000000000m } : null; }
        catch (OverflowException) { return null; }
    }

    private static (int End, decimal Value, bool Percent, Spelling Spelling)? Read(IReadOnlyList<Token> tokens, int from)
    {
        if (HalfAt(tokens, from) is { } half) return half;
        var i = from;
        var spelling = Spelling.Plain;
        if (i < tokens.Count && tokens[i].Text is "$" or "¥" or "€" or "£")
        {
            spelling |= Spelling.Money;
            i++;
        }
        var negative = i + 1 < tokens.Count && tokens[i].Text == "-" && tokens[i + 1] is { Number: not null, Glued: true } && !(i > 0 && tokens[i].Glued);
        if (negative) i++;
        if ((OneOf(tokens, i) ?? Western(tokens, i) ?? Kanji(tokens, i)) is not { } number) return null;
        var (end, value) = number;
        if (negative) value = -value;
        if (IsScaled(tokens, i, end)) spelling |= Spelling.Scaled;
        if (end > i + 1 && tokens[end - 1] is { Raw: "m" or "k" or "b" }) spelling |= Spelling.Letter;
        if (end < tokens.Count)
        {
            if (tokens[end].Text == "%" || tokens[end].Raw is "percent" or "pct") return (end + 1, value, true, spelling);
            if (tokens[end].Text == "割" && !Follows(tokens, end + 1, "合", "引")) return (end + 1, value * 10, true, spelling);
            if (Match(tokens, end, "ぱーせんと")) return (end + 5, value, true, spelling);
            if (CurrencyAt(tokens, end) is > 0 and var length)
            {
                end += length;
                spelling |= Spelling.Money;
            }
        }
        return (end, value, false, spelling);
    }

    private static int CurrencyAt(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Text is "円" or "$" or "€" or "£" || tokens[i].Raw is "yen" or "dollar" or "dollars" or "usd" or "jpy" or "eur" or "euro" or "euros" or "gbp" or "bucks" ? 1
        : Match(tokens, i, "どる") ? 2 : Match(tokens, i, "ゆーろ") || Match(tokens, i, "ぽんど") ? 3 : 0;

    /// <summary>100万 and 2 million say the whole amount, whatever a column counts in.</summary>
    private static bool IsScaled(IReadOnlyList<Token> tokens, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (tokens[i].Raw.Length == 1 && KanjiScales.ContainsKey(tokens[i].Raw[0]) || (i > from && Scales.ContainsKey(tokens[i].Raw))) return true;
        }
        return false;
    }

    private static (int End, decimal Value)? Western(IReadOnlyList<Token> tokens, int i)
    {
        if (i >= tokens.Count) return null;
        decimal value;
        if (tokens[i].Number is { } digits) value = digits;
        else if (Words.TryGetValue(tokens[i].Raw, out var word)) value = word;
        else if (Match(tokens, i, "ぜろ")) return (i + 2, 0);
        else return null;
        var end = i + 1;
        if (end < tokens.Count && Scales.TryGetValue(tokens[end].Raw, out var scale) && (tokens[end].Raw.Length > 2 || (tokens[end].Glued && !IsUnit(tokens, end))))
            return (end + 1, value * scale);
        if (tokens[i].Number is null) return (end, value);
        if (end < tokens.Count && tokens[end] is { Glued: true, Raw: "st" or "nd" or "rd" or "th" }) return (end + 1, value);
        // 1億2000万, 3百万, 5千
        var total = 0m;
        while (end < tokens.Count && tokens[end].Raw.Length == 1 && KanjiScales.TryGetValue(tokens[end].Raw[0], out var kanji))
        {
            value *= kanji;
            end++;
            if (end >= tokens.Count || tokens[end] is not { Number: { } more, Glued: true }) continue;
            total += value;
            value = more;
            end++;
        }
        return (end, total + value);
    }

    /// <summary>350mm and 10m/s are lengths and speeds; $5mm and 10m are millions.</summary>
    private static bool IsUnit(IReadOnlyList<Token> tokens, int i) =>
        (tokens[i].Raw == "mm" && !(i > 1 && tokens[i - 2].Text is "$" or "¥" or "€" or "£")) || (i + 1 < tokens.Count && tokens[i + 1] is { Text: "/", Glued: true });

    private static (int End, decimal Value)? Kanji(IReadOnlyList<Token> tokens, int from)
    {
        decimal total = 0, section = 0, digit = 0;
        var i = from;
        var scaled = false;
        for (; i < tokens.Count && tokens[i].Script == Script.Kanji; i++)
        {
            var c = tokens[i].Raw[0];
            if (KanjiDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at) digit = (digit * 10) + at;
            else if (KanjiScales.TryGetValue(c, out var scale))
            {
                scaled = true;
                if (scale < 1e4m) section += (digit == 0 ? 1 : digit) * scale;
                else
                {
                    total += (section + digit == 0 ? 1 : section + digit) * scale;
                    section = 0;
                }
                digit = 0;
            }
            else break;
        }
        if (i == from) return null;
        // A lone 千 or 一 is more often part of a name than a number.
        if (i - from == 1 && (scaled || i >= tokens.Count || tokens[i].Script == Script.Kanji && tokens[i].Text is not ("件" or "位" or "社" or "人" or "名" or "個" or "つ")) && !IsHeld(tokens, i)) return null;
        return (i, total + section + digit);
    }

    /// <summary>十日以上, 千円未満: a bound is a number's.</summary>
    private static bool IsHeld(IReadOnlyList<Token> tokens, int unit) =>
        unit + 3 < tokens.Count && tokens[unit] is { Glued: true, Raw: "時" } && tokens[unit + 1].Raw is "間" && (tokens[unit + 2].Raw, tokens[unit + 3].Raw) is ("以", "上" or "下" or "内") or ("未", "満") or ("を", "超") or ("超", _) ||
        unit + 2 < tokens.Count && tokens[unit] is { Glued: true, Raw: "日" or "人" or "名" or "件" or "回" or "円" or "個" or "本" or "点" or "分" or "年" or "歳" or "台" or "枚" or "冊" } && (tokens[unit + 1].Raw, tokens[unit + 2].Raw) is ("以", "上" or "下" or "内") or ("未", "満") or ("を", "超") or ("超", _);

    private static bool Follows(IReadOnlyList<Token> tokens, int i, params string[] texts) => i < tokens.Count && texts.Contains(tokens[i].Text, StringComparer.Ordinal);

    private static bool Match(IReadOnlyList<Token> tokens, int i, string kana)
    {
        for (var k = 0; k < kana.Length; k++)
        {
            if (i + k >= tokens.Count || tokens[i + k].Text.Length != 1 || tokens[i + k].Text[0] != kana[k]) return false;
        }
        return true;
    }
}
