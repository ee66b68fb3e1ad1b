using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Numbers beside a column, and columns that are filled or empty.</summary>
public sealed class EqualRuleTests
{
    private static readonly DatasetContract Gates = new()
    {
        Key = "export_13",
        Columns =
        [
            new() { Name = "gate", Type = ColumnType.Integer, Role = ColumnRole.Dimension },
            new() { Name = "crew", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ash", "Elm", "Oak"] },
            new() { Name = "surcharge", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "wait_min", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    [Theory]
    [InlineData("average surcharge at gate 7", FilterOp.Equal, "7")]
    [InlineData("average surcharge excluding gate 7", FilterOp.NotEqual, "7")]
    [InlineData("gateが7以外の平均surcharge", FilterOp.NotEqual, "7")]
    [InlineData("average surcharge at gate 7 and 9", FilterOp.In, "[7,9]")]
    public void A_number_beside_its_column_narrows(string utterance, FilterOp op, string value)
    {
        var filter = Assert.Single(Read(utterance).Filters);
        Assert.Equal(("gate", op, value), (filter.Field, filter.Op, filter.Value!.Value.GetRawText()));
    }

    [Theory]
    [InlineData("one and two star charters by harbour", "bar | x:harbour/ | count | stars in [1,2] |  |  |  |  | ")]
    [InlineData("4 or 5 star charters by harbour", "bar | x:harbour/ | count | stars in [4,5] |  |  |  |  | ")]
    public void Several_numbers_before_it_are_any_of_them(string utterance, string expected) => Assert.Equal(expected, Charters.Said(utterance));

    [Theory]
    [InlineData("list rows with missing surcharge", FilterOp.IsNull)]
    [InlineData("surchargeが未記入のデータ一覧", FilterOp.IsNull)]
    [InlineData("surchargeがnullではないデータ一覧", FilterOp.NotNull)]
    public void A_column_may_be_asked_to_be_empty(string utterance, FilterOp op)
    {
        var filter = Assert.Single(Read(utterance).Filters);
        Assert.Equal(("surcharge", op), (filter.Field, filter.Op));
    }

    [Theory]
    [InlineData("average surcharge by crew except Ash and Elm")]
    [InlineData("AshとElmを除いたcrew別の平均surcharge")]
    public void Several_values_are_left_out(string utterance) =>
        Assert.Equal(FilterOp.NotIn, Assert.Single(Read(utterance).Filters).Op);

    private static ChartQuery Read(string utterance) => Assert.IsType<Understood>(InterpreterTests.Ask(utterance, [Gates])).Readings[0].Query;
}
