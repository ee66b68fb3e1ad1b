using static Web.Tests.Semantics.GoldenCase;

namespace Web.Tests.Semantics;

internal static class GoldenCategories
{
    private static double Percentile(IEnumerable<double> values, double fraction)
    {
        var sorted = values.Order().ToArray();
        var at = fraction * (sorted.Length - 1);
        var low = (int)Math.Floor(at);
        return sorted[low] + ((at - low) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]));
    }

    private static double Deviation(double[] values) => Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1));

    private static string? Industry(Sale s) => s.Customer is { } id ? Sales.Industries[id] : null;

    public static readonly GoldenCase[] Cases =
    [
        Of("category_default_order_is_greatest_first", "bar",
            """ "dimensions":[{"field":"Sales Rep"}],"measures":[{"field":"amount","aggregate":"sum"}] """,
            () => Sales.Own.GroupBy(s => s.Rep).OrderByDescending(g => g.Sum(s => s.Amount)).Select(g => new object?[] { g.Key, g.Sum(s => s.Amount) })),

        Of("category_null_is_a_group_and_joins_are_only_those_needed", "bar",
            """ "dimensions":[{"field":"customer.industry"}],"measures":[{"field":null,"aggregate":"count"}],"sort":{"by":"x"} """,
            () => Sales.Own.GroupBy(Industry).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new object?[] { g.Key, g.Count() })),

        Of("category_top_3_by_hidden_aggregate", "bar",
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":null,"aggregate":"count"}],"sort":{"by":{"field":"amount","aggregate":"max"},"order":"desc"},"limit":3 """,
            () => Sales.Own.GroupBy(s => s.Rep).OrderByDescending(g => g.Max(s => s.Amount)).Take(3).Select(g => new object?[] { g.Key, g.Count() })),

        Of("category_all_statistics", "table",
            """
             "dimensions":[{"field":"rep","role":"detail"}],"sort":{"by":"rep"},"measures":[
            {"field":"rating","aggregate":"mean"},{"field":"rating","aggregate":"median"},{"field":"rating","aggregate":"min"},{"field":"rating","aggregate":"max"},
            {"field":"rating","aggregate":"stddev"},{"field":"rating","aggregate":"p25"},{"field":"rating","aggregate":"p75"},{"field":"rating","aggregate":"p90"},{"field":"rating","aggregate":"p95"},
            {"field":"region","aggregate":"count"},{"field":"region","aggregate":"count_distinct"},{"field":"sold_on","aggregate":"max"}]
            """,
            () => Sales.Own.GroupBy(s => s.Rep).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var rated = g.Where(s => s.Rating is not null).Select(s => s.Rating!.Value).ToArray();
                return new object?[]
                {
                    g.Key, rated.Average(), Percentile(rated, .5), rated.Min(), rated.Max(), Deviation(rated), Percentile(rated, .25), Percentile(rated, .75),
                    Percentile(rated, .9), Percentile(rated, .95), g.Count(s => s.Region is not null), g.Select(s => s.Region).Distinct().Count(r => r is not null), g.Max(s => s.SoldOn),
                };
            })),

        Of("category_money_in_major_units", "column",
            """ "dimensions":[{"field":"rush"}],"measures":[{"field":"cost","aggregate":"sum"},{"field":"cost","aggregate":"median"}],"sort":{"by":"x"} """,
            () => Sales.Own.GroupBy(s => s.Rush).OrderBy(g => g.Key)
                .Select(g => new object?[] { g.Key, g.Sum(s => s.Amount) / 100m, Percentile(g.Where(s => s.Amount is not null).Select(s => (double)s.Amount!), .5) / 100 })),

        Of("category_rate_of_yes_ranks", "bar",
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":"rush","aggregate":"mean"}],"filters":[{"field":"rush","op":">","value":10,"aggregate":"mean"}],"sort":{"by":"y","order":"desc"},"limit":3 """,
            () => Sales.Own.GroupBy(s => s.Rep).Select(g => (g.Key, Rate: 100.0 * g.Count(s => s.Rush) / g.Count())).Where(g => g.Rate > 10)
                .OrderByDescending(g => g.Rate).ThenBy(g => g.Key, StringComparer.Ordinal).Take(3).Select(g => new object?[] { g.Key, g.Rate })),

        Of("category_named_measure", "bar",
            """ "dimensions":[{"field":"product"}],"measures":[{"field":null,"aggregate":"rush_rate"}],"sort":{"by":"x"} """,
            () => Sales.Own.GroupBy(s => s.Product).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new object?[] { g.Key, g.Count(s => s.Rush) / (double)g.Count() })),

        Of("category_currencies_are_kept_apart", "bar",
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":"fee","aggregate":"sum"}],"limit":2 """,
            () => Sales.Own.GroupBy(s => s.Currency).OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => c.GroupBy(s => s.Rep)
                .Select(g => (g.Key, Fee: g.Sum(s => s.Fee) / Web.Kernel.Money.Factor(c.Key))).OrderByDescending(g => g.Fee).Take(2).Select(g => new object?[] { g.Key, c.Key, g.Fee }))),

        Of("category_limit_with_the_others_as_one", "pie",
            """ "dimensions":[{"field":"product"}],"measures":[{"field":"quantity","aggregate":"sum"}],"limit":2,"others":true """,
            () =>
            {
                var groups = Sales.Own.GroupBy(s => s.Product).Select(g => (g.Key, Sum: g.Sum(s => s.Quantity))).OrderByDescending(g => g.Sum).ToList();
                return groups.Take(2).Select(g => new object?[] { g.Key, g.Sum }).Append([Web.Semantics.ResultTable.Others, groups.Skip(2).Sum(g => g.Sum)]);
            }),

        Of("category_number_of_today", "bar",
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":"days_ago","aggregate":"min"}],"sort":{"by":"y"} """,
            () => Sales.Own.Where(s => s.SoldOn is not null).GroupBy(s => s.Rep).Select(g => (g.Key, Days: g.Min(s => Sales.Today.DayNumber - s.SoldOn!.Value.DayNumber)))
                .OrderBy(g => g.Days).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new object?[] { g.Key, g.Days })),

        Of("figure_without_dimensions", "big_number",
            """ "measures":[{"field":"amount","aggregate":"sum"},{"field":"rep","aggregate":"count_distinct"}] """,
            () => [[Sales.Own.Sum(s => s.Amount), 5]]),
    ];
}
