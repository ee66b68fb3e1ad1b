using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Of what came in and what went out the verb tells which is asked for.</summary>
public sealed class MoneySidesTests
{
    private static readonly DatasetContract Farm = new()
    {
        Key = "market_days",
        DefaultMeasure = "stall_cost",
        Columns =
        [
            new() { Name = "stall", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["North", "South"] },
            new() { Name = "stall_cost", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
            new() { Name = "revenue", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
        ],
    };

    [Theory]
    [InlineData("which stall earned the most money", "revenue")]
    [InlineData("how much did we spend by stall", "stall_cost")]
    [InlineData("stall別にいくら稼いだ", "revenue")]
    [InlineData("stall別にいくら使った", "stall_cost")]
    public void The_verb_tells(string words, string column) =>
        Assert.Equal(column, Assert.Single(Assert.IsType<Understood>(InterpreterTests.Ask(words, [Farm])).Readings[0].Query.Measures).Field);
}
