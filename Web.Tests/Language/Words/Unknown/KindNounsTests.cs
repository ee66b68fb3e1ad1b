using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words.Unknown;

/// <summary>Heads that any kind of thing has: type, method, 区分.</summary>
public sealed class KindNounsTests
{
    private static readonly DatasetContract Ferries = new()
    {
        Key = "crossings",
        Columns =
        [
            new() { Name = "Vessel", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Alba", "Borea"] },
            new() { Name = "Cargo Type", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Timber", "Salt"] },
            new() { Name = "Payment", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Cash", "Card"] },
            new() { Name = "fare", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
        ],
    };

    [Theory]
    [InlineData("fare by type", "Cargo Type")]
    [InlineData("種別ごとのfare", "Cargo Type")]
    [InlineData("fare by payment method", "Payment")]
    [InlineData("fare by vessel class", "Vessel")]
    public void One_column_is_meant(string words, string column) => Assert.Equal($"bar | x:{column}/ | sum fare |  |  |  |  |  | ", Said(words));

    [Fact]
    public void What_kinds_are_called_after_is_counted_as_rows() => Assert.Equal("bar | x:Vessel/ | count |  |  |  |  |  | ", Said("how many cargoes per vessel"));

    [Fact]
    public void Where_no_column_is_one_of_these_it_is_asked() => Assert.Equal("asked", Said("fare by status"));

    private static string Said(string words) => InterpreterTests.Ask(words, [Ferries]) is Understood { Readings: [var best, ..] } ? Judge.Say(best.Query, Ferries) : "asked";
}
