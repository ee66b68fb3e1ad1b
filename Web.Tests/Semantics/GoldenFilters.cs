using static Web.Tests.Semantics.GoldenCase;

namespace Web.Tests.Semantics;

internal static class GoldenFilters
{
    private static GoldenCase Count(string name, string filters, Func<Sale, bool> holds) => Of(name, "big_number",
        $$""" "measures":[{"field":null,"aggregate":"count"}],"filters":[{{filters}}] """, () => [[Sales.Own.Count(holds)]]);

    public static readonly GoldenCase[] Cases =
    [
        Count("filter_text_exact_and_in", """{"field":"rep","op":"in","value":["aoki","baba"]},{"field":"region","op":"!=","value":"east"}""",
            s => s.Rep is "aoki" or "baba" && s.Region is not null and not "east"),
        Count("filter_not_in_drops_nulls", """{"field":"region","op":"not_in","value":["east","west"]}""", s => s.Region == "north"),
        Count("filter_contains_ignores_case_and_width", """{"field":"product","op":"contains","value":"ランプ"}""", s => s.Product == "ﾗﾝﾌﾟ"),
        Count("filter_starts_with_ignores_case", """{"field":"product","op":"starts_with","value":"ＤＥ"}""", s => s.Product == "Desk"),
        Count("filter_wildcards_are_letters", """{"field":"product","op":"contains","value":"％_"}""", s => s.Product == "100%_cotton"),
        Count("filter_quotes_are_letters", """{"field":"product","op":"ends_with","value":"\"X\""},{"field":"product","op":"not_contains","value":"'; drop table sales; --"}""", s => s.Product[0] == 'O'),
        Count("filter_nulls", """{"field":"region","op":"is_null"},{"field":"amount","op":"not_null"}""", s => s.Region is null && s.Amount is not null),
        Count("filter_money_in_major_units", """{"field":"cost","op":">=","value":1234.56},{"field":"amount","op":"<","value":400000}""", s => s.Amount >= 123456 && s.Amount < 400000),
        Count("filter_money_of_mixed_currencies", """{"field":"fee","op":">","value":400}""", s => s.Fee > 400 * Web.Kernel.Money.Factor(s.Currency)),
        Count("filter_numbers", """{"field":"quantity","op":"between","value":[0,10]},{"field":"rating","op":">","value":2.5},{"field":"quantity","op":"not_in","value":[3,4]}""",
            s => s.Quantity is >= 0 and <= 10 and not 3 and not 4 && s.Rating > 2.5),
        Count("filter_any_beside_the_rest", """{"any":[{"field":"rep","op":"=","value":"aoki"},{"field":"rush","op":"=","value":true}]},{"field":"quantity","op":">","value":5}""",
            s => (s.Rep == "aoki" || s.Rush) && s.Quantity > 5),
        Count("filter_last_90_days_end_today", """{"field":"sold_at","op":"in_period","value":"last_90_days"}""",
            s => Sales.Tokyo.DateOf(s.SoldAt) > Sales.Today.AddDays(-90) && Sales.Tokyo.DateOf(s.SoldAt) <= Sales.Today),
        Count("filter_date_end_means_the_whole_day", """{"field":"sold_at","op":"<=","value":"2025-02-10"},{"field":"sold_at","op":">","value":"2024-12-31"}""",
            s => Sales.Tokyo.DateOf(s.SoldAt) is { } d && d <= new DateOnly(2025, 2, 10) && d > new DateOnly(2024, 12, 31)),
        Count("filter_instant", """{"field":"sold_at","op":">=","value":"2025-01-01T00:00:00+09:00"}""", s => s.SoldAt >= new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(9))),
        Count("filter_months_and_not", """{"field":"sold_on","op":"in","value":["2025-01","2025-03"],"grain":"month"},{"field":"sold_on","op":"!=","value":"2025-03-15"}""",
            s => s.SoldOn is { Year: 2025, Month: 1 or 3 } d && d != new DateOnly(2025, 3, 15)),
        Count("filter_part_of_date", """{"field":"sold_on","op":"in","value":[6,7],"grain":"weekday"}""", s => s.SoldOn?.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday),
        Count("filter_fiscal_year", """{"field":"sold_on","op":"in_period","value":"FY2025"}""", s => s.SoldOn >= new DateOnly(2025, 4, 1) && s.SoldOn < new DateOnly(2026, 4, 1)),
        Count("filter_open_period", """{"field":"sold_on","op":"in_period","value":{"from":"2026-02-01","to":null}}""", s => s.SoldOn >= new DateOnly(2026, 2, 1)),
        Of("filter_on_the_grouped_figure", "column",
            """ "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":null,"aggregate":"count"}],"filters":[{"field":"amount","op":">","value":3000000,"aggregate":"sum"}] """,
            () => Sales.Own.Where(s => s.SoldOn is not null).GroupBy(s => new DateOnly(s.SoldOn!.Value.Year, s.SoldOn.Value.Month, 1))
                .Where(g => g.Sum(s => s.Amount) > 3000000).OrderBy(g => g.Key).Select(g => new object?[] { g.Key, g.Count() })),
    ];
}
