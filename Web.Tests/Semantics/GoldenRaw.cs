using static Web.Tests.Semantics.GoldenCase;

namespace Web.Tests.Semantics;

internal static class GoldenRaw
{
    public static readonly GoldenCase[] Cases =
    [
        Of("raw_points", "line",
            """ "dimensions":[{"field":"id"}],"measures":[{"field":"cost","aggregate":"none"}],"filters":[{"field":"rep","op":"=","value":"endo"}] """,
            () => Sales.Own.Where(s => s.Rep == "endo").OrderBy(s => s.Id).Select(s => new object?[] { s.Id, s.Amount / 100m })),
        Of("raw_list_of_the_first", "table",
            """ "dimensions":[{"field":"id","role":"detail"},{"field":"sold_at","role":"detail"},{"field":"customer.industry","role":"detail"}],"sort":{"by":"amount","order":"desc"},"limit":4 """,
            () => Sales.Own.OrderByDescending(s => s.Amount ?? -1).Take(4).Select(s => new object?[] { s.Id, s.SoldAt.UtcDateTime, s.Customer is { } c ? Sales.Industries[c] : null })),
        Of("raw_money_of_mixed_currencies", "table",
            """ "dimensions":[{"field":"id","role":"detail"}],"measures":[{"field":"fee","aggregate":"none"}],"sort":{"by":"id"},"limit":5 """,
            () => Sales.Own.OrderBy(s => s.Id).Take(5).Select(s => new object?[] { s.Id, s.Currency, s.Fee / Web.Kernel.Money.Factor(s.Currency) })),
    ];
}
