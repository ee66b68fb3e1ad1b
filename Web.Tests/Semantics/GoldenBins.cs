using Web.Semantics;
using static Web.Tests.Semantics.GoldenCase;

namespace Web.Tests.Semantics;

internal static class GoldenBins
{
    public static IEnumerable<object?[]> Binned(IEnumerable<decimal> values, decimal origin, decimal width, int? count = null)
    {
        int Index(decimal v) => Math.Min((int)Math.Floor((v - origin) / width), (count ?? int.MaxValue) - 1);
        var bins = values.ToLookup(Index);
        return Enumerable.Range(bins.Min(b => b.Key), bins.Max(b => b.Key) - bins.Min(b => b.Key) + 1)
            .Select(i => new object?[] { new BinEdges(Math.Round(origin + (i * width), 6), Math.Round(origin + ((i + 1) * width), 6), i + 1 == count), bins[i].Count() });
    }

    public static readonly GoldenCase[] Cases =
    [
        Of("bin_width", "column",
            """ "dimensions":[{"field":"quantity","bin":{"width":5}}],"measures":[{"field":null,"aggregate":"count"}] """,
            () => Binned(Sales.Own.Select(s => (decimal)s.Quantity), 0, 5)),
        Of("bin_count", "column",
            """ "dimensions":[{"field":"quantity","bin":{"count":3}}],"measures":[{"field":null,"aggregate":"count"}] """,
            () => Binned(Sales.Own.Select(s => (decimal)s.Quantity), -5, 13, 3)),
        Of("bin_auto_money", "column",
            """ "dimensions":[{"field":"cost","bin":"auto"}],"measures":[{"field":null,"aggregate":"count"}] """,
            () => Binned(Sales.Own.Where(s => s.Amount is not null).Select(s => s.Amount!.Value / 100m), 0, 500)),
    ];
}
