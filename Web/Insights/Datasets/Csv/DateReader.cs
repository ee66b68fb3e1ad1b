namespace Web.Insights.Datasets.Csv;

/// <summary>Reads one folded cell as a date, with or without a time: every way that <see cref="DateForm"/> and the era names allow.</summary>
internal ref struct DateReader
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private readonly ReadOnlySpan<char> cell;
    private int at;
    private DateText date;

    private DateReader(ReadOnlySpan<char> cell) => this.cell = cell;

    public static bool TryRead(ReadOnlySpan<char> cell, out DateText date)
    {
        date = default;
        if (cell.Length is < 4 or > 60 || !cell.ContainsAnyInRange('0', '9') && !cell.Contains('元')) return false;
        var reader = new DateReader(cell);
        var read = reader.Whole() && reader.date.IsPlausible;
        date = reader.date;
        return read;
    }

    /// <summary>2024年, 2024年度, FY2024, 令和6年, R6年度: a year and nothing more. A bare 2024 counts too.</summary>
    public static bool TryYear(ReadOnlySpan<char> cell, out int year)
    {
        year = 0;
        if (cell.Length is < 3 or > 8 || !(char.IsAsciiDigit(cell[^1]) || cell[^1] is '年' or '度')) return false;
        var reader = new DateReader(cell);
        var era = Eras.At(cell, out var length);
        if (era > 0) reader.at = length;
        else if (cell.StartsWith("FY", StringComparison.OrdinalIgnoreCase)) reader.at = 2;
        var digits = reader.Digits(out var number);
        if (era > 0 && digits == 0 && reader.Take('元')) (number, digits) = (1, 1);
        if (era > 0 ? digits is 0 or > 2 : digits != 4) return false;
        year = era > 0 ? Eras.Year(era, number) : number;
        var named = reader.Take('年');
        if (named) reader.Take('度');
        return reader.at == cell.Length && (era == 0 ? year is >= 1000 and <= 2999 : named && Eras.HoldsYear(year, era));
    }

    private char Now => at < cell.Length ? cell[at] : '\0';

    private bool Whole()
    {
        if (char.IsAsciiDigit(Now)) return (Numeric() || NumericNamed()) && Rest();
        var era = Eras.At(cell, out var length);
        if (era > 0 && InEra(era, length)) return Rest();
        at = 0;
        if (Word(Days) > 0)
        {
            Take(',');
            Spaces();
            if (char.IsAsciiDigit(Now)) return (Numeric() || NumericNamed()) && Rest();
        }
        return MonthNamed() && Rest();
    }

    /// <summary>2024-03-05, 2024/3/5, 05.03.2024, 24/3/5, 2024-03, 03/2024, 2024年3月5日, 2024年3月.</summary>
    private bool Numeric()
    {
        var from = at;
        var widthA = Digits(out date.A);
        var mark = Now;
        if (mark == '年' && widthA is 2 or 4)
        {
            at++;
            date.A = DateText.FullYear(date.A);
            return Kanji();
        }
        if (widthA is 1 or 2 or 4 && mark is '-' or '/' or '.')
        {
            at++;
            var widthB = Digits(out date.B);
            if (widthB > 0 && Now == mark)
            {
                at++;
                var widthC = Digits(out date.C);
                if (widthA == 4 && widthB <= 2 && widthC is 1 or 2) return Be(DateForm.YearFirst, mark);
                if (widthA <= 2 && widthB <= 2 && widthC == 4) return Be(DateForm.YearLast, mark);
                if (widthA <= 2 && widthB <= 2 && widthC == 2) return Be(DateForm.TwoDigits, mark);
            }
            else if (widthB > 0 && mark != '.')
            {
                if (widthA == 4 && widthB <= 2 && date.B is >= 1 and <= 12) return OfMonth(date.A, date.B);
                if (widthB == 4 && widthA <= 2 && date.A is >= 1 and <= 12) return OfMonth(date.B, date.A);
            }
        }
        at = from;
        return false;
    }

    private bool Be(DateForm form, char mark)
    {
        date.Form = form;
        date.Dotted = mark == '.';
        return true;
    }

    private bool OfMonth(int year, int month)
    {
        date.Form = DateForm.Month;
        (date.A, date.B, date.C) = (year, month, 1);
        return true;
    }

    /// <summary>After 年: 3月5日 or 3月.</summary>
    private bool Kanji()
    {
        Spaces();
        if (Digits(out date.B) is not (1 or 2) || !Take('月')) return false;
        Spaces();
        if (Digits(out date.C) == 0) return OfMonth(date.A, date.B);
        date.Form = DateForm.YearFirst;
        return Take('日');
    }

    private bool InEra(int era, int length)
    {
        at = length;
        Spaces();
        var width = Digits(out var year);
        if (width == 0 && Take('元')) (year, width) = (1, 1);
        if (width is 0 or > 2) return false;
        date.Era = era;
        date.A = Eras.Year(era, year);
        var mark = Now;
        at++;
        if (mark == '年') return Kanji();
        if (mark is not ('.' or '/' or '-') || Digits(out date.B) is 0 or > 2 || !Take(mark)) return false;
        date.Form = DateForm.YearFirst;
        return Digits(out date.C) is 1 or 2;
    }

    /// <summary>5 Mar 2024, 5-Mar-24, 5th March 2024, 05/Mar/2024, 2024-Mar-05.</summary>
    private bool NumericNamed()
    {
        var width = Digits(out var first);
        if (width is not (1 or 2 or 4)) return false;
        if (width < 4) Ordinal();
        if (!Mark()) return false;
        date.B = Word(Months);
        if (date.B == 0) return false;
        Take('.');
        Take(',');
        if (!Mark()) return false;
        var widthSecond = Digits(out var second);
        date.Form = DateForm.YearFirst;
        (date.A, date.C) = width == 4 ? (first, second) : (second, first);
        if (width != 4) date.A = widthSecond == 2 ? DateText.FullYear(second) : second;
        return width == 4 ? widthSecond is 1 or 2 : widthSecond is 2 or 4;
    }

    /// <summary>March 5, 2024, Mar-05-2024, March 2024, Mar-24.</summary>
    private bool MonthNamed()
    {
        var month = Word(Months);
        if (month == 0) return false;
        Take('.');
        Take(',');
        var apostrophe = false;
        if (!Mark()) return false;
        if (Take('\'')) apostrophe = true;
        var width = Digits(out var first);
        if (width == 4) return OfMonth(first, month);
        if (width is not (1 or 2)) return false;
        var after = at;
        Ordinal();
        Take(',');
        if (!apostrophe && Mark())
        {
            var widthYear = Digits(out var year);
            if (widthYear is 2 or 4 && Now != ':')
            {
                date.Form = DateForm.YearFirst;
                (date.A, date.B, date.C) = (widthYear == 2 ? DateText.FullYear(year) : year, month, first);
                return true;
            }
        }
        at = after;
        if (width != 2 || at != cell.Length) return false;
        OfMonth(DateText.FullYear(first), month);
        date.Form = DateForm.MonthAndTwoDigits;
        return true;
    }

    private void Ordinal()
    {
        if (at + 2 > cell.Length) return;
        if (cell[at..(at + 2)] is "st" or "nd" or "rd" or "th") at += 2;
    }

    /// <summary>A weekday, then a time, then nothing.</summary>
    private bool Rest()
    {
        Weekday();
        if (at == cell.Length) return true;
        if (Now is 'T' or 't' or ':' or '_') at++;
        else if (!Take(' ')) return false;
        Spaces();
        var time = new TimeText(cell[at..]);
        if (!time.TryRead()) return false;
        date.HasTime = true;
        date.TimeTicks = time.Ticks;
        date.Offset = time.Offset;
        return true;
    }

    private void Weekday()
    {
        var from = at;
        Spaces();
        var bracket = Take('(');
        if (Now is '月' or '火' or '水' or '木' or '金' or '土' or '日')
        {
            at++;
            if (Take('曜')) Take('日');
            else if (!bracket) at = from;
        }
        else if (Word(Days) == 0) at = from;
        if (at != from && bracket && !Take(')')) at = from;
    }

    /// <summary>One of the words in full or by its first three letters (Sept, too); its number from 1, or 0.</summary>
    private int Word(string[] words)
    {
        var length = 0;
        while (at + length < cell.Length && char.IsAsciiLetter(cell[at + length])) length++;
        if (length < 3) return 0;
        var word = cell[at..(at + length)];
        for (var i = 0; i < words.Length; i++)
        {
            var full = words[i].AsSpan();
            if (length > full.Length || (length != 3 && length != full.Length && length != 4)) continue;
            if ((full[0] ^ word[0] | 0x20) != 0x20 || !full.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            at += length;
            return i + 1;
        }
        return 0;
    }

    private int Digits(out int number)
    {
        var from = at;
        number = 0;
        while (at < cell.Length && at - from < 5 && char.IsAsciiDigit(cell[at])) number = number * 10 + (cell[at++] - '0');
        return at - from;
    }

    private bool Take(char c)
    {
        if (Now != c || at >= cell.Length) return false;
        at++;
        return true;
    }

    private bool Mark() => Now is '-' or '/' or ' ' ? Spaces(1) : at > 0 && cell[at - 1] is ',' or '.';

    private bool Spaces(int least = 0)
    {
        at += least;
        while (Now == ' ') at++;
        return true;
    }
}
