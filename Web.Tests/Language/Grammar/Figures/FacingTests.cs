using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Two figures set against each other, one of which is also called as a state or is a year.</summary>
public sealed class FacingTests
{
    private static readonly DatasetContract Bursaries = new()
    {
        Key = "bursaries",
        Columns =
        [
            new() { Name = "outcome", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Granted", "Refused", "Withdrawn"] },
            new() { Name = "faculty", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Arts", "Law"] },
            new() { Name = "year_founded", Type = ColumnType.Integer, Role = ColumnRole.Time },
            new() { Name = "asked", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "granted", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "mark", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    [Theory]
    [InlineData("amount asked vs amount granted", "asked", "granted")]
    [InlineData("granted against mark", "granted", "mark")]
    [InlineData("askedとgrantedの関係", "asked", "granted")]
    [InlineData("relationship between asked and granted", "asked", "granted")]
    [InlineData("year founded against mark, coloured by faculty", "mark", "year_founded")]
    public void Both_are_figures(string words, string one, string other)
    {
        var query = Read(words);
        Assert.Equal(ChartType.Scatter, query.ChartType);
        Assert.Equal([one, other], query.Measures.Select(m => m.Field!).Order(StringComparer.Ordinal));
        Assert.Empty(query.Filters);
    }

    [Theory]
    [InlineData("refused vs granted")]
    [InlineData("granted versus refused by faculty")]
    public void Beside_another_state_it_is_a_state(string words)
    {
        var query = Read(words);
        Assert.Contains(query.Dimensions, d => d.Field == "outcome");
        Assert.Equal(("outcome", FilterOp.In), (Assert.Single(query.Filters).Field, query.Filters[0].Op));
    }

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Bursaries])).Readings[0].Query;
}
