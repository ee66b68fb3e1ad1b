using static Web.Tests.Semantics.GoldenCase;

namespace Web.Tests.Semantics;

internal static class GoldenSeries
{
    private static IEnumerable<string?> InOrder(IEnumerable<string?> values) => values.Distinct().OrderBy(v => v is null).ThenBy(v => v, StringComparer.Ordinal);

    public static readonly GoldenCase[] Cases =
    [
        Of("series_time_gaps_in_each", "line",
            """ "dimensions":[{"field":"sold_on","grain":"quarter"},{"field":"region","role":"series"}],"measures":[{"field":null,"aggregate":"count"},{"field":"rating","aggregate":"max"}],"filters":[{"field":"rep","op":"=","value":"aoki"},{"field":"rush","op":"=","value":true}] """,
            () =>
            {
                var rows = Sales.Own.Where(s => s is { SoldOn: not null, Rep: "aoki", Rush: true }).ToLookup(s => (new DateOnly(s.SoldOn!.Value.Year, ((s.SoldOn.Value.Month - 1) / 3 * 3) + 1, 1), s.Region));
                var quarters = Enumerable.Range(0, 20).Select(i => rows.Min(g => g.Key.Item1).AddMonths(3 * i)).Where(q => q <= rows.Max(g => g.Key.Item1));
                return quarters.SelectMany(q => InOrder(rows.Select(g => g.Key.Region)).Select(r => new object?[] { q, r, rows[(q, r)].Count(), rows[(q, r)].Max(s => s.Rating) }));
            }),

        Of("series_limit_keeps_whole_x_values", "bar",
            """ "dimensions":[{"field":"rep"},{"field":"region","role":"series"}],"measures":[{"field":"quantity","aggregate":"sum"}],"limit":2 """,
            () => Sales.Own.GroupBy(s => s.Rep).OrderByDescending(g => g.Sum(s => s.Quantity)).Take(2)
                .SelectMany(g => InOrder(g.Select(s => s.Region)).Select(r => new object?[] { g.Key, r, g.Where(s => s.Region == r).Sum(s => s.Quantity) }))),

        Of("series_of_means_are_ranked_by_the_mean_of_the_whole", "bar",
            """ "dimensions":[{"field":"rep"},{"field":"rush","role":"series"}],"measures":[{"field":"rating","aggregate":"mean"}],"sort":{"by":"y","order":"asc"},"limit":3 """,
            () => Sales.Own.GroupBy(s => s.Rep).OrderBy(g => g.Average(s => s.Rating)).Take(3)
                .SelectMany(g => g.GroupBy(s => s.Rush).OrderBy(r => r.Key).Select(r => new object?[] { g.Key, r.Key, r.Average(s => s.Rating) }))),

        Of("series_limit_with_others", "column",
            """ "dimensions":[{"field":"sold_on","grain":"year"},{"field":"rep","role":"series"}],"measures":[{"field":"rating","aggregate":"mean"}],"series_limit":2,"others":true """,
            () =>
            {
                var top = Sales.Own.Where(s => s.SoldOn is not null).GroupBy(s => s.Rep).OrderByDescending(g => g.Average(s => s.Rating)).Take(2).Select(g => g.Key).ToHashSet();
                return Sales.Own.Where(s => s.SoldOn is not null).GroupBy(s => (s.SoldOn!.Value.Year, Rep: top.Contains(s.Rep) ? s.Rep : Web.Semantics.ResultTable.Others))
                    .OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Rep == Web.Semantics.ResultTable.Others).ThenBy(g => g.Key.Rep, StringComparer.Ordinal)
                    .Select(g => new object?[] { new DateOnly(g.Key.Year, 1, 1), g.Key.Rep, g.Average(s => s.Rating) });
            }),

        Of("series_limit_without_others", "column",
            """ "dimensions":[{"field":"rush"},{"field":"rep","role":"series"}],"measures":[{"field":null,"aggregate":"count"}],"series_limit":1,"sort":{"by":"x"} """,
            () =>
            {
                var top = Sales.Own.GroupBy(s => s.Rep).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
                return Sales.Own.Where(s => s.Rep == top).GroupBy(s => s.Rush).OrderBy(g => g.Key).Select(g => new object?[] { g.Key, top, g.Count() });
            }),

        Of("series_limit_per", "bar",
            """ "dimensions":[{"field":"rep"},{"field":"region","role":"series"}],"measures":[{"field":"quantity","aggregate":"sum"}],"limit":1,"limit_per":"region","sort":{"by":"y","order":"desc"} """,
            () => InOrder(Sales.Own.Select(s => s.Region)).SelectMany(r => Sales.Own.Where(s => s.Region == r).GroupBy(s => s.Rep)
                .OrderByDescending(g => g.Sum(s => s.Quantity)).Take(1).Select(g => new object?[] { g.Key, r, g.Sum(s => s.Quantity) }))),
    ];
}
