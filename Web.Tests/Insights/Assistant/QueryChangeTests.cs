using Web.Insights.Assistant;
using Web.Insights.Assistant.Answers;
using Web.Language;
using Web.Semantics;

namespace Web.Tests.Insights.Assistant;

public sealed class QueryChangeTests
{
    private static readonly ChartQuery Query = new()
    {
        ChartType = ChartType.Line,
        Dataset = "crm_deals",
        Template = "line",
        Dimensions = [new("closed_on", Grain: Grain.Month), new("owner", DimensionRole.Series)],
        Measures = [new("amount", Aggregates.Sum)],
        Filters = [ChartFilter.On("status", FilterOp.Equal, "won"), ChartFilter.On("closed_on", FilterOp.InPeriod, "this_year")],
        Sort = new ChartSort(SortBy.Y, SortOrder.Desc),
    };

    [Fact]
    public void Each_button_changes_its_own_part()
    {
        Assert.Equal(ChartType.Table, Apply("chart table").ChartType);
        Assert.Equal(Stack.Stacked, Apply("stack column").Stack);
        Assert.Equal(Aggregates.Mean, Apply("aggregate /measures/0 mean").Measures[0].Aggregate);
        Assert.Equal(Grain.Week, Apply("grain /dimensions/0 week").Dimensions[0].Grain);
        Assert.Equal("industry", Apply("group /dimensions/1 industry").Dimensions[1].Field);
        Assert.Equal("last_month", Apply("period /filters/1 last_month").Filters[1].Value!.Value.GetString());
        Assert.Equal(SortOrder.Asc, Apply("order asc").Sort!.Order);
        Assert.Null(Apply("remove /sort").Sort);
        Assert.Equal("closed_on", Assert.Single(Apply("remove /filters/0").Filters).Field);
        Assert.Equal(DimensionRole.X, Assert.Single(Apply("remove /dimensions/0").Dimensions).Role);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("chart")]
    [InlineData("chart 3d")]
    [InlineData("remove /filters/9")]
    [InlineData("remove /filters/-1")]
    [InlineData("aggregate /filters/0 sum")]
    [InlineData("grain /dimensions/0 \"}")]
    [InlineData("drop table deals")]
    public void Other_words_change_nothing(string? change) => Assert.Null(QueryChange.Apply(Query, change));

    [Fact]
    public void A_removed_part_takes_its_thread_and_the_later_ones_move_up()
    {
        var reading = KeptReading.None with { Threads = [new(0, 2, "/filters/0"), new(3, 2, "/filters/1"), new(6, 2, "/measures/0")] };
        var kept = QueryChange.Carry(reading, "the words", "remove /filters/0");
        Assert.Equal([new WordThread(3, 2, "/filters/0"), new WordThread(6, 2, "/measures/0")], kept.Threads);
        Assert.Equal("the words", kept.Words);
        Assert.Equal("the words", QueryChange.Carry(kept, "a click", "chart bar").Words);
    }

    [Theory]
    [InlineData("=cmd()", "'=cmd()")]
    [InlineData("+1", "'+1")]
    [InlineData("@x", "'@x")]
    [InlineData("＝x", "'＝x")]
    [InlineData("佐伯", "佐伯")]
    [InlineData("", "")]
    public void A_cell_is_never_a_formula(string cell, string written) => Assert.Equal(written, RowsCsv.Harmless(cell));

    private static ChartQuery Apply(string change) => QueryChange.Apply(Query, change)!;
}
