using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words.Unknown;

/// <summary>An unknown word before a head that one column alone has; words of trades and katakana beside the headers.</summary>
public sealed class HeadNounsTests
{
    private static DatasetContract Of(Column figure) => new()
    {
        Key = "visits",
        DefaultTime = "day",
        Columns =
        [
            new() { Name = "day", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "lane", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["A1", "B2"] },
            new() { Name = "cafeteria", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Hall", "Annex"] },
            figure,
        ],
    };

    private static readonly DatasetContract Spans = Of(new() { Name = "duration_min", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "min" });
    private static readonly DatasetContract Waits = Of(new() { Name = "wait_min", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "min" });

    [Theory]
    [InlineData("average grooming time by lane")]
    [InlineData("洗浄時間の平均をレーン別に")]
    public void The_only_column_of_its_kind_is_meant(string words) => Assert.Equal("bar | x:lane/ | mean duration_min |  |  |  |  |  | ", Said(words, Spans));

    [Theory]
    [InlineData("average grooming time by lane")]
    [InlineData("平均洗浄時間をlane別に")]
    public void A_column_of_something_else_is_not(string words) => Assert.IsNotType<Understood>(InterpreterTests.Ask(words, [Waits]));

    [Theory]
    [InlineData("食堂別の件数", "bar | x:cafeteria/ | count |  |  |  |  |  | ")]
    [InlineData("レーンごとの件数", "bar | x:lane/ | count |  |  |  |  |  | ")]
    [InlineData("平均待ち秒数をレーン別に", "bar | x:lane/ | mean wait_min |  |  |  |  |  | ")]
    public void Words_of_the_trade_name_columns(string words, string expected) => Assert.Equal(expected, Said(words, Waits));

    private static string Said(string words, DatasetContract contract) => Judge.Say(Assert.IsType<Understood>(InterpreterTests.Ask(words, [contract])).Readings[0].Query, contract);
}
