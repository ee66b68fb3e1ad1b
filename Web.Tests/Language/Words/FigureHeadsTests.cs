using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words;

/// <summary>A head behind a figure that counts is a part of its name.</summary>
public sealed class FigureHeadsTests
{
    private static readonly DatasetContract Seminars = new()
    {
        Key = "seminars",
        Columns =
        [
            new() { Name = "town", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["A", "B"] },
            new() { Name = "registered", Titles = new Dictionary<string, string> { ["ja"] = "登録" }, Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("town別の登録者数")]
    [InlineData("登録数をtown別に")]
    [InlineData("townごとの登録者数の合計")]
    public void It_counts_no_rows(string words) =>
        Assert.Equal("bar | x:town/ | sum registered |  |  |  |  |  | ", Judge.Say(Assert.IsType<Understood>(InterpreterTests.Ask(words, [Seminars])).Readings[0].Query, Seminars));
}
