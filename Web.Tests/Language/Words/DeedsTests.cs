using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words;

/// <summary>What was done tells the figure that something is ranked by; hours and times stand for the figures measured in them.</summary>
public sealed class DeedsTests
{
    private static readonly DatasetContract Stalls = new()
    {
        Key = "stall_days",
        DefaultTime = "営業日",
        DefaultMeasure = "売上",
        Columns =
        [
            new() { Name = "営業日", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "屋台", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["たこ焼き", "わたあめ"] },
            new() { Name = "店番", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Mori", "Kudo"] },
            new() { Name = "販売数", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "廃棄数", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "売上", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "shift_hours", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "h" },
        ],
    };

    private static readonly DatasetContract Kilns = new()
    {
        Key = "firings",
        DefaultTime = "fired_on",
        Columns =
        [
            new() { Name = "fired_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "kiln", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["North", "South"] },
            new() { Name = "heating_min", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "min" },
            new() { Name = "cooling_min", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "min" },
        ],
    };

    [Theory]
    [InlineData("一番売れた屋台は?", "bar | x:屋台/ | sum 販売数 |  | y desc | 1 |  |  | ")]
    [InlineData("最も売れなかった屋台", "bar | x:屋台/ | sum 販売数 |  | y asc | 1 |  |  | ")]
    [InlineData("いちばん捨てられた屋台", "bar | x:屋台/ | sum 廃棄数 |  | y desc | 1 |  |  | ")]
    [InlineData("which 屋台 gets thrown away the most", "bar | x:屋台/ | sum 廃棄数 |  | y desc | 1 |  |  | ")]
    [InlineData("the most wasted 屋台", "bar | x:屋台/ | sum 廃棄数 |  | y desc | 1 |  |  | ")]
    [InlineData("which 店番 sold the least", "bar | x:店番/ | sum 販売数 |  | y asc | 1 |  |  | ")]
    [InlineData("一番売上が出た屋台", "bar | x:屋台/ | sum 売上 |  | y desc | 1 |  |  | ")]
    [InlineData("hours worked by 店番", "bar | x:店番/ | sum shift_hours |  |  |  |  |  | ")]
    [InlineData("total hours by 屋台", "bar | x:屋台/ | sum shift_hours |  |  |  |  |  | ")]
    public void The_figure_of_a_deed_is_taken(string words, string expected) =>
        Assert.Equal(expected, Judge.Say(Assert.IsType<Understood>(InterpreterTests.Ask(words, [Stalls])).Readings[0].Query, Stalls));

    [Theory]
    [InlineData("時間が長い窯は")]
    [InlineData("時間をkiln別に見たい")]
    public void Of_several_times_none_is_guessed(string words) => Assert.IsType<Unsure>(InterpreterTests.Ask(words, [Kilns]));
}
