using System.Globalization;

namespace Web.Insights.Datasets.Csv;

/// <summary>What the points and commas of a number say about which of them marks the fraction.</summary>
internal enum Marks { None, Point, Comma, MaybePoint, MaybeComma, PointGroups, CommaGroups, Neither }

/// <summary>
/// A number as people write it, taken apart: sign (−, ▲, brackets), currency, digits with their groups, exponent, unit.
/// <see cref="Digits"/> is what is left for <see cref="NumberText.TryValue"/>.
/// </summary>
internal ref struct NumberText
{
    /// <summary>The common case at once: digits, a sign in front, a fraction; false says nothing about the cell.</summary>
    public static bool TryPlain(ReadOnlySpan<char> cell, char mark, out decimal value)
    {
        value = 0;
        var negative = cell.Length > 1 && cell[0] == '-';
        if (negative) cell = cell[1..];
        if (cell.Length is 0 or > 18 || !char.IsAsciiDigit(cell[0])) return false;
        long digits = 0;
        var scale = -1;
        foreach (var c in cell)
        {
            if (scale >= 0) scale++;
            if (char.IsAsciiDigit(c)) digits = digits * 10 + (c - '0');
            else if (c == mark && scale < 0) scale = 0;
            else return false;
        }
        if (scale == 0) return false;
        value = new decimal((int)digits, (int)(digits >> 32), 0, negative && digits != 0, (byte)Math.Max(0, scale));
        return true;
    }

    public ReadOnlySpan<char> Digits;
    public ReadOnlySpan<char> Unit;
    public string? Currency;
    public bool Negative;
    public int Exponent;
    private ReadOnlySpan<char> rest;

    /// <summary>What counts or names a thing in order instead of measuring it; such cells are words: 10代, 3月, 2F, 1st.</summary>
    private static readonly string[] Ordinals =
    [
        "代", "月", "日", "年", "年度", "年代", "時", "番", "号", "番地", "号室", "階", "F", "級", "年生", "組", "丁目", "等", "類", "種", "型", "位", "回目",
        "週", "曜日", "期", "四半期", "限", "st", "nd", "rd", "th", "年目", "期生", "条", "号車", "番線", "人目", "Q", "H", "区", "課", "班", "等級", "合目", "枠",
    ];

    /// <summary>False when the folded cell is no number at all. Every sign, currency and unit is said once at most.</summary>
    public static bool TrySplit(ReadOnlySpan<char> cell, out NumberText number)
    {
        number = default;
        if (cell.Length is 0 or > CellText.Most) return false;
        if (cell[0] == '(' && cell[^1] == ')')
        {
            number.Negative = true;
            cell = cell[1..^1].Trim();
            if (cell.Length == 0 || cell[0] is '-' or '+' or '(') return false;
        }
        number.rest = cell;
        if (!number.Before()) return false;
        var length = DigitsLength(number.rest);
        number.Digits = number.rest[..length];
        number.rest = number.rest[length..];
        return number.rest.Length == 0 || number.After();
    }

    /// <summary>Sign and currency, in either order; true when a digit follows.</summary>
    private bool Before()
    {
        var signed = Negative;
        while (rest.Length > 0)
        {
            var c = rest[0];
            if (char.IsAsciiDigit(c) || (c is '.' or ',' && rest.Length > 1 && char.IsAsciiDigit(rest[1]))) return true;
            if (c is '-' or '+' or '▲' or '△')
            {
                if (signed) return false;
                signed = true;
                Negative = c != '+';
                rest = rest[1..].TrimStart(' ');
                continue;
            }
            if (Currency is not null) return false;
            var length = rest.IndexOfAnyInRange('0', '9');
            if (length <= 0) return false;
            var sign = rest[..length].TrimEnd("-+▲△ .,");
            Currency = Currencies.Of(sign);
            if (Currency is null) return false;
            rest = rest[sign.Length..].TrimStart(' ');
        }
        return false;
    }

    private static int DigitsLength(ReadOnlySpan<char> cell)
    {
        var i = 0;
        for (; i < cell.Length; i++)
        {
            var c = cell[i];
            if (char.IsAsciiDigit(c)) continue;
            if (c is '.' or ',') continue;
            if (c is ' ' or '\'' && i > 0 && i + 1 < cell.Length && char.IsAsciiDigit(cell[i - 1]) && char.IsAsciiDigit(cell[i + 1])) continue;
            break;
        }
        return i;
    }

    /// <summary>An exponent, a currency or a unit.</summary>
    private bool After()
    {
        if (rest[0] is 'e' or 'E' && TryExponent() && rest.Length == 0) return true;
        var unit = rest.TrimStart(' ');
        if (Currency is null && unit is not "%" && Currencies.Of(unit) is { } currency)
        {
            Currency = currency;
            return true;
        }
        if (unit.Length is 0 or > 12) return false;
        if (unit is "%")
        {
            Unit = unit;
            return true;
        }
        if (!char.IsLetter(unit[0]) && unit[0] is not ('%' or '‰' or '°' or '℃' or '℉')) return false;
        for (var i = 1; i < unit.Length; i++)
        {
            var last = i == unit.Length - 1;
            if (!char.IsLetter(unit[i]) && unit[i] is not ('/' or '%' or '°' or '²' or '³' or 'µ' or '・') && !(last && char.IsAsciiDigit(unit[i]))) return false;
        }
        foreach (var ordinal in Ordinals)
            if (unit.Equals(ordinal, StringComparison.Ordinal)) return false;
        Unit = unit;
        return true;
    }

    private bool TryExponent()
    {
        var i = 1;
        var negative = i < rest.Length && rest[i] == '-';
        if (i < rest.Length && rest[i] is '-' or '+') i++;
        var from = i;
        var value = 0;
        while (i < rest.Length && char.IsAsciiDigit(rest[i]) && i - from < 3) value = value * 10 + (rest[i++] - '0');
        if (i == from) return false;
        Exponent = negative ? -value : value;
        rest = rest[i..];
        return true;
    }

    /// <summary>Which mark is the fraction's, as far as this number shows it.</summary>
    public readonly Marks Mark
    {
        get
        {
            int points = 0, commas = 0, lastPoint = -1, lastComma = -1;
            for (var i = 0; i < Digits.Length; i++)
            {
                if (Digits[i] == '.')
                {
                    points++;
                    lastPoint = i;
                }
                else if (Digits[i] == ',')
                {
                    commas++;
                    lastComma = i;
                }
            }
            if (points + commas == 0) return Marks.None;
            if (points > 0 && commas > 0)
                return lastPoint > lastComma ? points == 1 ? Marks.Point : Marks.Neither : commas == 1 ? Marks.Comma : Marks.Neither;
            if (points > 1) return IsGrouped(Digits, '.') ? Marks.PointGroups : Marks.Neither;
            if (commas > 1) return IsGrouped(Digits, ',') ? Marks.CommaGroups : Marks.Neither;
            if (points == 1) return IsGrouped(Digits, '.') && Digits[0] != '0' ? Marks.MaybePoint : Marks.Point;
            return IsGrouped(Digits, ',') && Digits[0] != '0' ? Marks.MaybeComma : Marks.Comma;
        }
    }

    /// <summary>Digits in the fraction that are not trailing zeros, if <paramref name="mark"/> begins it.</summary>
    public readonly int Scale(char mark)
    {
        var at = Digits.LastIndexOf(mark);
        return Math.Max(0, (at < 0 ? 0 : Digits[(at + 1)..].TrimEnd('0').Length) - Exponent);
    }

    /// <summary>1,234,567 and 12,34,567 and 1 234: three digits at the end, two or three between, one to three in front.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> digits, char group)
    {
        var first = true;
        while (true)
        {
            var at = digits.IndexOf(group);
            var length = at < 0 ? digits.Length : at;
            if (at < 0 ? length != 3 || first : length is 0 or > 3 || (!first && length < 2)) return false;
            if (digits[..length].ContainsAnyExceptInRange('0', '9')) return false;
            if (at < 0) return true;
            first = false;
            digits = digits[(at + 1)..];
        }
    }

    /// <summary>
    /// The exact value with <paramref name="mark"/> before the fraction. <paramref name="fault"/> says why there is none: no number
    /// by these rules, or one that is too large or too small to be held.
    /// </summary>
    public readonly bool TryValue(char mark, out decimal value, out string? fault)
    {
        value = 0;
        fault = CsvFaults.NotANumber;
        var at = Digits.IndexOf(mark);
        scoped var whole = at < 0 ? Digits : Digits[..at];
        var fraction = at < 0 ? [] : Digits[(at + 1)..];
        if (fraction.ContainsAnyExceptInRange('0', '9') || whole.Length + fraction.Length == 0) return false;
        Span<char> plain = stackalloc char[CellText.Most + 1];
        if (whole.ContainsAnyExceptInRange('0', '9'))
        {
            var group = whole[whole.IndexOfAnyExceptInRange('0', '9')];
            if (group == mark || !IsGrouped(whole, group)) return false;
            var to = 0;
            foreach (var c in whole)
                if (c != group) plain[to++] = c;
            whole = plain[..to];
        }
        fault = null;
        if (Exponent == 0 && whole.Length + fraction.Length <= 18)
        {
            long digits = 0;
            foreach (var c in whole) digits = digits * 10 + (c - '0');
            foreach (var c in fraction) digits = digits * 10 + (c - '0');
            value = new decimal((int)digits, (int)(digits >> 32), 0, Negative && digits != 0, (byte)fraction.Length);
            return true;
        }
        return TryLong(whole, fraction, out value, out fault);
    }

    private readonly bool TryLong(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, out decimal value, out string? fault)
    {
        var invariant = CultureInfo.InvariantCulture;
        Span<char> room = stackalloc char[CellText.Most * 2];
        var fits = room.TryWrite(invariant, $"{(Negative ? "-" : "")}{whole}.{fraction}E{Exponent}", out var length);
        fault = CsvFaults.OutOfRange;
        if (!fits || !decimal.TryParse(room[..length], NumberStyles.Float, invariant, out value))
        {
            value = 0;
            return false;
        }
        if (value == 0 && (whole.ContainsAnyExcept('0') || fraction.ContainsAnyExcept('0'))) return false;
        fault = null;
        return true;
    }
}
