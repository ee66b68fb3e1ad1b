using System.Globalization;
using Web.Kernel;
using Calendar = Web.Kernel.Calendar;

namespace Web.Language;

/// <summary>The grammar of single stretches of time.</summary>
internal sealed class TimePieces(IReadOnlyList<Token> tokens, Calendar calendar, DateOnly today)
{
    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1,
        ["1st"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
    };

    private static readonly Dictionary<string, int> Eras = new(StringComparer.Ordinal)
    {
        ["令和"] = 2018,
        ["平成"] = 1988,
        ["昭和"] = 1925,
        ["大正"] = 1911,
        ["明治"] = 1867,
    };

    private static readonly Dictionary<string, int> Decades = new(StringComparer.Ordinal)
    {
        ["sixties"] = 1960,
        ["seventies"] = 1970,
        ["eighties"] = 1980,
        ["nineties"] = 1990,
        ["noughties"] = 2000,
    };

    /// <summary>The longest piece that begins at <paramref name="i"/>.</summary>
    public TimePiece? At(int i)
    {
        TimePiece? best = null;
        foreach (var piece in All(i))
        {
            if (piece is not null && (best is null || piece.End > best.End)) best = piece;
        }
        return best;
    }

    private IEnumerable<TimePiece?> All(int i)
    {
        yield return Fixed(i);
        yield return Rolling(i);
        yield return Ago(i);
        yield return English(i);
        yield return Fiscal(i);
        yield return QuarterOrHalf(i);
        yield return Numeric(i);
        yield return Japanese(i);
        yield return Decade(i);
    }

    private string Raw(int i) => i >= 0 && i < tokens.Count ? tokens[i].Raw : "";

    private int? Whole(int i) =>
        i < tokens.Count && tokens[i].Number is { } n && n == Math.Truncate(n) && n is >= 0 and < 100000 ? (int)n : null;

    private bool IsYear(int i) => Whole(i) is >= 1900 and <= 2100 && tokens[i].Raw.Length == 4;

    private TimePiece? Fixed(int i)
    {
        (int End, string Word)? found = null;
        foreach (var (end, words) in TimeWords.Relative.At(tokens, i)) found = (end, words[0]);
        return found is { } match ? Named(match.End, match.Word) : null;
    }

    private TimePiece Named(int end, string word)
    {
        Period Unit(CalendarUnit unit, int offset) => calendar.PeriodOf(unit, today, offset);
        Period To(CalendarUnit unit) => new(calendar.FirstDayOf(unit, today), today);
        Period HalfOf(DateOnly first, int half) => new(first.AddMonths((half * 6) - 6), first.AddMonths(half * 6).AddDays(-1));
        var fiscal = calendar.FirstDayOf(CalendarUnit.FiscalYear, today);
        return word switch
        {
            "today" => new TimePiece(end) { Days = Unit(CalendarUnit.Day, 0) },
            "yesterday" => new TimePiece(end) { Days = Unit(CalendarUnit.Day, -1) },
            "tomorrow" => new TimePiece(end) { Days = Unit(CalendarUnit.Day, 1) },
            "day_ago_2" => new TimePiece(end) { Days = Unit(CalendarUnit.Day, -2) },
            "week_ago_2" => new TimePiece(end) { Days = Unit(CalendarUnit.Week, -2) },
            "month_ago_2" => Dated(end, today.AddMonths(-2)),
            "year_ago_2" => new TimePiece(end) { Year = today.Year - 2 },
            "fiscal_year_ago_2" => new TimePiece(end) { Year = calendar.FiscalYearOf(today) - 2, Fiscal = true },
            "ytd" => new TimePiece(end) { Days = To(CalendarUnit.Year) },
            "qtd" => new TimePiece(end) { Days = To(CalendarUnit.Quarter) },
            "mtd" => new TimePiece(end) { Days = To(CalendarUnit.Month) },
            "fytd" => new TimePiece(end) { Days = To(CalendarUnit.FiscalYear) },
            "fiscal_first_half" => new TimePiece(end) { Days = HalfOf(fiscal, 1) },
            "fiscal_second_half" => new TimePiece(end) { Days = HalfOf(fiscal, 2) },
            "first_half" => new TimePiece(end) { Year = today.Year, Half = 1 },
            "second_half" => new TimePiece(end) { Year = today.Year, Half = 2 },
            "last_first_half" => new TimePiece(end) { Year = today.Year - 1, Half = 1 },
            "last_second_half" => new TimePiece(end) { Year = today.Year - 1, Half = 2 },
            _ => WithPart(end, word),
        };
    }

    private static TimePiece Dated(int end, DateOnly date) => new(end) { Year = date.Year, Month = date.Month };

