using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>A number of rows, or of rows of a kind, is a condition on each group; an amount is one on each row.</summary>
public sealed class CountConditionsTests
{
    private static readonly DatasetContract Jobs = new()
    {
        Key = "jobs",
        Columns =
        [
            new() { Name = "job_no", Type = ColumnType.Text, Role = ColumnRole.Identity },
            new() { Name = "plumber", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ida", "Rolf", "Sven"] },
            new() { Name = "cause", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Plumber", "Frost", "Age"] },
            new() { Name = "urgent", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
            new() { Name = "job_duration_min", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "fee", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("plumbers with more than 20 jobs", 20)]
    [InlineData("plumbers with 10 or more jobs", 10)]
    [InlineData("total fee by plumber, only plumbers with at least 5 jobs", 5)]
    [InlineData("plumber別のfee、20件以上のみ", 20)]
    public void Rows_are_counted_in_each_group(string words, int least)
    {
        var query = Read(words);
        var filter = Assert.Single(query.Filters);
        Assert.Equal((null, Aggregates.Count, least), (filter.Field, filter.Aggregate, filter.Value!.Value.GetInt32()));
        Assert.Equal("plumber", query.X!.Field);
    }

    [Fact]
    public void Rows_of_a_kind_are_counted_after_the_kind_narrowed_them()
    {
        var query = Read("plumbers with more than 3 urgent jobs");
        Assert.Contains(query.Filters, f => f is { Field: "urgent", Aggregate: null });
        Assert.Contains(query.Filters, f => f.Aggregate == Aggregates.Count);
    }

    [Fact]
    public void An_amount_is_held_against_each_row()
    {
        var filter = Assert.Single(Read("jobs over $500 by plumber").Filters);
        Assert.Equal(("fee", null), (filter.Field, filter.Aggregate));
    }

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Jobs])).Readings[0].Query;
}
