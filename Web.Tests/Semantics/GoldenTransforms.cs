using static Web.Tests.Semantics.GoldenCase;

namespace Web.Tests.Semantics;

internal static class GoldenTransforms
{
    private static (DateOnly Month, decimal? Amount)[] Months(int year, Func<Sale, bool>? also = null)
    {
        var sales = Sales.Own.Where(s => s.SoldOn?.Year == year && (also?.Invoke(s) ?? true)).ToLookup(s => s.SoldOn!.Value.Month);
        var (first, last) = (sales.Min(g => g.Key), sales.Max(g => g.Key));
        return [.. Enumerable.Range(first, last - first + 1).Select(m => (new DateOnly(year, m, 1), sales[m].Any() ? (decimal?)sales[m].Sum(s => s.Amount) : null))];
    }

    private static GoldenCase Monthly(string transform, Func<decimal?[], int, object?> figure) => Of("transform_" + transform, "line",
        $$""" "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":"amount","aggregate":"sum","transform":"{{transform}}"}],"filters":[{"field":"sold_on","op":"in_period","value":"2025"}] """,
        () => Months(2025).Select((m, i) => new[] { m.Month, figure([.. Months(2025).Select(x => x.Amount)], i) }));

    public static readonly GoldenCase[] Cases =
    [
        Monthly("cumulative", (all, i) => all.Take(i + 1).Sum()),
        Monthly("change", (all, i) => i == 0 ? null : all[i] - all[i - 1]),
        Monthly("change_percent", (all, i) => i == 0 ? null : (double?)((all[i] - all[i - 1]) * 100 / all[i - 1])),
        Monthly("moving_average", (all, i) => (double?)all.Skip(Math.Max(0, i - 2)).Take(Math.Min(3, i + 1)).Average()),
        Monthly("share", (all, i) => (double?)(100 * all[i] / all.Sum())),

        Of("transform_share_within_each_x", "column",
            """ "dimensions":[{"field":"rep"},{"field":"rush","role":"series"}],"measures":[{"field":null,"aggregate":"count","transform":"share"}],"sort":{"by":"x"},"stack":"stacked" """,
            () => Sales.Own.GroupBy(s => s.Rep).OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(g => g.GroupBy(s => s.Rush).OrderBy(r => r.Key).Select(r => new object?[] { g.Key, r.Key, 100.0 * r.Count() / g.Count() }))),

        Of("transform_share_is_of_the_whole_before_the_limit", "pie",
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":null,"aggregate":"count","transform":"share"}],"limit":2 """,
            () => Sales.Own.GroupBy(s => s.Rep).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(2).Select(g => new object?[] { g.Key, 100.0 * g.Count() / Sales.Own.Count })),

        Of("transform_cumulative_runs_down_the_categories", "bar",
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":"quantity","aggregate":"sum"},{"field":"quantity","aggregate":"sum","transform":"cumulative"}] """,
            () =>
            {
                var running = 0;
                return Sales.Own.GroupBy(s => s.Rep).OrderByDescending(g => g.Sum(s => s.Quantity)).Select(g => new object?[] { g.Key, g.Sum(s => s.Quantity), running += g.Sum(s => s.Quantity) });
            }),

        Of("compare_month_with_previous_year", "line",
            """ "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"sold_on","op":"in_period","value":"2026"}],"compare":{"to":"previous_year"} """,
            () => Months(2026).Select(m => new object?[] { m.Month, m.Amount, Months(2025).Where(p => p.Month == m.Month.AddYears(-1)).Select(p => p.Amount).SingleOrDefault() })),

        Of("compare_figure_with_previous_period", "big_number",
            """ "measures":[{"field":null,"aggregate":"count"}],"filters":[{"field":"sold_on","op":"in_period","value":"2026-Q1"}],"compare":{"to":"previous_period"} """,
            () => [[Sales.Own.Count(s => s.SoldOn is { Year: 2026, Month: <= 3 }), Sales.Own.Count(s => s.SoldOn is { Year: 2025, Month: >= 10 })]]),

        Of("compare_categories_over_rolling_days", "bar",
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":null,"aggregate":"count"}],"filters":[{"field":"sold_on","op":"in_period","value":"last_200_days"}],"compare":{"to":"previous_period"},"sort":{"by":"x"} """,
            () => Sales.Own.Where(s => s.SoldOn > Sales.Today.AddDays(-200) && s.SoldOn <= Sales.Today).GroupBy(s => s.Rep).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new object?[] { g.Key, g.Count(), Sales.Own.Count(s => s.Rep == g.Key && s.SoldOn > Sales.Today.AddDays(-400) && s.SoldOn <= Sales.Today.AddDays(-200)) })),

        Of("compare_over_all_time", "column",
            """ "dimensions":[{"field":"sold_on","grain":"year"}],"measures":[{"field":null,"aggregate":"count"}],"compare":{"to":"previous_year"} """,
            () => Sales.Own.Where(s => s.SoldOn is not null).GroupBy(s => s.SoldOn!.Value.Year).OrderBy(g => g.Key)
                .Select(g => new object?[] { new DateOnly(g.Key, 1, 1), g.Count(), Sales.Own.Count(s => s.SoldOn?.Year == g.Key - 1) })),
    ];
}
