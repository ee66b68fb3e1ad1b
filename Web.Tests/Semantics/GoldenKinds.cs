using Web.Semantics;
using static Web.Tests.Semantics.GoldenCase;

namespace Web.Tests.Semantics;

/// <summary>Funnel, gauge, pivot, waterfall, radar, sankey, mixed and forecast: the statement, and the rows with what is derived from them.</summary>
internal static class GoldenKinds
{
    private static double Share(decimal part, decimal whole) => (double)Math.Round(100 * part / whole, 1);

    public static readonly GoldenCase[] Cases =
    [
        Of("kind_funnel_with_conversion", "funnel",
            """ "dimensions":[{"field":"product"}],"measures":[{"field":null,"aggregate":"count"}] """,
            () =>
            {
                var steps = Sales.Own.GroupBy(s => s.Product).Select(g => (g.Key, Count: g.Count())).OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
                return steps.Select((g, i) => new object?[] { g.Key, g.Count, Share(g.Count, steps[0].Count), i == 0 ? null : Share(g.Count, steps[i - 1].Count) });
            }),

        Of("kind_funnel_with_the_others_last", "funnel",
            """ "dimensions":[{"field":"product"}],"measures":[{"field":"quantity","aggregate":"sum"}],"limit":3,"others":true """,
            () =>
            {
                var groups = Sales.Own.GroupBy(s => s.Product).Select(g => ((object?)g.Key, Sum: g.Sum(s => s.Quantity))).OrderByDescending(g => g.Sum).ToList();
                var steps = groups.Take(3).Append((ResultTable.Others, groups.Skip(3).Sum(g => g.Sum))).ToList();
                return steps.Select((g, i) => new object?[] { g.Item1, g.Sum, Share(g.Sum, steps[0].Sum), i == 0 ? null : Share(g.Sum, steps[i - 1].Sum) });
            }),

        Of("kind_gauge_with_target", "gauge",
            """ "measures":[{"field":"amount","aggregate":"sum"}],"target":100000000 """,
            () => [[Sales.Own.Sum(s => s.Amount), 100_000_000, Share(Sales.Own.Sum(s => s.Amount)!.Value, 100_000_000)]]),

        Of("kind_waterfall_runs_over_time", "waterfall",
            """ "dimensions":[{"field":"sold_on","grain":"quarter"}],"measures":[{"field":"quantity","aggregate":"sum"}],"filters":[{"field":"sold_on","op":"in_period","value":"2026"}] """,
            () =>
            {
                var running = 0;
                return Sales.Own.Where(s => s.SoldOn is { Year: 2026 }).GroupBy(s => new DateOnly(2026, ((s.SoldOn!.Value.Month - 1) / 3 * 3) + 1, 1)).OrderBy(g => g.Key)
                    .Select(g => new object?[] { g.Key, g.Sum(s => s.Quantity), running += g.Sum(s => s.Quantity) }).ToList();
            }),

        Of("kind_radar_of_two_series", "radar",
            """ "dimensions":[{"field":"rep"},{"field":"rush","role":"series"}],"measures":[{"field":"rating","aggregate":"mean"}],"sort":{"by":"x"} """,
            () => Sales.Own.GroupBy(s => (s.Rep, s.Rush)).OrderBy(g => g.Key.Rep, StringComparer.Ordinal).ThenBy(g => g.Key.Rush)
                .Select(g => new object?[] { g.Key.Rep, g.Key.Rush, g.Where(s => s.Rating is not null).Average(s => s.Rating) })),

        Of("kind_sankey_of_three_levels", "sankey",
            """ "dimensions":[{"field":"region"},{"field":"rep","role":"series"},{"field":"rush","role":"facet"}],"measures":[{"field":null,"aggregate":"count"}],"filters":[{"field":"region","op":"in","value":["east","west"]}],"sort":{"by":"x"} """,
            () => Sales.Own.Where(s => s.Region is "east" or "west").GroupBy(s => (s.Region, s.Rep, s.Rush)).OrderBy(g => g.Key.Region, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Rep, StringComparer.Ordinal).ThenBy(g => g.Key.Rush).Select(g => new object?[] { g.Key.Region, g.Key.Rep, g.Key.Rush, g.Count() })),

        Of("kind_mixed_units", "mixed",
            """ "dimensions":[{"field":"sold_on","grain":"year"}],"measures":[{"field":"amount","aggregate":"sum"},{"field":null,"aggregate":"count","mark":"line","axis":"right"},{"field":null,"aggregate":"rush_rate"}] """,
            () => Sales.Own.Where(s => s.SoldOn is not null).GroupBy(s => new DateOnly(s.SoldOn!.Value.Year, 1, 1)).OrderBy(g => g.Key)
                .Select(g => new object?[] { g.Key, g.Sum(s => s.Amount), g.Count(), g.Count(s => s.Rush) / (double)g.Count() })),

        Of("kind_pivot_greatest_row_first", "pivot",
            """ "dimensions":[{"field":"rush","role":"column"},{"field":"rep","role":"row"}],"measures":[{"field":"quantity","aggregate":"sum"},{"field":"rating","aggregate":"mean"}],"limit":3 """,
            () => Sales.Own.GroupBy(s => s.Rep).OrderByDescending(g => g.Sum(s => s.Quantity)).Take(3)
                .SelectMany(r => r.GroupBy(s => s.Rush).OrderBy(g => g.Key).Select(g => new object?[] { r.Key, g.Key, g.Sum(s => s.Quantity), g.Where(s => s.Rating is not null).Average(s => s.Rating) }))),

        Of("kind_pivot_over_time", "pivot",
            """ "dimensions":[{"field":"customer.industry","role":"row"},{"field":"rep","role":"row"},{"field":"sold_on","role":"column","grain":"year"}],"measures":[{"aggregate":"count"}],"sort":{"by":"customer.industry"},"filters":[{"field":"sold_on","op":"not_null"},{"field":"customer.industry","op":"=","value":"food"}] """,
            () => Sales.Own.Where(s => s.SoldOn is not null && s.Customer is { } c && Sales.Industries[c] == "food").GroupBy(s => (s.Rep, s.SoldOn!.Value.Year))
                .OrderBy(g => g.Key.Rep, StringComparer.Ordinal).ThenBy(g => g.Key.Year).Select(g => new object?[] { "food", g.Key.Rep, new DateOnly(g.Key.Year, 1, 1), g.Count() })),

        Of("kind_pivot_share_is_of_everything", "pivot",
            """ "dimensions":[{"field":"rep","role":"row"},{"field":"rush","role":"column"}],"measures":[{"aggregate":"count","transform":"share"}],"sort":{"by":"rep"} """,
            () => Sales.Own.GroupBy(s => (s.Rep, s.Rush)).OrderBy(g => g.Key.Rep, StringComparer.Ordinal).ThenBy(g => g.Key.Rush)
                .Select(g => new object?[] { g.Key.Rep, g.Key.Rush, 100.0 * g.Count() / Sales.Own.Count })),

        // Three finished quarters are a mean; the running one keeps its figure beside the forecast.
        Of("kind_forecast_by_quarter", "forecast",
            """ "dimensions":[{"field":"sold_on","grain":"quarter"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"sold_on","op":"in_period","value":{"from":"2026-01-01","to":null}}],"forecast":{"periods":2} """,
            () =>
            {
                DateOnly QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
                var counts = Sales.Own.Where(s => s.SoldOn is { Year: >= 2026 }).GroupBy(s => QuarterOf(s.SoldOn!.Value)).OrderBy(g => g.Key).Select(g => (g.Key, Count: g.Count())).ToList();
                var past = counts.Where(c => c.Key < new DateOnly(2026, 10, 1)).ToList();
                var mean = past.Average(c => c.Count);
                var deviation = Math.Sqrt(past.Sum(c => Math.Pow(c.Count - mean, 2)) / (past.Count - 1)) * Math.Sqrt(1 + (1.0 / past.Count));
                object?[] Range() => [.. new[] { 0, -1.959963984540054, 1.959963984540054, -1.2815515655446004, 1.2815515655446004 }.Select(z => (object?)(double)Math.Round((decimal)Math.Max(0, mean + (z * deviation)), 1))];
                var running = counts.Where(c => c.Key == new DateOnly(2026, 10, 1)).Select(c => (object?[])[c.Key, c.Count, .. Range()]);
                return past.Select(c => new object?[] { c.Key, c.Count, null, null, null, null, null }).Concat(running)
                    .Concat(new[] { new DateOnly(2027, 1, 1), new DateOnly(2027, 4, 1) }.Select(d => (object?[])[d, null, .. Range()]));
            }),
    ];
}
