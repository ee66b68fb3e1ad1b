using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Of two columns with the same values, what stands beside the value tells which is meant.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Towns = ["Kobe", "Nara", "Otaru"];

    [Theory]
    [InlineData("parcels from Kobe", "PickupTown")]
    [InlineData("parcels to Nara", "ReturnTown")]
    [InlineData("number of parcels arriving in Otaru", "ReturnTown")]
    [InlineData("parcels starting in Otaru", "PickupTown")]
    [InlineData("Kobe発の件数", "PickupTown")]
    [InlineData("Naraへの件数", "ReturnTown")]
    public void A_preposition_tells_the_end(string words, string field) => Assert.Equal(field, Assert.Single(Read(words, "PickupTown", "ReturnTown").Filters).Field);

    [Theory]
    [InlineData("神戸出発の件数", "出発港")]
    [InlineData("小樽着の件数", "到着港")]
    [InlineData("小樽行きの件数", "到着港")]
    [InlineData("神戸からの件数", "出発港")]
    public void So_it_does_in_japanese(string words, string field)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Pair("出発港", "到着港", ["神戸", "小樽", "敦賀"])])).Readings[0].Query;
        Assert.Equal(field, Assert.Single(query.Filters).Field);
    }

    [Fact]
    public void From_one_to_the_other_are_two_conditions()
    {
        var query = Read("parcels from Kobe to Nara", "PickupTown", "ReturnTown");
        Assert.Equal([("PickupTown", "Kobe"), ("ReturnTown", "Nara")], query.Filters.Select(f => (f.Field!, f.Value!.Value.GetString()!)).Order());
    }

    [Theory]
    [InlineData("Kobe home matches", "HomeTown")]
    [InlineData("matches Nara played away", "AwayTown")]
    public void A_word_of_the_name_tells_it_too(string words, string field) => Assert.Equal(field, Assert.Single(Read(words, "HomeTown", "AwayTown").Filters).Field);

    private static ChartQuery Read(string words, string one, string other) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Pair(one, other, Towns)])).Readings[0].Query;

    private static DatasetContract Pair(string one, string other, string[] values) => new()
    {
        Key = one == "HomeTown" ? "matches" : "parcels",
        Columns = [new() { Name = one, Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = values }, new() { Name = other, Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = values }],
    };
}
