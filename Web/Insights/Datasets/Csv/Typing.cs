using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// What a column's cells are read as, decided from all of them: a type is taken when nearly all filled cells fit it, and what then does
/// not fit is a fault of its row.
/// </summary>
internal sealed class Typing(Header header, ColumnStats stats, char usualMark)
{
    /// <summary>What the choice rests on where the cells left it open.</summary>
    public List<string> Assumptions { get; } = [];

    private readonly long cells = stats.Filled - stats.NullWords;

    /// <summary>One bad cell among ten is a fault; a fifth of them is another kind of column.</summary>
    private bool Fit(long fitting) => cells > 0 && cells - fitting <= (cells <= 16 ? (cells - 1) / 5 : Math.Max(3, cells / 20));

    public CellFormat Format()
    {
        var guess = new CellFormat { Type = ColumnType.Text, Decimal = Mark(), Order = Order(), Currency = header.Currency, Unit = header.Unit };
        return AsTruth(guess) ?? AsYear(guess) ?? AsDate(guess) ?? AsNumber(guess) ?? guess;
    }

    private CellFormat? AsTruth(CellFormat guess)
    {
        if (stats.Values is not { Count: > 0 and <= 32 } values) return null;
        Dictionary<string, (long Cells, bool Yes, bool No)> pairs = [];
        long filled = 0;
        Span<char> room = stackalloc char[CellText.Most];
        foreach (var (value, count) in values)
        {
            var folded = CellText.Folded(value, room);
            if (TruthText.TryRead(folded, out var pair, out var yes))
            {
                var (known, hasYes, hasNo) = pairs.GetValueOrDefault(pair);
                pairs[pair] = (known + count, hasYes || yes, hasNo || !yes);
            }
            else if (CellText.IsNullFolded(folded)) continue;
            filled += count;
        }
        foreach (var (pair, (count, yes, no)) in pairs)
        {
            if (filled - count > (filled <= 16 ? (filled - 1) / 5 : Math.Max(3, filled / 20))) continue;
            if (pair == "1/0" ? !(header.IsFlag || header.IsOutcome || yes && no && filled >= ManyAnswers && header.SoundsLikeState) || count != filled : !(yes && no) && !TruthText.StandsAlone(pair) && !header.IsFlag) continue;
            return guess with { Type = ColumnType.Boolean, Truth = pair };
        }
        return null;
    }

    /// <summary>So many noughts and ones under a header that counts nothing are answers.</summary>
    private const int ManyAnswers = 50;

    private CellFormat? AsYear(CellFormat guess)
    {
        var named = stats.NamedYears > 0 && Fit(stats.NamedYears + stats.PlainYears);
        if (!named && !(header.IsYear && stats.PlainYears > 0 && Fit(stats.PlainYears)) && !(header.IsOfTime && AreNearYears())) return null;
        return guess with { Type = ColumnType.Integer, Year = true, Unit = null, Currency = null };
    }

    /// <summary>Under a header of something that happens: all of them years of the last few centuries.</summary>
    private bool AreNearYears() =>
        stats.PlainYears == cells && cells >= FewYears && stats.PlainMin >= EarliestYear && stats.PlainMax <= LatestYear && header.Unit is null && header.Currency is null && !header.IsId && !header.IsAmount && !header.IsQuantity;

    private const int FewYears = 5, EarliestYear = 1600, LatestYear = 2100;

    private CellFormat? AsDate(CellFormat guess)
    {
        var days = stats.CompactDays + stats.CompactTimes;
        var months = header.IsMonth ? stats.CompactMonths : 0;
        var all = days == cells && cells >= 3 && !header.IsId && !header.IsAmount;
        var compact = days + months > 0 && (all || ((header.IsDate || header.IsMonth) && Fit(stats.Dates + days + months)));
        if (!compact && (stats.Dates == 0 || !Fit(stats.Dates))) return null;
        if (stats.MonthNames > 0) Assume("month_and_year");
        if (stats.TwoDigits > 0 || stats.DayFirst + stats.MonthFirst + stats.EitherFirst > 0) SayOrder(guess.Order);
        var timed = stats.NotMidnight > 0 || stats.Zoned > 0 || stats.CompactTimes > 0;
        if (!timed && stats.Timed > 0) Assume("midnight_is_no_time");
        return guess with { Type = timed ? ColumnType.Timestamp : ColumnType.Date, CompactDates = compact, Unit = null, Currency = null };
    }

    private DateOrder Order()
    {
        if (stats.DayFirst != stats.MonthFirst) return stats.DayFirst > stats.MonthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
        var usual = stats.Dotted * 2 > stats.EitherFirst + stats.TwoDigits && stats.Dotted > 0 ? DateOrder.DayFirst : DateOrder.MonthFirst;
        if (stats.TwoDigits == 0) return usual;
        // Years change less than days do.
        if (header.IsJapanese || stats.FirstMax - stats.FirstMin < stats.LastMax - stats.LastMin) usual = DateOrder.YearFirst;
        var best = stats.TwoDigitFits.Max();
        return stats.TwoDigitFits[(int)usual] == best ? usual : (DateOrder)Array.IndexOf(stats.TwoDigitFits, best);
    }

