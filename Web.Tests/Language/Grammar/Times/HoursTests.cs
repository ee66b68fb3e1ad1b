using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Hours of the day narrow the rows, however the clock is read.</summary>
public sealed class HoursTests
{
    private static readonly DatasetContract Gates = new()
    {
        Key = "export_41",
        DefaultTime = "passed_at",
        Columns =
        [
            new() { Name = "lane", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ash", "Elm", "Oak"] },
            new() { Name = "toll", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "passed_at", Type = ColumnType.Timestamp, Role = ColumnRole.Time },
        ],
    };

    [Theory]
    [InlineData("夜21時以降のtollの合計をlane別に", "[21,22,23]")]
    [InlineData("午後9時以降のtollの合計をlane別に", "[21,22,23]")]
    [InlineData("朝6時から8時のtollの合計をlane別に", "[6,7,8]")]
    [InlineData("18時台のtollの合計をlane別に", "18")]
    [InlineData("total toll by lane after 9 pm", "[21,22,23]")]
    [InlineData("total toll by lane between 6am and 8am", "[6,7,8]")]
    [InlineData("total toll by lane before 2 am", "[0,1]")]
    public void Hours_are_those_of_the_time(string words, string hours)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Gates])).Readings[0].Query;
        var filter = Assert.Single(query.Filters);
        Assert.Equal(("passed_at", Grain.HourOfDay, hours), (filter.Field, filter.Grain, filter.Value!.Value.GetRawText()));
        Assert.Equal("lane", query.X!.Field);
    }
}
