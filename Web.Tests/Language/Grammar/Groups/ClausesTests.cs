using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>"how it was sent", "where it came from" in the place of a group.</summary>
public sealed class ClausesTests
{
    private static readonly DatasetContract Parcels = new()
    {
        Key = "parcels",
        Columns =
        [
            Text("depot", "Hull", "Leeds"), Text("shipping_method", "air", "sea"), Text("country_of_origin", "Chile", "Peru"), Text("size", "L", "S"),
            Number("weight"), Number("fee"),
        ],
    };

    [Theory]
    [InlineData("weight against fee, coloured by how it was sent", "shipping_method")]
    [InlineData("weight vs fee, colour by where it came from", "country_of_origin")]
    [InlineData("weight vs fee coloured by how they were carried", "shipping_method")]
    public void The_one_way_or_place_is_meant(string words, string field)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Parcels])).Readings[0].Query;
        Assert.Equal((ChartType.Scatter, field), (query.ChartType, Assert.Single(query.Dimensions).Field));
    }

    [Theory]
    [InlineData("total fee by depot, split by how it was sent", "shipping_method")]
    [InlineData("total fee by depot, one colour per size", "size")]
    [InlineData("total fee by depot, coloured by where it was packed", "country_of_origin")]
    public void It_divides_beside_another_group(string words, string series)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Parcels])).Readings[0].Query;
        Assert.Equal(("depot", series), (query.X!.Field, query.Series!.Field));
    }

    [Fact]
    public void Of_several_it_is_asked() =>
        Assert.IsType<Unsure>(InterpreterTests.Ask("total fee by depot, coloured by how it was sent", [Parcels with { Columns = [.. Parcels.Columns, Text("packing_method", "box", "bag")] }]));

    private static Column Text(string name, params string[] values) => new() { Name = name, Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = values };

    private static Column Number(string name) => new() { Name = name, Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" };
}
