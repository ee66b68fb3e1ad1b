using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Bounds whose figure nobody names: what each group comes to, how many rows it has, or a question.</summary>
public sealed class BoundsTests
{
    private static readonly DatasetContract Yards = new()
    {
        Key = "yard_loads",
        Titles = new Dictionary<string, string> { ["en"] = "Loads", ["ja"] = "積荷" },
        Synonyms = ["load", "loads"],
        Columns =
        [
            new() { Name = "yard", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ash", "Birch", "Cedar"] },
            new() { Name = "haulier", Titles = new Dictionary<string, string> { ["ja"] = "運送会社" }, Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Fox", "Hare", "Wolf"] },
            new() { Name = "gross_kg", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "kg" },
            new() { Name = "net_kg", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "kg" },
            new() { Name = "load_hours", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "hours" },
            new() { Name = "fee", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "JPY" },
        ],
    };

    [Theory]
    [InlineData("hauliers where we charge over 2 million yen", "haulier", "fee")]
    [InlineData("yards with less than 500,000 yen in total", "yard", "fee")]
    [InlineData("100万円以上の運送会社", "haulier", "fee")]
    public void Money_is_what_each_comes_to(string words, string group, string field)
    {
        var query = Read(words);
        var filter = Assert.Single(query.Filters);
        Assert.Equal((group, field, "sum", field), (query.X!.Field, filter.Field, filter.Aggregate, Assert.Single(query.Measures).Field));
    }

    [Fact]
    public void Rows_are_counted_though_a_figure_is_called_after_them()
    {
        var query = Read("yards with more than 40 loads");
        Assert.Equal((Aggregates.Count, "yard"), (Assert.Single(query.Filters).Aggregate, query.X!.Field));
    }

    [Theory]
    [InlineData("heaps of at least 3 tonnes")]
    [InlineData("5万キロ超の運送会社")]
    public void Of_two_figures_in_the_unit_it_is_asked_which(string words)
    {
        var asked = Assert.IsType<Unsure>(InterpreterTests.Ask(words, [Yards]));
        Assert.Equal(["gross_kg", "net_kg"], asked.Choices.SelectMany(c => c.Query.Filters).Select(f => f.Field));
    }

    [Fact]
    public void Something_not_known_may_be_the_rows()
    {
        var asked = Assert.IsType<Unsure>(InterpreterTests.Ask("yards with more than 40 tippings", [Yards]));
        Assert.Equal(Aggregates.Count, Assert.Single(asked.Choices[0].Query.Filters).Aggregate);
    }

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Yards])).Readings[0].Query;
}
