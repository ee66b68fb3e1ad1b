using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>What is meant when a question does not say: which date, which amount, what one row is.</summary>
internal static class Defaults
{
    public static Column? Time(IReadOnlyList<(CsvColumn Column, Header Header)> columns)
    {
        var best = columns.Where(c => c.Column.Column.Role == ColumnRole.Time && c.Column.FilledShare > 0)
            .OrderBy(c => c.Column.Column.IsTemporal ? 0 : 1)
            .ThenBy(c => c.Column.FilledShare >= 0.5 ? 0 : 1)
            .ThenBy(c => c.Column.Column.IsTemporal || c.Header.IsYear ? 0 : 1)
            .ThenBy(c => EventTime.Distance(c.Header))
            .ToList();
        return best.Count == 0 ? null : best[0].Column.Column;
    }

    public static Column? Measure(IReadOnlyList<(CsvColumn Column, Header Header)> columns)
    {
        var summed = columns.Where(c => c.Column.Column is { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum })
            .OrderBy(c => c.Column.Column.Type == ColumnType.Money ? 0 : c.Header.IsAmount ? 1 : c.Header.IsQuantity ? 2 : 3)
            .ThenBy(c => Provisional.WordOf(c.Header.Source) is null ? 0 : 1)
            .ThenBy(c => IsTheWhole(c.Header) ? 0 : 1).ToList();
        if (summed.Count > 0) return summed[0].Column.Column;
        return columns.FirstOrDefault(c => c.Column.Column.Role == ColumnRole.Measure && !c.Header.IsPlace).Column?.Column;
    }

    /// <summary>Of parts, labour and total the total is what a row comes to.</summary>
    private static bool IsTheWhole(Header header) =>
        header.Words is ["total"] or ["grand", "total"] or ["total", "amount" or "price" or "charge" or "due"] or ["order" or "invoice" or "bill", "total"] || header.Ends("合計", "合計額", "合計金額", "総額", "請求額", "請求金額");

    public static IReadOnlyDictionary<string, string> CountOf(IReadOnlyList<(CsvColumn Column, Header Header)> columns) =>
        CountWord.OfHeader(columns.FirstOrDefault(c => c.Column.Column.Role == ColumnRole.Identity).Header) ?? CountWord.Rows;

    public static Grain? GrainOf(Column time, DaySpan span)
    {
        if (!time.IsTemporal) return Grain.Year;
        if (!span.Any) return null;
        var days = span.Last.DayNumber - span.First.DayNumber;
        if (span.OnlyNewYears && days > 0 || days > 3660) return Grain.Year;
        if (span.OnlyFirsts && days > 0) return Grain.Month;
        return days switch
        {
            <= 2 when time.Type == ColumnType.Timestamp => Grain.Hour,
            <= 45 => Grain.Day,
            <= 183 => Grain.Week,
            _ => Grain.Month,
        };
    }
}

/// <summary>From when to when a time column reaches, and whether it names whole months or years only.</summary>
internal sealed class DaySpan
{
    public bool Any { get; private set; }
    public DateOnly First { get; private set; } = DateOnly.MaxValue;
    public DateOnly Last { get; private set; } = DateOnly.MinValue;
    public bool OnlyFirsts { get; private set; } = true;
    public bool OnlyNewYears { get; private set; } = true;

    public void Note(DateOnly day)
    {
        Any = true;
        if (day < First) First = day;
        if (day > Last) Last = day;
        if (!OnlyFirsts || day.Day == 1 && (!OnlyNewYears || day.Month == 1)) return;
        OnlyNewYears = false;
        OnlyFirsts = day.Day == 1;
    }
}
