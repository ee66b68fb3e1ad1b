namespace Web.Insights.Datasets.Csv;

/// <summary>The time behind a date: 14:30, 24:00, 2:30:05.123 PM, 午後2時30分, each with Z or an offset or neither.</summary>
internal ref struct TimeText(ReadOnlySpan<char> cell)
{
    private readonly ReadOnlySpan<char> cell = cell;
    private int at;

    public long Ticks { get; private set; }
    public int? Offset { get; private set; }

    public bool TryRead()
    {
        var half = Half();
        if (!Digits(2, out var hour)) return false;
        int minute = 0, second = 0;
        if (Take(':'))
        {
            if (!Digits(2, out minute)) return false;
            if (Take(':') && !Digits(2, out second)) return false;
        }
        else if (Take('時'))
        {
            if (Digits(2, out minute) && !Take('分')) return false;
            if (Digits(2, out second) && !Take('秒')) return false;
        }
        else if (half == 0 && !IsHalfNext()) return false;
        var fraction = Fraction();
        Spaces();
        if (half == 0) half = Half();
        var ends = hour == 24 && minute == 0 && second == 0 && fraction == 0 && half == 0; // 24:00, the end of the day
        if ((hour > 23 && !ends) || minute > 59 || second > 59 || (half > 0 && hour > 12)) return false;
        if (half == 1 && hour == 12) hour = 0;
        if (half == 2 && hour < 12) hour += 12;
        Ticks = new TimeSpan(hour, minute, second).Ticks + fraction;
        return Zone() && at == cell.Length;
    }

    private char Now => at < cell.Length ? cell[at] : '\0';

    private bool IsHalfNext()
    {
        var from = at;
        Spaces();
        var found = Half() > 0;
        at = from;
        return found;
    }

    /// <summary>1 before noon, 2 after, 0 unsaid.</summary>
    private int Half()
    {
        var rest = cell[at..];
        var half = rest switch
        {
            ['午', '前', ..] => 1,
            ['午', '後', ..] => 2,
            ['a' or 'A', 'm' or 'M', ..] => 1,
            ['p' or 'P', 'm' or 'M', ..] => 2,
            _ => 0,
        };
        if (half == 0) return 0;
        at += 2;
        Spaces();
        return half;
    }

    private bool Digits(int most, out int number)
    {
        var from = at;
        number = 0;
        while (at - from < most && char.IsAsciiDigit(Now)) number = number * 10 + (cell[at++] - '0');
        return at > from;
    }

    /// <summary>What follows the seconds' point, in ticks; digits beyond them are below what a timestamp holds.</summary>
    private long Fraction()
    {
        if (Now is not ('.' or ',') || at + 1 >= cell.Length || !char.IsAsciiDigit(cell[at + 1])) return 0;
        at++;
        long ticks = 0;
        var unit = TimeSpan.TicksPerSecond;
        while (char.IsAsciiDigit(Now))
        {
            unit /= 10;
            ticks += unit * (cell[at++] - '0');
        }
        return ticks;
    }

    private bool Zone()
    {
        Spaces();
        if (at == cell.Length) return true;
        var rest = cell[at..];
        if (rest is "Z" or "z" or "UTC" or "GMT")
        {
            at = cell.Length;
            Offset = 0;
            return true;
        }
        if (rest is "JST")
        {
            at = cell.Length;
            Offset = 540;
            return true;
        }
        var sign = Now == '-' ? -1 : Now == '+' ? 1 : 0;
        at++;
        if (sign == 0 || !Digits(2, out var hours)) return false;
        Take(':');
        Digits(2, out var minutes);
        Offset = sign * (hours * 60 + minutes);
        return hours <= 14 && minutes < 60;
    }

    private bool Take(char c)
    {
        if (Now != c) return false;
        at++;
        return true;
    }

    private void Spaces()
    {
        while (Now == ' ') at++;
    }
}
