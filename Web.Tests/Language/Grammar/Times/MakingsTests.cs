using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>What was done to a thing tells which of its dates a period is of, and whether it was done at all.</summary>
public sealed class MakingsTests
{
    private static readonly DatasetContract Lifts = new()
    {
        Key = "lifts",
        Titles = new Dictionary<string, string> { ["en"] = "Lifts", ["ja"] = "昇降機" },
        Synonyms = ["lift", "lifts", "昇降機"],
        DefaultTime = "last_inspected",
        Columns =
        [
            new() { Name = "ward", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Docks", "Hill", "Station"] },
            Year("year_built"), Year("year_rebuilt"),
            new() { Name = "last_inspected", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "load", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    [Theory]
    [InlineData("lifts built in the 1970s by ward", "year_built", FilterOp.Between)]
    [InlineData("number of lifts constructed since 1990 by ward", "year_built", FilterOp.GreaterOrEqual)]
    [InlineData("1970年代に作られた昇降機をward別に数えて", "year_built", FilterOp.Between)]
    [InlineData("1990年以降に建てられた昇降機の件数をward別に", "year_built", FilterOp.GreaterOrEqual)]
    [InlineData("wardごとの件数、2000年以降に建設", "year_built", FilterOp.GreaterOrEqual)]
    [InlineData("2010年以降に再建された昇降機をward別に数えて", "year_rebuilt", FilterOp.GreaterOrEqual)]
    [InlineData("2025年に点検された昇降機をward別に数えて", "last_inspected", FilterOp.InPeriod)]
    public void A_period_is_of_the_date_that_the_deed_names(string words, string field, FilterOp op)
    {
        var query = Read(words);
        Assert.Equal((field, op), (Assert.Single(query.Filters).Field, query.Filters[0].Op));
        Assert.Equal("ward", query.X!.Field);
    }

    [Theory]
    [InlineData("lifts never rebuilt, by ward", "year_rebuilt", FilterOp.IsNull)]
    [InlineData("lifts not yet rebuilt by ward", "year_rebuilt", FilterOp.IsNull)]
    [InlineData("number of unrebuilt lifts by ward", "year_rebuilt", FilterOp.IsNull)]
    [InlineData("未点検の昇降機をward別に数えて", "last_inspected", FilterOp.IsNull)]
    [InlineData("建て替えられていない昇降機をward別に数えて", "year_rebuilt", FilterOp.IsNull)]
    [InlineData("建て替え済みの昇降機をward別に数えて", "year_rebuilt", FilterOp.NotNull)]
    [InlineData("点検済みの昇降機をward別に数えて", "last_inspected", FilterOp.NotNull)]
    public void What_has_no_date_was_not_done(string words, string field, FilterOp op)
    {
        var query = Read(words);
        Assert.Equal((field, op), (Assert.Single(query.Filters).Field, query.Filters[0].Op));
        Assert.Equal("ward", query.X!.Field);
    }

    [Theory]
    [InlineData("先月の点検数をward別に")]
    [InlineData("lifts not inspected in Docks")]
    public void A_thing_or_a_place_is_no_deed(string words) =>
        Assert.DoesNotContain((InterpreterTests.Ask(words, [Lifts]) as Understood)?.Readings[0].Query.Filters ?? [], filter => filter.Op is FilterOp.IsNull or FilterOp.NotNull);

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Lifts])).Readings[0].Query;

    private static Column Year(string name) => new() { Name = name, Type = ColumnType.Integer, Role = ColumnRole.Time };
}
