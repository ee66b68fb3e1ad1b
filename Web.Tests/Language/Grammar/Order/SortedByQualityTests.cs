using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>"heaviest first" is of the figure that is shown, when that is a weight; rows without names are shown whole.</summary>
public sealed class SortedByQualityTests
{
    private static readonly DatasetContract Crates = new()
    {
        Key = "crates",
        Synonyms = ["crate", "crates"],
        Columns =
        [
            new() { Name = "crate_no", Type = ColumnType.Text, Role = ColumnRole.Identity, Values = ["C1", "C2", "C3"] },
            new() { Name = "dock", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["East", "West"] },
            new() { Name = "gross_weight", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "kg" },
            new() { Name = "net_weight", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "kg" },
            new() { Name = "length", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "m" },
        ],
    };

    [Theory]
    [InlineData("net weight per dock, heaviest first", SortOrder.Desc)]
    [InlineData("gross weight per dock, lightest first", SortOrder.Asc)]
    [InlineData("length by dock, longest first", SortOrder.Desc)]
    public void The_figure_shown_is_what_is_ordered(string words, SortOrder order)
    {
        var query = Read(words);
        Assert.Equal((SortBy.Y, order), (query.Sort!.By, query.Sort.Order));
    }

    [Theory]
    [InlineData("ten longest crates", 10)]
    [InlineData("the 5 longest crates in East", 5)]
    public void Rows_that_have_only_a_number_are_listed(string words, int limit)
    {
        var query = Read(words);
        Assert.Equal((ChartType.Table, new SortBy("length"), limit), (query.ChartType, query.Sort!.By, query.Limit));
    }

    [Fact]
    public void So_many_rows_that_have_only_numbers_are_shown_whole() => Assert.Equal(ChartType.Table, Read("top 5 crates by length").ChartType);

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Crates])).Readings[0].Query;
}
