using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>What people mean by a figure when they do not say: the sum of amounts and counts, the mean of ratios and readings.</summary>
internal static class UsualAggregate
{
    /// <summary>Fewer values than this say nothing of their shape.</summary>
    private const int SomeValues = 10;

    private static readonly HashSet<string> OfReadings = new(StringComparer.Ordinal)
    {
        "psi", "PSI", "kPa", "MPa", "bar", "mbar", "lux", "lx", "%", "℃", "°C", "°F", "℉", "K", "歳", "才", "点", "hPa", "Pa", "mmHg", "V", "A", "Hz", "dB", "ppm", "bpm", "mph", "rpm", "ms", "years", "cm", "mm", "px",
    };

    private static readonly string[] Extremes = ["最大", "最小", "最高", "最低", "平均", "ピーク"];

    private static readonly HashSet<string> OfAmounts = new(StringComparer.OrdinalIgnoreCase) { "kWh", "MWh", "GWh", "件", "人", "名", "個", "台", "本", "枚", "冊", "箱", "千人", "万人", "千個", "万個", "千台", "千件" };

    /// <summary>A header that knows its word decides, its unit after it; only then the numbers do.</summary>
    public static string Of(Header header, CellFormat format, ColumnStats? stats)
    {
        if ((KindWords.RunningTotals.IsIn(header) || IsMeter(header)) && (stats is null || stats.Shape.Rises || stats.Filled < SomeValues)) return Aggregates.Max;
        if ((format.Unit ?? header.Unit) is "%") return Aggregates.Mean;
        if (header.Words is ["min" or "max" or "minimum" or "maximum" or "lowest" or "highest" or "average" or "avg" or "mean", _, ..]) return Aggregates.Mean;
        if (Array.Exists(Extremes, start => header.Source.StartsWith(start, StringComparison.Ordinal)) && header.Source.Length > 2) return Aggregates.Mean; // 最大電力[kW]
        if (KindWords.IsWhole(header) || GoodsFigures.AreIn(header, format.Unit)) return Aggregates.Sum;
        if (format.Type != ColumnType.Money && (format.Unit ?? header.Unit)?.Contains('/', StringComparison.Ordinal) == true) return Aggregates.Mean;
        if (header.Words is ["days", "in" or "on", _, ..] or ["days" or "hours" or "minutes" or "weeks", "to" or "until" or "since" or "before" or "after", _, ..] or ["days" or "hours" or "minutes" or "weeks", "open" or "waiting"]) return Aggregates.Mean;
        // "Conv.", "conversions" in whole numbers: how many there were, and no rate of them.
        if (header.LastWords.Any(word => word is "conversion" or "conversions") && format is { Type: ColumnType.Integer, Unit: null }) return Aggregates.Sum;
        if (header.IsPlace || KindWords.Ratios.IsIn(header)) return Aggregates.Mean;
        if (OfAmounts.Contains(header.Source.Trim())) return Aggregates.Sum;
        if (format.Unit is { } whole && OfAmounts.Contains(whole)) return Aggregates.Sum;
        var money = format.Type == ColumnType.Money;
        if (!money && stats is { } seen && AreShares(seen)) return Aggregates.Mean;
        var (reading, amount) = (KindWords.Readings.EndLength(header), KindWords.Amounts.EndLength(header));
        if (reading != amount) return reading > amount ? Aggregates.Mean : Aggregates.Sum;
        if (format.Unit is { } unit && OfReadings.Contains(unit)) return Aggregates.Mean;
        var (reads, adds) = (KindWords.Readings.IsIn(header), KindWords.Amounts.IsIn(header));
        if (reads || adds) return reads ? Aggregates.Mean : Aggregates.Sum;
        return money || stats is null || !LookMeasured(header, format, stats) ? Aggregates.Sum : Aggregates.Mean;
    }

    /// <summary>What a meter shows; what is done in 400 metres is none.</summary>
    private static bool IsMeter(Header header) => header.Has("meter") && !header.Base.Any(char.IsAsciiDigit);

    private static bool AreShares(ColumnStats stats) =>
        stats.Shape.Shares == stats.Numbers && stats.Numbers >= SomeValues && stats.PointScale + stats.CommaScale > 0 && stats.Distinct >= 3;

    /// <summary>Fractions, numbers below nothing and numbers that keep close together far from zero are read off something; counts are not.</summary>
    private static bool LookMeasured(Header header, CellFormat format, ColumnStats stats)
    {
        if (stats.Numbers < SomeValues || format.Unit is not null) return false;
        if (format.Type == ColumnType.Number || stats.Shape.Below > 0) return true;
        var plural = header.Words is [.., { Length: > 3 } last] && last[^1] == 's' && last[^2] is not ('s' or 'u' or 'i');
        return !plural && stats.Plain == stats.Numbers && stats.PlainMin > 0 && stats.PlainMax / 10 < stats.PlainMin;
    }
}
