using Web.Semantics;

namespace Web.Tests.Language.Words.Unknown;

/// <summary>Nouns that name no column and yet mean one: marks, dealings, lengths of time, persons, values with a letter.</summary>
public sealed class NounsOfTablesTests
{
    private static readonly DatasetContract Festival = new()
    {
        Key = "puppet_shows",
        Titles = new Dictionary<string, string> { ["en"] = "Puppet shows" },
        Synonyms = ["shows"],
        DefaultTime = "played_on",
        Columns =
        [
            Pottery.Date("played_on"), Pottery.Text("Puppeteer", "Zdena", "Milos", "Jarka"), Pottery.Text("Stage", "Zone A", "Zone B", "Tent"), Pottery.Text("Outcome", "Surgery", "Mended", "Unharmed"),
            new() { Name = "outcome_date", Type = ColumnType.Date, Role = ColumnRole.Time },
            Pottery.Number("overall_score", "mean"),
            new() { Name = "length_min", SourceName = "length_min", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "min" },
            new() { Name = "takings_usd_m", SourceName = "takings_usd_m", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "USD M" },
        ],
    };

    [Theory]
    [InlineData("average rating by stage", "bar | x:Stage/ | mean overall_score |  |  |  |  |  | ")]
    [InlineData("評価の平均をStage別に", "bar | x:Stage/ | mean overall_score |  |  |  |  |  | ")]
    [InlineData("how long do they last on average by stage", "bar | x:Stage/ | mean length_min |  |  |  |  |  | ")]
    [InlineData("Stage別の取引額", "bar | x:Stage/ | sum takings_usd_m |  |  |  |  |  | ")]
    [InlineData("担当者ごとの件数", "bar | x:Puppeteer/ | count |  |  |  |  |  | ")]
    [InlineData("ゾーンBの件数", "big_number |  | count | Stage = Zone B |  |  |  |  | ")]
    [InlineData("手術の件数", "big_number |  | count | Outcome = Surgery |  |  |  |  | ")]
    [InlineData("number of shows by outcome", "bar | x:Outcome/ | count |  |  |  |  |  | ")]
    public void They_are_found(string words, string expected) => Assert.Equal(expected, Pottery.Said(words, Festival));

    [Theory]
    [InlineData("Stage別の割引額")]
    [InlineData("パイロット船の件数をStage別に")]
    public void What_is_another_figure_or_thing_is_asked(string words) => Assert.Equal("asked", Pottery.Said(words, Festival));

    private static readonly DatasetContract Depot = new()
    {
        Key = "depot_rounds",
        DefaultTime = "day",
        Columns = [Pottery.Date("day"), Pottery.Text("server", "alpha-01", "beta-02", "gamma-03"), Pottery.Text("punctuality", "Late", "Present", "Absent"), Pottery.Number("credit_score", "mean"), Pottery.Number("sales", "sum")],
    };

    [Theory]
    [InlineData("遅番の人数をpunctuality別に")]
    [InlineData("average satisfaction by punctuality")]
    [InlineData("number of rounds by engineer")]
    [InlineData("punctuality別の仕入額")]
    public void What_only_comes_near_is_no_name(string words) => Assert.Equal("asked", Pottery.Said(words, Depot));

    [Fact]
    public void Millions_are_said_as_they_are() => Assert.Equal("table |  |  | takings_usd_m > 20 |  |  |  |  | ", Pottery.Said("shows with takings over 20 million", Festival));
}
