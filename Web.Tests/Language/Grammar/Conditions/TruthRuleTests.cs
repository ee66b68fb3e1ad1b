using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Yes-or-no columns as conditions and as what divides.</summary>
public sealed class TruthRuleTests
{
    private static readonly DatasetContract Course = new()
    {
        Key = "export_12",
        Columns =
        [
            new() { Name = "city", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ely", "Ripon"] },
            Flag("送迎"), Flag("passed"), Flag("会員"),
            new() { Name = "hours", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    [Theory]
    [InlineData("fare, new vs repeat", "bar | x:repeat/ | sum fare |  |  |  |  |  | ")]
    [InlineData("repeat charters vs the rest: fare by harbour", "bar | x:harbour/,series:repeat/ | sum fare |  |  |  |  |  | ")]
    public void Against_what_is_none_of_it_divides(string utterance, string expected) => Assert.Equal(expected, Charters.Said(utterance));

    [Theory]
    [InlineData("船長が返信した割合をharbour別に", "bar | x:harbour/ | mean skipper_replied |  |  |  |  |  | ")]
    public void Who_did_it_is_a_part_of_the_name(string utterance, string expected) => Assert.Equal(expected, Charters.OfEnglish(utterance));

    [Theory]
    [InlineData("送迎ありの平均hours", "送迎", true)]
    [InlineData("送迎なしの平均hours", "送迎", false)]
    [InlineData("average hours where passed is TRUE", "passed", true)]
    [InlineData("average hours where passed = No", "passed", false)]
    [InlineData("average hours of those who failed", "passed", false)]
    [InlineData("非会員の平均hours", "会員", false)]
    [InlineData("会員以外の平均hours", "会員", false)]
    public void An_answer_narrows(string utterance, string field, bool value)
    {
        var query = Read(utterance);
        var filter = Assert.Single(query.Filters);
        Assert.Equal((field, value), (filter.Field, filter.Value!.Value.GetBoolean()));
        Assert.Empty(query.Dimensions);
    }

    [Theory]
    [InlineData("送迎の有無別の平均hours", "送迎")]
    [InlineData("送迎ありとなしで平均hoursを比較", "送迎")]
    [InlineData("average hours with and without 送迎", "送迎")]
    [InlineData("average hours by whether passed", "passed")]
    [InlineData("average hours, passed vs failed", "passed")]
    [InlineData("会員と非会員の平均hours", "会員")]
    public void Both_answers_divide(string utterance, string field)
    {
        var query = Read(utterance);
        Assert.Equal(field, Assert.Single(query.Dimensions).Field);
        Assert.Empty(query.Filters);
    }

    private static ChartQuery Read(string utterance) => Assert.IsType<Understood>(InterpreterTests.Ask(utterance, [Course])).Readings[0].Query;

    private static Column Flag(string name) => new() { Name = name, Type = ColumnType.Boolean, Role = ColumnRole.Dimension };
}
