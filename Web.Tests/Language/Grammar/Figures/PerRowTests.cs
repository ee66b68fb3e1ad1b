using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>A figure for one row is its mean; a figure divided by another is none that a dataset holds.</summary>
public sealed class PerRowTests
{
    private static readonly DatasetContract Receipts = new()
    {
        Key = "receipts",
        Columns =
        [
            new() { Name = "receipt_no", Type = ColumnType.Text, Role = ColumnRole.Identity },
            new() { Name = "branch", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ely", "Ripon"] },
            new() { Name = "cost", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("1件あたりのcostをbranch別に")]
    [InlineData("branch別の一件当たりcost")]
    [InlineData("cost per receipt by branch")]
    [InlineData("average cost per receipt by branch")]
    public void For_one_row_it_is_the_mean(string words)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Receipts])).Readings[0].Query;
        Assert.Equal(("branch", "cost", Aggregates.Mean), (query.X!.Field, query.Measures[0].Field, query.Measures[0].Aggregate));
    }

    [Theory]
    [InlineData("1人あたりのcost")]
    [InlineData("cost per capita by branch")]
    public void By_anything_else_it_is_not_reckoned(string words) => Assert.IsNotType<Understood>(InterpreterTests.Ask(words, [Receipts]));
}
