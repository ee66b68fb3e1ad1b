using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>A day beside a bound says of what the number is; it divides nothing.</summary>
public sealed class PacesTests
{
    private static readonly DatasetContract Roads = new()
    {
        Key = "roads",
        Titles = new Dictionary<string, string> { ["en"] = "Roads", ["ja"] = "道路" },
        Synonyms = ["road", "roads", "道路"],
        DefaultTime = "surveyed",
        Columns =
        [
            new() { Name = "zone", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Inner", "Outer"] },
            new() { Name = "aadt", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "delay_min", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "min" },
            new() { Name = "surveyed", Type = ColumnType.Date, Role = ColumnRole.Time },
        ],
    };

    [Theory]
    [InlineData("roads with aadt over 5,000 per day", "aadt", "5000")]
    [InlineData("roads that carry over 8,000 cars a day", "aadt", "8000")]
    [InlineData("roads with at least 20,000 vehicles per day", "aadt", "20000")]
    [InlineData("aadtが1日2万以上の道路一覧", "aadt", "20000")]
    [InlineData("aadtが1日あたり1万以上の道路一覧", "aadt", "10000")]
    [InlineData("delay_minが1回30分以上の道路一覧", "delay_min", "30")]
    public void The_day_belongs_to_the_number(string words, string field, string value)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Roads])).Readings[0].Query;
        var filter = Assert.Single(query.Filters);
        Assert.Equal((ChartType.Table, field, value), (query.ChartType, filter.Field, filter.Value!.Value.GetRawText()));
        Assert.DoesNotContain(query.Dimensions, d => d.Grain is not null);
    }

    [Fact]
    public void How_often_in_a_day_is_asked_about() => Assert.IsNotType<Understood>(InterpreterTests.Ask("1日3回以上測ったzone", [Roads]));
}
