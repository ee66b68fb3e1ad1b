namespace Web.Language;

/// <content>Times as Japanese writes them: 令和6年度第3四半期, 3月5日.</content>
internal sealed partial class TimePieces
{
    private static readonly Dictionary<string, int> Eras = new(StringComparer.Ordinal)
    {
        ["令和"] = 2018,
        ["平成"] = 1988,
        ["昭和"] = 1925,
        ["大正"] = 1911,
        ["明治"] = 1867,
    };

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
}
