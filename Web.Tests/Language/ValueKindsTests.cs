using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>A column is asked for by what its values are, whatever its header says.</summary>
public sealed class ValueKindsTests
{
    private static readonly DatasetContract Parcels = new()
    {
        Key = "export_42",
        Columns =
        [
            new() { Name = "sent_to", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["愛知県", "福岡県", "北海道", "東京都"] },
            new() { Name = "maker", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Brazil", "Kenya", "Peru", "Vietnam"] },
            new() { Name = "kg", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("total kg by country", "Europe", "Japan", "Canada", true)]
    [InlineData("total kg by region", "Europe", "Japan", "Canada", true)]
    [InlineData("total kg by region", "Peru", "Japan", "Canada", false)]
    public void A_continent_may_stand_among_countries(string words, string one, string two, string three, bool named)
    {
        var cargo = new DatasetContract { Key = "export_43", Columns = [new() { Name = "origin", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = [one, two, three] }, new() { Name = "packing", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["bag", "box", "crate"] }, Parcels.Columns[2]] };
        Assert.Equal(named, InterpreterTests.Ask(words, [cargo]) is Understood { Readings: [{ Query.X.Field: "origin" }, ..] });
    }

    [Theory]
    [InlineData("total kg by prefecture", "sent_to")]
    [InlineData("都道府県別のkgの合計", "sent_to")]
    [InlineData("total kg by country", "maker")]
    [InlineData("国別のkgの合計", "maker")]
    public void The_kind_names_the_column(string words, string field) =>
        Assert.Equal(field, Assert.IsType<Understood>(InterpreterTests.Ask(words, [Parcels])).Readings[0].Query.X!.Field);
}