    /// <summary>"last year" may go on: 昨年3月, 今年の4月, 昨年度第1四半期, "March last year" is read by <see cref="English"/>.</summary>
    private TimePiece WithPart(int end, string word)
    {
        var year = word switch { "this_year" => today.Year, "last_year" => today.Year - 1, "next_year" => today.Year + 1, _ => (int?)null };
        var fiscalYear = word switch
        {
            "this_fiscal_year" => calendar.FiscalYearOf(today),
            "last_fiscal_year" => calendar.FiscalYearOf(today) - 1,
            "next_fiscal_year" => calendar.FiscalYearOf(today) + 1,
            _ => (int?)null,
        };
        var whole = new TimePiece(end) { Word = word };
        if ((year ?? fiscalYear) is not { } named) return whole;
        var at = Raw(end) == "の" ? end + 1 : end;
        if (JapaneseRest(at) is not { } rest || rest.End == at) return whole;
        return rest with { Year = named, Fiscal = fiscalYear is not null };
    }

    private TimePiece? Rolling(int i)
    {
        var at = i;
        if (Raw(at) == "the") at++;
        var english = Raw(at) is "last" or "past" or "previous" or "trailing" or "recent" or "latest" or "prior";
        var japanese = JapanesePrefix(at);
        if (!english && japanese == 0) return null;
        at += english ? 1 : japanese;
        if (Raw(at) == "の") at++;
        if (Numbers.At(tokens, at) is not { Percent: false } number || number.Value is < 1 or > 9999 || number.Value != Math.Truncate(number.Value)) return null;
        if (Unit(number.End) is not { } unit) return null;
        return new TimePiece(unit.End) { Word = FormattableString.Invariant($"last_{(int)number.Value}_{unit.Name}s") };
    }

    private int JapanesePrefix(int i)
    {
        var two = Raw(i) + Raw(i + 1);
        return two is "直近" or "過去" or "最近" or "ここ" or "この" or "今後" && two != "今後" ? 2 : 0;
    }

    private (int End, string Name)? Unit(int i)
    {
        (int, string)? found = null;
        foreach (var (end, names) in TimeWords.Units.At(tokens, i)) found = (end, names[0]);
        return found;
    }

    private TimePiece? Ago(int i)
    {
        if (Numbers.At(tokens, i) is not { Percent: false } number || number.Value is < 1 or > 9999 || number.Value != Math.Truncate(number.Value)) return null;
        if (Unit(number.End) is not { } unit) return null;
        var end = unit.End;
        if (Raw(end) is not ("ago" or "前")) return null;
        var n = (int)number.Value;
        return unit.Name switch
        {
            "day" => new TimePiece(end + 1) { Days = calendar.PeriodOf(CalendarUnit.Day, today, -n) },
            "week" => new TimePiece(end + 1) { Days = calendar.PeriodOf(CalendarUnit.Week, today, -n) },
            "month" => Dated(end + 1, today.AddMonths(-n)),
            "quarter" => new TimePiece(end + 1) { Days = calendar.PeriodOf(CalendarUnit.Quarter, today, -n) },
            _ => today.Year > n ? new TimePiece(end + 1) { Year = today.Year - n } : null,
        };
    }

    /// <summary>March 2024, March 5 2024, 5 March 2024, March last year, March.</summary>
    private TimePiece? English(int i)
    {
        var at = i;
        int? day = null;
        if (Whole(at) is >= 1 and <= 31 and var lead && tokens[at].Raw.Length <= 2)
        {
            at++;
            if (Raw(at) is "st" or "nd" or "rd" or "th") at++;
            if (Raw(at) == "of") at++;
            day = lead;
        }
        if (!TimeWords.Months.TryGetValue(Raw(at), out var month)) return null;
        var said = at++;
        if (Raw(at) == "." && tokens[at].Glued) at++;
        if (day is null && Whole(at) is >= 1 and <= 31 and var after && tokens[at].Raw.Length <= 2)
        {
            day = after;
            at++;
            if (Raw(at) is "st" or "nd" or "rd" or "th") at++;
        }
        var mark = at;
        if (Raw(at) is "," or "of" or "in") at++;
        if (IsYear(at)) return new TimePiece(at + 1) { Year = Whole(at), Month = month, Day = day };
        if (Fixed(at) is { Word: "this_year" or "last_year" } relative)
            return new TimePiece(relative.End) { Year = relative.Word == "this_year" ? today.Year : today.Year - 1, Month = month, Day = day };
        // "may" and "mar" are also other words: without a year they need a preposition before them or a day.
        if (Raw(said) is "may" or "mar" or "dec" or "sep" or "march" && day is null && !IsPreposition(said - 1)) return null;
        return new TimePiece(mark) { Month = month, Day = day };
    }

    private bool IsPreposition(int i) => Raw(i) is "in" or "of" or "for" or "since" or "from" or "to" or "until" or "between" or "and" or "during" or "by" or "last" or "through" or "-" or "before" or "after";

