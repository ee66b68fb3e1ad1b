using System.Globalization;
using Web.Kernel;
using Calendar = Web.Kernel.Calendar;

namespace Web.Language;

/// <summary>The grammar of single stretches of time.</summary>
internal sealed partial class TimePieces(IReadOnlyList<Token> tokens, Calendar calendar, DateOnly today)
{
    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1,
        ["1st"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
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
        yield return Coming(i);
        yield return Ago(i);
        yield return English(i);
        yield return Fiscal(i);
        yield return QuarterOrHalf(i);
        yield return Numeric(i);
        yield return Japanese(i);
        yield return Decade(i);
        yield return Season(i);
        yield return PartOfMonth(i);
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
            "quarter_ago_2" => new TimePiece(end) { Days = Unit(CalendarUnit.Quarter, -2) },
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

    /// <summary>"due in the next 7 days": what is known already of days to come; how it goes on over the next months is for a forecast.</summary>
    private TimePiece? Coming(int i)
    {
        if (Raw(i) is not ("next" or "coming" or "following") || Raw(Raw(i - 1) is "the" ? i - 2 : i - 1) is not ("in" or "within" or "during" or "over")) return null;
        if (Numbers.At(tokens, i + 1) is not { Percent: false, Value: >= 1 and <= 999 } number || number.Value != Math.Truncate(number.Value) || Unit(number.End) is not { Name: "day" or "week" } unit) return null;
        if (tokens.Any(t => t.Text is "forecast" or "predict" or "project" or "expect" or "estim" || t.Raw is "will" or "going" or "look" or "looks" or "trend" or "develop" or "evolve" or "grow" or "change" or "be")) return null;
        return new TimePiece(unit.End) { Days = new Period(today.AddDays(1), today.AddDays((int)number.Value * (unit.Name == "week" ? 7 : 1))) };
    }

    private int JapanesePrefix(int i)
    {
        var two = Raw(i) + Raw(i + 1);
        return two is "直近" or "過去" or "最近" or "ここ" or "この" or "今後" && two != "今後" ? 2 : 0;
    }

    /// <summary>昨年1年間, 先週1週間: how long it lasted was said already.</summary>
    public int Said(TimePiece piece, int end) =>
        (piece.Word ?? (piece is { Year: not null, Month: null, Half: null } ? "year" : null)) is { } word && Raw(end) is "1" or "一" && Unit(end + 1) is { } unit && (word == unit.Name || word.EndsWith("_" + unit.Name, StringComparison.Ordinal)) ? unit.End : end;

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
        if (Whole(i) is > 12 and <= 31 and var european && Raw(i + 1) == "/" && Glued(i + 1) && Whole(i + 2) is >= 1 and <= 12 and var m && Raw(i + 3) == "/" && IsYear(i + 4))
            return new TimePiece(i + 5) { Year = Whole(i + 4), Month = m, Day = european };
        if (Whole(i) is >= 1 and <= 12 and var american && Raw(i + 1) == "/" && Glued(i + 1) && Whole(i + 2) is >= 1 and <= 31 and var d && Raw(i + 3) == "/" && IsYear(i + 4))
            return new TimePiece(i + 5) { Year = Whole(i + 4), Month = american, Day = d };
        // 4/1から6/30まで
        if (Whole(i) is >= 1 and <= 12 and var of && Raw(i + 1) == "/" && Glued(i + 1) && Glued(i + 2) && Whole(i + 2) is >= 1 and <= 31 and var on && Raw(i + 3) != "/" && tokens[i + 2].Raw.Length <= 2 && IsBound(i, i + 3))
            return new TimePiece(i + 3) { Month = of, Day = on };
        return null;
    }

    /// <summary>Days without a year are days only beside から, まで or 以降.</summary>
    private bool IsBound(int i, int end) => Raw(i - 1) is not "の" && (
        (Raw(end) + Raw(end + 1)) is "から" or "まで" or "以降" or "以前" or "時点" || i > 1 && Raw(i - 2) + Raw(i - 1) is "から" || (Raw(end) is "~" or "-" && Whole(end + 1) is not null && Raw(end + 2) is "/") || (i > 3 && Raw(i - 1) is "~" or "-" && Raw(i - 3) is "/"));

    private bool Glued(int i) => i < tokens.Count && tokens[i].Glued;

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
