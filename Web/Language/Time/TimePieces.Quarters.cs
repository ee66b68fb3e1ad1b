namespace Web.Language;

/// <content>Fiscal years, quarters and halves.</content>
internal sealed partial class TimePieces
{
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
}