    /// <summary>Where no cell says which is the day, the order is a guess, and people are told.</summary>
    private void SayOrder(DateOrder order)
    {
        var decided = stats.DayFirst != stats.MonthFirst
            || (stats.TwoDigits > 0 && stats.EitherFirst == 0 && stats.TwoDigitFits.Count(fits => fits == stats.TwoDigitFits[(int)order]) == 1);
        if (decided) return;
        Assume(order switch { DateOrder.DayFirst => "day_first", DateOrder.YearFirst => "year_first", _ => "month_first" });
    }

    private char Mark()
    {
        var point = stats.Marks[(int)Marks.Point] + stats.Marks[(int)Marks.CommaGroups];
        var comma = stats.Marks[(int)Marks.Comma] + stats.Marks[(int)Marks.PointGroups];
        return point == comma ? usualMark : comma > point ? ',' : '.';
    }

    private CellFormat? AsNumber(CellFormat guess)
    {
        var comma = guess.Decimal == ',';
        var wrong = stats.Marks[(int)Marks.Neither] + (comma
            ? stats.Marks[(int)Marks.Point] + stats.Marks[(int)Marks.CommaGroups]
            : stats.Marks[(int)Marks.Comma] + stats.Marks[(int)Marks.PointGroups]);
        if (!Fit(stats.Numbers - wrong) || stats.Huge > 0 && !Fit(stats.Numbers - wrong - stats.Huge)) return null;
        if (IsCode()) return null;
        if (!OneUnit(out var unit) || !OneCurrency(out var currency)) return null;
        if (unit is not null && currency is not null) return null;
        if (currency is not null) return AsMoney(guess with { Currency = currency, Unit = null }, comma);
        unit ??= header.Unit;
        if (unit is null && header.Currency is not null) return AsMoney(guess, comma);
        var fractions = !NamesInNoughts() && ((comma ? stats.CommaScale : stats.PointScale) > 0 || stats.Big > 0 || HasMark(comma) || IsScaled(unit));
        return guess with { Type = fractions ? ColumnType.Number : ColumnType.Integer, Unit = unit, Currency = null };
    }

    /// <summary>A number or a class that a tool wrote as 12.0, because of gaps in its column.</summary>
    private bool NamesInNoughts() => stats.Noughts > 0 && stats.Noughts + stats.Plain == stats.Numbers && (header.IsId || header.IsClass || header.IsCount);

    /// <summary>1.0 is a number even when its fraction is nothing.</summary>
    private bool HasMark(bool comma) => comma
        ? stats.Marks[(int)Marks.Comma] + stats.Marks[(int)Marks.MaybeComma] > 0
        : stats.Marks[(int)Marks.Point] + stats.Marks[(int)Marks.MaybePoint] > 0;

    private static bool IsScaled(string? unit) => unit is not null && (unit.StartsWith('千') || unit.StartsWith('万') || unit.StartsWith('百') || unit.StartsWith('億') || unit.StartsWith('兆') || unit == "%");

    /// <summary>Digits that name something: 007, 0312345678, 060-0000 without its dash.</summary>
    private bool IsCode()
    {
        if (stats.LeadingZeros == 0) return false;
        if (header.IsId || stats.LeadingZeros * 20 >= cells) return true;
        return stats.Plain == cells && stats.WidthMin == stats.WidthMax;
    }

    /// <summary>The one unit of nearly all cells; units in a few cells only are faults, several units make words of them.</summary>
    private bool OneUnit(out string? unit)
    {
        unit = null;
        if (stats.Units.Count == 0) return true;
        var (most, count) = stats.Units.MaxBy(u => u.Value);
        var all = stats.Units.Values.Sum();
        if (most.Length > 0 && count * 2 > cells) unit = most;
        return Fit(stats.Numbers - all + (unit is null ? 0 : count));
    }

    private bool OneCurrency(out string? currency)
    {
        currency = null;
        if (stats.Money.Count == 0) return true;
        var (most, count) = stats.Money.MaxBy(m => m.Value);
        if (Fit(stats.Numbers - stats.Money.Values.Sum() + count))
        {
            currency = most;
            return true;
        }
        Assume("mixed_currencies");
        return false;
    }

    private CellFormat AsMoney(CellFormat money, bool comma)
    {
        var scale = comma ? stats.CommaScale : stats.PointScale;
        if (scale <= Kernel.Money.Decimals(money.Currency!) && stats.Big == 0)
            return money with { Type = ColumnType.Money };
        Assume("finer_than_currency");
        return money with { Type = ColumnType.Number, Unit = money.Currency };
    }

    private void Assume(string code) => Assumptions.Add(code);

    /// <summary>The mark that the numbers of the whole file show; the point where none does.</summary>
    public static char UsualMark(IEnumerable<ColumnStats> all)
    {
        long point = 0, comma = 0;
        foreach (var stats in all)
        {
            point += stats.Marks[(int)Marks.Point] + stats.Marks[(int)Marks.CommaGroups];
            comma += stats.Marks[(int)Marks.Comma] + stats.Marks[(int)Marks.PointGroups];
        }
        return comma > point ? ',' : '.';
    }
}