    private TimePiece? Fiscal(int i)
    {
        var at = i;
        if (Raw(at) == "fy") at++;
        else if (Raw(at) is "fiscal" or "financial")
        {
            at++;
            if (Raw(at) == "year") at++;
        }
        else return null;
        if (Whole(at) is not { } number) return null;
        var year = tokens[at].Raw.Length == 2 ? 2000 + number : number;
        if (year is < 1900 or > 2100) return null;
        var piece = new TimePiece(at + 1) { Year = year, Fiscal = true };
        return QuarterName(at + 1) is { } quarter ? piece with { End = quarter.End, Quarter = quarter.Number } : piece;
    }

    private (int End, int Number)? QuarterName(int i)
    {
        if (Raw(i) is "q" && Whole(i + 1) is >= 1 and <= 4 and var number) return (i + 2, number);
        if (Ordinals.TryGetValue(Raw(i), out var ordinal) && Raw(i + 1) == "quarter") return (i + 2, ordinal);
        if (Whole(i) is >= 1 and <= 4 and var nth && Raw(i + 1) is "st" or "nd" or "rd" or "th" && Raw(i + 2) == "quarter") return (i + 3, Whole(i)!.Value);
        if (Whole(i) is >= 1 and <= 4 and var short_ && Raw(i + 1) == "q" && tokens[i + 1].Glued) return (i + 2, short_);
        return null;
    }

    private (int End, int Number)? HalfName(int i)
    {
        if (Raw(i) is "h" && Whole(i + 1) is 1 or 2) return (i + 2, Whole(i + 1)!.Value);
        if (Raw(i) is "first" or "second" && Raw(i + 1) == "half") return (i + 2, Raw(i) == "first" ? 1 : 2);
        return null;
    }

    /// <summary>Q3 2023, third quarter of 2023, 2023 Q3, H1 2024, Q3 FY2024, Q3.</summary>
    private TimePiece? QuarterOrHalf(int i)
    {
        if (IsYear(i))
        {
            var after = Raw(i + 1) is "-" or "/" or "の" ? i + 2 : i + 1;
            if (QuarterName(after) is { } q) return new TimePiece(q.End) { Year = Whole(i), Quarter = q.Number };
            if (HalfName(after) is { } h) return new TimePiece(h.End) { Year = Whole(i), Half = h.Number };
            return null;
        }
        var at = Raw(i) == "the" ? i + 1 : i;
        var quarter = QuarterName(at);
        var half = HalfName(at);
        if (quarter is null && half is null) return null;
        var end = quarter?.End ?? half!.Value.End;
        var piece = new TimePiece(end) { Quarter = quarter?.Number, Half = half?.Number };
        var year = end;
        while (Raw(year) is "of" or "in" or "," or "/" or "-" or "the") year++;
        if (IsYear(year)) return piece with { End = year + 1, Year = Whole(year) };
        if (Fiscal(year) is { Quarter: null } fiscal) return piece with { End = fiscal.End, Year = fiscal.Year, Fiscal = true };
        if (Fixed(year) is { Word: "this_year" or "last_year" or "this_fiscal_year" or "last_fiscal_year" } relative)
        {
            var isFiscal = relative.Word.Contains("fiscal", StringComparison.Ordinal);
            var number = (isFiscal ? calendar.FiscalYearOf(today) : today.Year) - (relative.Word.StartsWith("last", StringComparison.Ordinal) ? 1 : 0);
            return piece with { End = relative.End, Year = number, Fiscal = isFiscal };
        }
        // "first half" and "second quarter" without a year are too loose to be a period; Q3 and H1 are not.
        return Raw(at) is "q" or "h" || tokens[at].Number is not null ? piece : null;
    }

    /// <summary>2024, 2024-03, 2024/3/5, 3/5/2024.</summary>
    private TimePiece? Numeric(int i)
    {
        if (IsYear(i))
        {
            if (Raw(i + 1) is "-" or "/" && Glued(i + 1) && Glued(i + 2) && Whole(i + 2) is >= 1 and <= 12 and var month && tokens[i + 2].Raw.Length <= 2)
            {
                if (Raw(i + 3) == Raw(i + 1) && Glued(i + 3) && Whole(i + 4) is >= 1 and <= 31 and var day)
                    return new TimePiece(i + 5) { Year = Whole(i), Month = month, Day = day };
                return new TimePiece(i + 3) { Year = Whole(i), Month = month };
            }
            if (i > 0 && tokens[i].Glued && tokens[i - 1].Script == Script.Word && tokens[i - 1].Raw is not ("fy" or "cy")) return null;
            return Raw(i + 1) is "年" or "%" or "円" or "万" or "億" or "千" ? null : new TimePiece(i + 1) { Year = Whole(i) };
        }
        if (Whole(i) is >= 1 and <= 12 and var american && Raw(i + 1) == "/" && Glued(i + 1) && Whole(i + 2) is >= 1 and <= 31 and var d && Raw(i + 3) == "/" && IsYear(i + 4))
            return new TimePiece(i + 5) { Year = Whole(i + 4), Month = american, Day = d };
        return null;
    }

