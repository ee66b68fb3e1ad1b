using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>A rate of a flag or of a state, where no column holds it, is its share of the rows of each group.</summary>
public sealed class RatesTests
{
    private static readonly DatasetContract Deliveries = new()
    {
        Key = "deliveries",
        Columns =
        [
            new() { Name = "driver", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ida", "Rolf", "Sven"] },
            new() { Name = "返品", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
            new() { Name = "outcome", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Delivered", "Canceled", "Lost"] },
            new() { Name = "day_rate", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    [Theory]
    [InlineData("return rate by driver")]
    [InlineData("driver別の返品率")]
    public void Of_a_yes_or_no_it_is_a_figure(string words)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Deliveries])).Readings[0].Query;
        Assert.Equal(("driver", "返品", Aggregates.Mean), (query.X!.Field, query.Measures[0].Field, query.Measures[0].Aggregate));
    }

    [Theory]
    [InlineData("cancellation rate by driver", "outcome")]
    [InlineData("what percentage of deliveries are canceled by driver", "outcome")]
    public void It_is_a_share_of_the_rows(string words, string field)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Deliveries])).Readings[0].Query;
        Assert.Equal(("driver", field, Stack.Percent), (query.X!.Field, query.Series!.Field, query.Stack));
    }

    [Fact]
    public void A_rate_that_is_a_column_is_that_column()
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask("day rate by driver", [Deliveries])).Readings[0].Query;
        Assert.Equal("day_rate", query.Measures[0].Field);
    }
}
