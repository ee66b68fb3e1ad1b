using Web.Semantics;

namespace Web.Tests.Semantics;

/// <summary>A count is the number of the rows behind its mark, whatever the chart.</summary>
public sealed class MarkStatementTests(SalesDatabase database) : IClassFixture<SalesDatabase>
{
    [Theory]
    [InlineData("""{"chart_type":"line","dataset":"sales","dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"line","dataset":"sales","dimensions":[{"field":"sold_at","grain":"hour_of_day"},{"field":"region","role":"series"}],"measures":[{"aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"sort":{"by":"y","order":"desc"},"limit":2,"others":true}""")]
    [InlineData("""{"chart_type":"line","dataset":"sales","dimensions":[{"field":"sold_on","grain":"quarter"},{"field":"product","role":"series"}],"measures":[{"aggregate":"count"}],"series_limit":2,"others":true}""")]
    [InlineData("""{"chart_type":"histogram","dataset":"sales","dimensions":[{"field":"quantity","bin":{"count":5}}],"measures":[{"aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"heatmap","dataset":"sales","dimensions":[{"field":"sold_on","grain":"weekday"},{"field":"rep","role":"series"}],"measures":[{"aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"pivot","dataset":"sales","dimensions":[{"field":"region","role":"row"},{"field":"year","role":"column"},{"field":"rush","role":"row"}],"measures":[{"aggregate":"count"}]}""")]
    public async Task A_figure_has_as_many_rows_as_it_counts(string json)
    {
        var query = Checks.Fit(json);
        var result = await database.RunAsync(query);
        Assert.NotEmpty(result.Rows);
        foreach (var row in result.Rows)
            Assert.Equal((long)row[^1]!, await database.BehindAsync(query, new Mark([.. row.SkipLast(1).Select(MarkKey.Of)])));
    }

    [Theory]
    [InlineData("""{"chart_type":"column","dataset":"sales","dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"sold_on","op":"in_period","value":"2026-H1"}],"compare":{"to":"previous_year"}}""")]
    [InlineData("""{"chart_type":"column","dataset":"sales","dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"sold_on","op":"in_period","value":"2026-Q2"}],"compare":{"to":"previous_period"}}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"region"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"sold_on","op":"in_period","value":"2026"}],"compare":{"to":"previous_year"}}""")]
    [InlineData("""{"chart_type":"line","dataset":"sales","dimensions":[{"field":"sold_on","grain":"month"},{"field":"rep","role":"series"}],"measures":[{"aggregate":"count"}],"compare":{"to":"previous_period"}}""")]
    [InlineData("""{"chart_type":"line","dataset":"sales","dimensions":[{"field":"sold_on","grain":"week"}],"measures":[{"aggregate":"count"}],"compare":{"to":"previous_year"}}""")]
    [InlineData("""{"chart_type":"line","dataset":"sales","dimensions":[{"field":"sold_at","grain":"hour"}],"measures":[{"aggregate":"count"}],"compare":{"to":"previous_period"}}""")]
    [InlineData("""{"chart_type":"line","dataset":"sales","dimensions":[{"field":"year","grain":"year"}],"measures":[{"aggregate":"count"}],"compare":{"to":"previous_period"}}""")]
    public async Task An_earlier_figure_leads_to_the_rows_of_its_own_time(string json)
    {
        var query = Checks.Fit(json);
        var result = await database.RunAsync(query);
        var keys = query.Dimensions.Count;
        Assert.Contains(result.Rows, row => row[keys + 1] is > 0L);
        foreach (var row in result.Rows.Take(60))
        {
            MarkKey[] mark = [.. row.Take(keys).Select(MarkKey.Of)];
            Assert.Equal(row[keys] as long? ?? 0, await database.BehindAsync(query, new Mark(mark)));
            Assert.Equal(row[keys + 1] as long? ?? 0, await database.BehindAsync(query, new Mark(mark, Earlier: true)));
        }
    }

    [Theory]
    [InlineData("""{"chart_type":"scatter","dataset":"sales","dimensions":[{"field":"region","role":"series"}],"measures":[{"field":"quantity","aggregate":"none"},{"field":"rating","aggregate":"none"}]}""")]
    [InlineData("""{"chart_type":"scatter","dataset":"sales","measures":[{"field":"amount","aggregate":"none"},{"field":"quantity","aggregate":"none"}]}""")]
    [InlineData("""{"chart_type":"table","dataset":"sales","dimensions":[{"field":"sold_at","role":"detail"},{"field":"rush","role":"detail"},{"field":"sold_on","role":"detail"}],"measures":[{"field":"fee","aggregate":"none"}]}""")]
    public async Task A_row_as_it_is_leads_to_itself_and_to_those_that_show_the_same(string json)
    {
        var query = Checks.Fit(json);
        var result = await database.RunAsync(query);
        foreach (var group in result.Rows.GroupBy(row => string.Join('|', row.Select(cell => cell is null ? "-" : ResultCell.Text(cell)))).Take(40))
            Assert.Equal(group.Count(), await database.BehindAsync(query, new Mark([.. group.First().Select(MarkKey.Of)])));
    }

    [Fact]
    public async Task A_total_is_of_any_and_a_mark_that_nobody_was_given_is_of_none()
    {
        var query = Checks.Fit("""{"chart_type":"line","dataset":"sales","dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"aggregate":"count"}],"compare":{"to":"previous_period"}}""");
        Assert.Equal(Sales.Own.Count(sale => sale.SoldOn is not null), await database.BehindAsync(query, new Mark([MarkKey.Any])));
        Assert.Equal(0, await database.BehindAsync(query, new Mark([new MarkKey(MarkKind.Value, "' or true --")], Earlier: true)));
    }

    [Theory]
    [InlineData("""["East",null,true,false]""", true)]
    [InlineData("""{"before":["2026-01-01"]}""", true)]
    [InlineData("""{"after":["2026-01-01"]}""", false)]
    [InlineData("""[1]""", false)]
    [InlineData("East", false)]
    [InlineData(null, false)]
    public void A_mark_is_read_as_it_was_written(string? words, bool isMark)
    {
        var mark = Mark.Read(words);
        Assert.Equal(isMark, mark is not null);
        if (mark is not null) Assert.Equal(words, mark.Write());
    }
}