    private bool Glued(int i) => i < tokens.Count && tokens[i].Glued;

    /// <summary>2024年3月5日, 令和6年度, 2024年第3四半期, 3月.</summary>
    private TimePiece? Japanese(int i)
    {
        var (at, year) = JapaneseYear(i);
        if (year is null) return JapaneseRest(i) is { } bare && bare.End > i ? bare : null;
        if (Raw(at) != "年") return null;
        at++;
        var fiscal = Raw(at) == "度";
        if (fiscal) at++;
        if (Raw(at) == "間") return null;
        var rest = JapaneseRest(Raw(at) == "の" ? at + 1 : at);
        return rest is null || rest.End <= at + 1 ? new TimePiece(at) { Year = year, Fiscal = fiscal } : rest with { Year = year, Fiscal = fiscal || rest.Fiscal };
    }

    private (int End, int? Year) JapaneseYear(int i)
    {
        if (Whole(i) is >= 1000 and <= 2999 and var western && tokens[i].Raw.Length == 4) return (i + 1, western);
        var two = Raw(i) + Raw(i + 1);
        if (Eras.TryGetValue(two, out var era))
        {
            if (Raw(i + 2) == "元") return (i + 3, era + 1);
            if (Whole(i + 2) is >= 1 and <= 99 and var n) return (i + 3, era + n);
        }
        if (Raw(i) is "r" or "h" or "s" && Whole(i + 1) is >= 1 and <= 64 and var letter && Raw(i + 2) == "年")
            return (i + 2, letter + Raw(i) switch { "r" => 2018, "h" => 1988, _ => 1925 });
        return Whole(i) is >= 10 and <= 99 and var shorter && tokens[i].Raw.Length == 2 && Raw(i + 1) == "年" && Raw(i + 2) is "度" && Raw(i + 3) != "以" ? (i + 1, 2000 + shorter) : (i, null);
    }

    /// <summary>What may follow a year: a month with or without day, a quarter, a half.</summary>
    private TimePiece? JapaneseRest(int i)
    {
        if (Whole(i) is >= 1 and <= 12 and var month && Raw(i + 1) == "月" && Raw(i + 2) is not ("別" or "間" or "毎"))
        {
            if (Whole(i + 2) is >= 1 and <= 31 and var day && Raw(i + 3) == "日") return new TimePiece(i + 4) { Month = month, Day = day };
            return new TimePiece(Raw(i + 2) == "度" ? i + 3 : i + 2) { Month = month };
        }
        var at = Raw(i) == "第" ? i + 1 : i;
        var number = Whole(at) ?? ("一二三四".IndexOf(Raw(at) is { Length: 1 } c ? c[0] : '?', StringComparison.Ordinal) is >= 0 and var k ? k + 1 : null);
        if (number is >= 1 and <= 4 && Raw(at + 1) + Raw(at + 2) + Raw(at + 3) == "四半期") return new TimePiece(at + 4) { Quarter = number };
        if (QuarterName(i) is { } q) return new TimePiece(q.End) { Quarter = q.Number };
        var three = Raw(i) + Raw(i + 1) + Raw(i + 2);
        if (three is "上半期" or "下半期") return new TimePiece(i + 3) { Half = three[0] == '上' ? 1 : 2 };
        var two = Raw(i) + Raw(i + 1);
        if (two is "上期" or "下期" or "前半" or "後半") return new TimePiece(i + 2) { Half = two is "上期" or "前半" ? 1 : 2, Fiscal = two is "上期" or "下期" };
        return null;
    }

    /// <summary>1990s, the nineties, 90年代, 1990年代.</summary>
    private TimePiece? Decade(int i)
    {
        var at = Raw(i) == "the" ? i + 1 : i;
        if (Decades.TryGetValue(Raw(at), out var named)) return Ten(at + 1, named);
        if (Whole(at) is not { } year) return null;
        if (year < 100 && tokens[at].Raw.Length == 2) year += year >= 30 ? 1900 : 2000;
        if (year % 10 != 0 || year is < 1800 or > 2100) return null;
        if (Raw(at + 1) == "s" && tokens[at + 1].Glued) return Ten(at + 2, year);
        return Raw(at + 1) == "年" && Raw(at + 2) == "代" ? Ten(at + 3, year) : null;
    }

    private static TimePiece Ten(int end, int year) => new(end) { Days = new Period(new DateOnly(year, 1, 1), new DateOnly(year + 9, 12, 31)) };

    internal static int Parse(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
