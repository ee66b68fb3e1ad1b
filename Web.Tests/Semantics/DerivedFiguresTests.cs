using Web.Semantics;

namespace Web.Tests.Semantics;

public sealed class DerivedFiguresTests
{
    private static readonly string[] Stages = ["lead", "offer", "won"];

    [Fact]
    public void Stages_with_an_order_of_their_own_keep_it_and_a_sort_that_is_said_wins()
    {
        var ordered = Catalog(Sales.Contract.Columns.Select(c => c.Name == "product" ? c with { Values = Stages, Ordered = true } : c));
        const string Funnel = """{"chart_type":"funnel","dataset":"sales","dimensions":[{"field":"product"}],"measures":[{"aggregate":"count"}]""";
        object?[][] rows = [["won", 40L], ["lead", 30L], ["offer", 15L]];
        Assert.Equal([["lead", 30L, 100d, null], ["offer", 15L, 50d, 50d], ["won", 40L, 133.3, 266.7]], Derive(Checks.Fit(Funnel + "}", ordered), rows));
        Assert.Equal(["won", "lead", "offer"], Derive(Checks.Fit(Funnel + ""","sort":{"by":"y","order":"desc"}}""", ordered), rows).Select(r => r[0]));
        Assert.Equal(["won", "lead", "offer"], Derive(Checks.Fit(Funnel + "}"), rows).Select(r => r[0]));
    }

    [Fact]
    public void A_funnel_that_begins_with_nothing_has_no_conversion()
    {
        var rows = Derive(Fit("funnel", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """), [["a", 0L], ["b", 3L]]);
        Assert.Equal([["a", 0L, null, null], ["b", 3L, null, null]], rows);
    }

    [Fact]
    public void The_columns_carry_the_measures_name_and_kind()
    {
        var query = Fit("waterfall", """ "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"sum"}] """);
        var (columns, rows) = DerivedFigures.Of(query, ResultColumns.Of(query, "ja"), [["a", 5m], ["b", null], ["c", -7m]], "ja");
        Assert.Equal(["rep", "amount_sum", "amount_sum__running"], columns.Select(c => c.Name));
        Assert.Equal("JPY", columns[2].Currency);
        Assert.Equal([5m, 5m, -2m], rows.Select(r => r[2]));
    }

    [Fact]
    public void A_gauge_says_how_much_of_its_target_is_reached()
    {
        var query = Fit("gauge", """ "measures":[{"aggregate":"count"}],"target":80 """);
        Assert.Equal([[60L, 80m, 75d]], Derive(query, [[60L]]));
        Assert.Equal([[60L]], Derive(Fit("gauge", """ "measures":[{"aggregate":"count"}] """), [[60L]]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(13)]
    public void A_radar_of_too_few_or_many_axes_says_so(int axes)
    {
        var query = Fit("radar", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """);
        var none = Assert.Throws<NoFiguresException>(() => Derive(query, [.. Enumerable.Range(0, axes).Select(i => new object?[] { $"{i}", 1L })]));
        Assert.Equal(("radar_axes", "/dimensions/0"), (none.Code, none.Pointer));
        Assert.Contains($"{axes}", new Fault(none.Pointer, none.Code, none.Args).MessageIn("ja"), StringComparison.Ordinal);
    }

    internal static IReadOnlyList<IReadOnlyList<object?>> Derive(CheckedQuery query, IReadOnlyList<object?[]> rows) =>
        DerivedFigures.Of(query, ResultColumns.Of(query, "en"), rows, "en").Rows;

    private static CheckedQuery Fit(string chart, string rest) => Checks.Fit($$"""{"chart_type":"{{chart}}","dataset":"sales",{{rest}}}""");

    private static Catalog Catalog(IEnumerable<Column> columns) => new([new Dataset(Sales.Contract with { Columns = [.. columns] }, Sales.Source)]);
}
