using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Whether two things differ is seen when they stand side by side.</summary>
public sealed class DifferencesTests
{
    private static readonly DatasetContract Kilns = new()
    {
        Key = "firings",
        DefaultTime = "fired_on",
        Columns =
        [
            new() { Name = "kiln", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Anna", "Bertha", "Clara"] },
            new() { Name = "clay", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["porcelain", "stoneware", "terracotta"] },
            new() { Name = "fired_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "heat", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "breakage", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("is there a difference in heat between Anna and Clara?", "kiln")]
    [InlineData("do Anna and Clara differ in heat?", "kiln")]
    [InlineData("is the average heat different for stoneware and porcelain", "clay")]
    [InlineData("the heat gap between stoneware and porcelain", "clay")]
    [InlineData("Anna or Bertha, which has the higher average heat?", "kiln")]
    [InlineData("AnnaとClaraで平均heatに差はありますか", "kiln")]
    [InlineData("stonewareとporcelainのheatの違い", "clay")]
    [InlineData("AnnaとBerthaでheatの平均は違いますか", "kiln")]
    [InlineData("AnnaとBerthaではどちらがheatが高い？", "kiln")]
    [InlineData("AnnaとBerthaのheatをくらべて", "kiln")]
    public void Values_that_may_differ_stand_side_by_side(string words, string field)
    {
        var query = Read(words);
        Assert.Equal((ChartType.Bar, field, "heat"), (query.ChartType, query.X!.Field, Assert.Single(query.Measures).Field));
        Assert.Equal((field, FilterOp.In), (Assert.Single(query.Filters).Field, query.Filters[0].Op));
    }

    [Theory]
    [InlineData("AnnaとClaraでclay別のbreakageに差はあるか", "clay", "kiln")]
    [InlineData("heat gap between Anna and Clara by clay", "clay", "kiln")]
    [InlineData("Saturday vs Sunday breakage by kiln", "kiln", "fired_on")]
    public void Beside_another_division_they_are_series(string words, string field, string series)
    {
        var query = Read(words);
        Assert.Equal((field, series), (query.X!.Field, query.Series!.Field));
    }

    [Theory]
    [InlineData("月曜と土曜のheatの平均を比べて", "[1,6]")]
    [InlineData("Monday vs Saturday average heat", "[1,6]")]
    [InlineData("compare saturday and sunday breakage", "[6,7]")]
    [InlineData("月曜と金曜ではどっちがbreakageが多い？", "[1,5]")]
    public void Days_of_the_week_divide_too(string words, string days)
    {
        var query = Read(words);
        Assert.Equal(("fired_on", Grain.Weekday), (query.X!.Field, query.X.Grain));
        Assert.Equal(days, Assert.Single(query.Filters).Value!.Value.GetRawText());
    }

    [Theory]
    [InlineData("heat of Anna and Clara")]
    [InlineData("how many different clays in Anna and Bertha")]
    [InlineData("breakage on Saturday and Sunday")]
    [InlineData("月曜と土曜のbreakage")]
    public void What_is_only_named_narrows(string words) => Assert.Empty(Read(words).Dimensions);

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Kilns])).Readings[0].Query;
}
