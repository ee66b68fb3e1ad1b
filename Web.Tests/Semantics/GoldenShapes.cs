using Web.Semantics;
using static Web.Tests.Semantics.GoldenCase;

namespace Web.Tests.Semantics;

/// <summary>Boxes, histograms, points, grids and tiles.</summary>
internal static class GoldenShapes
{
    /// <summary>Between two ranks the figure lies where the line between them does.</summary>
    private static decimal At(IReadOnlyList<decimal> sorted, decimal share)
    {
        var rank = share * (sorted.Count - 1);
        var below = (int)Math.Floor(rank);
        return sorted[below] + ((rank - below) * (sorted[Math.Min(below + 1, sorted.Count - 1)] - sorted[below]));
    }

    private static object?[] Box(IEnumerable<decimal?> values)
    {
        decimal[] sorted = [.. values.OfType<decimal>().Order()];
        return sorted.Length == 0 ? [null, null, null, null, null] : [sorted[0], At(sorted, 0.25m), At(sorted, 0.5m), At(sorted, 0.75m), sorted[^1]];
    }

    private static DateOnly QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    private static IEnumerable<object?[]> Quarters()
    {
        var dated = Sales.Own.Where(s => s.SoldOn is not null && s.Region == "north" && s.Rush).ToLookup(s => QuarterOf(s.SoldOn!.Value));
        for (var quarter = dated.Min(g => g.Key); quarter <= dated.Max(g => g.Key); quarter = quarter.AddMonths(3))
            yield return [quarter, .. Box(dated[quarter].Select(s => s.Rating is { } rating ? (decimal?)(decimal)rating : null))];
    }

    private static IEnumerable<object?[]> Weekdays()
    {
        var dated = Sales.Own.Where(s => s.SoldOn is not null).ToList();
        return Enumerable.Range(1, 7).SelectMany(day => dated.Select(s => s.Rep).Distinct().Order(StringComparer.Ordinal)
            .Select(rep => new object?[] { day, rep, dated.Count(s => s.Rep == rep && ((int)s.SoldOn!.Value.DayOfWeek + 6) % 7 == day - 1) }));
    }

    private static IEnumerable<object?[]> Bins()
    {
        var bins = Sales.Own.ToLookup(s => (int)Math.Floor(s.Quantity / 10m));
        return Enumerable.Range(bins.Min(b => b.Key), bins.Max(b => b.Key) - bins.Min(b => b.Key) + 1)
            .SelectMany(i => new[] { false, true }.Select(rush => new object?[] { new BinEdges(i * 10, (i + 1) * 10, Closed: false), rush, bins[i].Count(s => s.Rush == rush) }));
    }

    public static readonly GoldenCase[] Cases =
    [
        Of("box_by_category_greatest_median_first", "box",
            """ "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"none"}] """,
            () => Sales.Own.GroupBy(s => s.Rep).Select(g => new object?[] { g.Key }.Concat(Box(g.Select(s => (decimal?)s.Amount))).ToArray()).OrderByDescending(r => (decimal)r[3]!)),
        Of("box_of_all_in_major_units", "box",
            """ "measures":[{"field":"cost","aggregate":"none"}],"filters":[{"field":"rush","op":"=","value":true}] """,
            () => [Box(Sales.Own.Where(s => s.Rush).Select(s => s.Amount / 100m))]),
        Of("box_currencies_are_kept_apart", "box",
            """ "dimensions":[{"field":"rush"}],"measures":[{"field":"fee","aggregate":"none"}] """,
            () => Sales.Own.GroupBy(s => (s.Rush, s.Currency)).Select(g => new object?[] { g.Key.Rush, g.Key.Currency }.Concat(Box(g.Select(s => (decimal?)s.Fee / Web.Kernel.Money.Factor(s.Currency)))).ToArray())
                .OrderBy(r => (string)r[1]!, StringComparer.Ordinal).ThenByDescending(r => (decimal)r[4]!)),
        Of("box_by_quarter_with_gaps", "box",
            """ "dimensions":[{"field":"sold_on","grain":"quarter"}],"measures":[{"field":"rating","aggregate":"none"}],"filters":[{"field":"region","op":"=","value":"north"},{"field":"rush","op":"=","value":true}] """, Quarters),
        Of("histogram_of_rows_is_binned_by_itself", "histogram",
            """ "measures":[{"field":"cost","aggregate":"none"}] """,
            () => GoldenBins.Binned(Sales.Own.Where(s => s.Amount is not null).Select(s => s.Amount!.Value / 100m), 0, 500)),
        Of("histogram_of_series", "histogram",
            """ "dimensions":[{"field":"quantity","bin":{"width":10}},{"field":"rush","role":"series"}] """, Bins),
        Of("scatter_of_rows", "scatter",
            """ "dimensions":[{"field":"id","role":"detail"},{"field":"region","role":"series"}],"measures":[{"field":"quantity","aggregate":"none"},{"field":"cost","aggregate":"none"}],"filters":[{"field":"rep","op":"=","value":"endo"}] """,
            () => Sales.Own.Where(s => s.Rep == "endo").OrderBy(s => s.Id).Select(s => new object?[] { s.Id, s.Region, s.Quantity, s.Amount / 100m })),
        Of("scatter_of_groups", "scatter",
            """ "dimensions":[{"field":"rep","role":"detail"}],"measures":[{"field":"quantity","aggregate":"mean"},{"field":"amount","aggregate":"sum"}],"sort":{"by":"rep"} """,
            () => Sales.Own.GroupBy(s => s.Rep).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new object?[] { g.Key, g.Average(s => (decimal)s.Quantity), g.Sum(s => s.Amount) })),
        Of("bubble_of_groups_within_series", "bubble",
            """ "dimensions":[{"field":"product","role":"detail"},{"field":"rush","role":"series"}],"measures":[{"aggregate":"count","role":"size"},{"field":"quantity","aggregate":"sum","role":"x"},{"field":"amount","aggregate":"max","role":"y"}],"sort":{"by":"product"} """,
            () => Sales.Own.GroupBy(s => (s.Product, s.Rush)).OrderBy(g => g.Key.Product, StringComparer.Ordinal).ThenBy(g => g.Key.Rush)
                .Select(g => new object?[] { g.Key.Product, g.Key.Rush, g.Count(), g.Sum(s => s.Quantity), g.Max(s => s.Amount) })),
        Of("heatmap_of_weekdays_is_whole", "heatmap",
            """ "dimensions":[{"field":"sold_on","grain":"weekday"},{"field":"rep","role":"row"}],"measures":[{"aggregate":"count"}] """, Weekdays),
        Of("heatmap_columns_and_rows", "heatmap",
            """ "dimensions":[{"field":"product","role":"row"},{"field":"region","role":"column"}],"measures":[{"field":"quantity","aggregate":"sum"}] """,
            () => Sales.Own.GroupBy(s => s.Region).OrderByDescending(g => g.Sum(s => s.Quantity)).SelectMany(x => x.GroupBy(s => s.Product).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new object?[] { x.Key, g.Key, g.Sum(s => s.Quantity) }))),
        Of("treemap_of_two_levels", "treemap",
            """ "dimensions":[{"field":"rep"},{"field":"product","role":"detail"}],"measures":[{"field":"amount","aggregate":"sum"}],"limit":2""",
            () => Sales.Own.GroupBy(s => s.Rep).OrderByDescending(g => g.Sum(s => s.Amount)).Take(2).SelectMany(x => x.GroupBy(s => s.Product).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new object?[] { x.Key, g.Key, g.Sum(s => s.Amount) }))),
    ];
}
