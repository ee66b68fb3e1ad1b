namespace Web.Language;

/// <content>Parts of a month: 10月上旬, 先月の前半, "the first half of May", "late October", "the end of March".</content>
internal sealed partial class TimePieces
{
    private const int Last = 31;

    private static (int From, int To)? DaysOf(string part) => part switch
    {
        "上旬" or "初旬" => (1, 10),
        "中旬" => (11, 20),
        "下旬" => (21, Last),
        "前半" => (1, 15),
        "後半" => (16, Last),
        _ => null,
    };

    /// <summary>A month, said by its name or as this, last or next, with the part of it behind.</summary>
    private TimePiece? PartOfMonth(int i)
    {
        if (EnglishPart(i) is { } part) return Fixed(part.At) is { } named && MonthOf(named) is { } near ? Days(near, part.Days, named.End) : English(part.At) is { Month: not null, Day: null } month ? month with { DaysOfMonth = part.Days } : null;
        var whole = Fixed(i) is { } said && MonthOf(said) is { } dated ? dated with { End = said.End } : Japanese(i) is { Month: not null, Day: null, DaysOfMonth: null } japanese ? japanese : null;
        if (whole is null) return null;
        var at = Raw(whole.End) == "の" ? whole.End + 1 : whole.End;
        return DaysOf(Raw(at) + Raw(at + 1)) is { } days ? Days(whole, days, at + 2) : null;
    }

    private static TimePiece Days(TimePiece month, (int, int) days, int end) => month with { End = end, DaysOfMonth = days };

    private TimePiece? MonthOf(TimePiece named) => named.Word switch
    {
        "this_month" => Dated(named.End, today),
        "last_month" => Dated(named.End, today.AddMonths(-1)),
        "next_month" => Dated(named.End, today.AddMonths(1)),
        _ => named is { Month: not null, Day: null } ? named : null,
    };

    /// <summary>"the first half of", "early", "late": where the month begins, and its days.</summary>
    private (int At, (int From, int To) Days)? EnglishPart(int i)
    {
        var at = Raw(i) == "the" ? i + 1 : i;
        if (Raw(at) is "early" or "mid" or "late")
        {
            var next = Raw(at + 1) == "-" ? at + 2 : at + 1;
            return (next, Raw(at) switch { "early" => (1, 10), "mid" => (11, 20), _ => (21, Last) });
        }
        var half = Raw(at) is "first" or "1st" ? (1, 15) : Raw(at) is "second" or "2nd" or "latter" or "last" ? (16, Last) : ((int, int)?)null;
        if (half is not { } days || Raw(at + 1) != "half") return null;
        return (Raw(at + 2) == "of" ? at + 3 : at + 2, days);
    }
}
