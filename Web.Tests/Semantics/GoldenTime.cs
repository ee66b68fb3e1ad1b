using static Web.Tests.Semantics.GoldenCase;

namespace Web.Tests.Semantics;

internal static class GoldenTime
{
    private static DateOnly Month(DateOnly d) => new(d.Year, d.Month, 1);

    private static IEnumerable<(DateOnly Key, Sale[] Rows)> By(IEnumerable<Sale> sales, Func<DateOnly, DateOnly> first, Func<DateOnly, DateOnly> next)
    {
        var groups = sales.Where(s => s.SoldOn is not null).ToLookup(s => first(s.SoldOn!.Value));
        for (var key = groups.Min(g => g.Key); key <= groups.Max(g => g.Key); key = next(key)) yield return (key, [.. groups[key]]);
    }

    private static object? Sum(IReadOnlyCollection<Sale> rows) => rows.All(s => s.Amount is null) ? null : rows.Sum(s => s.Amount);

    public static readonly GoldenCase[] Cases =
    [
        Of("time_month_sum_with_gaps", "line",
            """ "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":"amount","aggregate":"sum"},{"field":null,"aggregate":"count"}] """,
            () => By(Sales.Own, Month, d => d.AddMonths(1)).Select(g => new object?[] { g.Key, Sum(g.Rows), g.Rows.Length })),

        Of("time_week_this_year", "line",
            """ "dimensions":[{"field":"sold_on","grain":"week"}],"measures":[{"field":null,"aggregate":"count"}],"filters":[{"field":"sold_on","op":"in_period","value":"this_year"}] """,
            () => By(Sales.Own.Where(s => s.SoldOn?.Year == 2026), d => d.AddDays(-(((int)d.DayOfWeek + 6) % 7)), d => d.AddDays(7)).Select(g => new object?[] { g.Key, g.Rows.Length })),

        Of("time_timestamp_month_in_zone", "column",
            """ "dimensions":[{"field":"sold_at","grain":"month"}],"measures":[{"field":null,"aggregate":"count"}],"filters":[{"field":"sold_at","op":"in_period","value":"2024"}] """,
            () => Sales.Own.Select(s => Sales.Tokyo.DateOf(s.SoldAt)).Where(d => d.Year == 2024).GroupBy(Month).OrderBy(g => g.Key).Select(g => new object?[] { g.Key, g.Count() })),

        Of("time_fiscal_year_and_quarter", "table",
            """ "dimensions":[{"field":"sold_on","role":"x","grain":"fiscal_quarter"},{"field":"sold_on","role":"detail","grain":"fiscal_year"}],"measures":[{"field":null,"aggregate":"count"}] """,
            () => Sales.Own.Where(s => s.SoldOn is not null).Select(s => s.SoldOn!.Value)
                .GroupBy(d => (Quarter: Sales.Tokyo.FirstDayOf(Web.Kernel.CalendarUnit.FiscalQuarter, d), Year: Sales.Tokyo.FirstDayOf(Web.Kernel.CalendarUnit.FiscalYear, d)))
                .OrderBy(g => g.Key.Quarter).Select(g => new object?[] { g.Key.Quarter, g.Key.Year, g.Count() })),

        Of("time_half", "column",
            """ "dimensions":[{"field":"sold_on","grain":"half"}],"measures":[{"field":"quantity","aggregate":"sum"}] """,
            () => By(Sales.Own, d => new DateOnly(d.Year, d.Month > 6 ? 7 : 1, 1), d => d.AddMonths(6)).Select(g => new object?[] { g.Key, g.Rows.Sum(s => s.Quantity) })),

        Of("time_weekday", "column",
            """ "dimensions":[{"field":"sold_at","grain":"weekday"}],"measures":[{"field":null,"aggregate":"count"}] """,
            () => Sales.Own.GroupBy(s => (((int)Sales.Tokyo.DateOf(s.SoldAt).DayOfWeek + 6) % 7) + 1).OrderBy(g => g.Key).Select(g => new object?[] { g.Key, g.Count() })),

        Of("time_hour_of_one_day", "line",
            """ "dimensions":[{"field":"sold_at","grain":"hour"}],"measures":[{"field":null,"aggregate":"count"}],"filters":[{"field":"sold_at","op":"between","value":["2024-03-01","2024-03-10"]}],"sort":{"by":"x","order":"desc"} """,
            () =>
            {
                var hours = Sales.Own.Where(s => Sales.Tokyo.DateOf(s.SoldAt) is { Year: 2024, Month: 3, Day: <= 10 })
                    .ToLookup(s => s.SoldAt.UtcDateTime.AddHours(9).Date.AddHours(s.SoldAt.UtcDateTime.AddHours(9).Hour));
                var (first, last) = (hours.Min(g => g.Key), hours.Max(g => g.Key));
                return Enumerable.Range(0, (int)(last - first).TotalHours + 1).Select(i => last.AddHours(-i)).Select(h => new object?[] { DateTime.SpecifyKind(h, DateTimeKind.Unspecified), hours[h].Count() });
            }),

        Of("time_integer_year_is_not_summed", "line",
            """ "dimensions":[{"field":"year","grain":"year"}],"measures":[{"field":"amount","aggregate":"mean"}],"filters":[{"field":"year","op":"in_period","value":"last_2_years"}] """,
            () => Sales.Own.Where(s => s.Year is 2025 or 2026).GroupBy(s => s.Year).OrderBy(g => g.Key).Select(g => new object?[] { g.Key, g.Average(s => (double?)s.Amount) })),
    ];
}
