using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Questions whether one figure goes with another, or differs between kinds.</summary>
public sealed class RelationQuestionTests
{
    private static readonly DatasetContract Boats = new()
    {
        Key = "boats",
        Columns =
        [
            new() { Name = "harbour", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ayr", "Leith", "Tarbert"] },
            new() { Name = "engine", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["diesel", "sail"] },
            new() { Name = "weight", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "price", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "speed", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    [Theory]
    [InlineData("do heavier boats cost more?", "price", "weight")]
    [InlineData("are heavier boats slower?", "speed", "weight")]
    [InlineData("do expensive boats have a higher speed?", "price", "speed")]
    [InlineData("does weight affect speed?", "speed", "weight")]
    [InlineData("is there a link between price and speed", "price", "speed")]
    [InlineData("is speed related to price?", "price", "speed")]
    [InlineData("weightが大きいほどpriceは高い？", "price", "weight")]
    [InlineData("priceが高いとspeedも速い？", "price", "speed")]
    [InlineData("weightはspeedに影響する？", "speed", "weight")]
    public void Two_figures_are_set_against_each_other(string words, string one, string other)
    {
        var query = Read(words);
        Assert.Equal(ChartType.Scatter, query.ChartType);
        Assert.Equal([one, other], query.Measures.Select(m => m.Field!).Order(StringComparer.Ordinal));
        Assert.All(query.Measures, m => Assert.Equal(Aggregates.None, m.Aggregate));
    }

    [Theory]
    [InlineData("do diesel boats cost more?", "engine", "price")]
    [InlineData("do diesel boats weigh more than sail boats?", "engine", "weight")]
    [InlineData("does harbour affect price?", "harbour", "price")]
    public void Kinds_are_compared_by_their_means(string words, string kind, string figure)
    {
        var query = Read(words);
        Assert.Equal((kind, figure, Aggregates.Mean), (query.X!.Field, query.Measures[0].Field, query.Measures[0].Aggregate));
    }

    [Theory]
    [InlineData("boats heavier than 20 by harbour")]
    [InlineData("total price by harbour for boats with a speed higher than 12")]
    public void A_number_makes_a_condition(string words)
    {
        var query = Read(words);
        Assert.NotEqual(ChartType.Scatter, query.ChartType);
        Assert.Single(query.Filters);
    }

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Boats])).Readings[0].Query;
}
