using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words;

/// <summary>The other side of a flag or of one of two states goes by its own words.</summary>
public sealed class OppositesTests
{
    private static readonly DatasetContract Plans = new()
    {
        Key = "export_71",
        Columns =
        [
            new() { Name = "plan", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Basic", "Plus"] },
            new() { Name = "Churn", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
            new() { Name = "verdict", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Approved", "Rejected"] },
            new() { Name = "fee", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    [Theory]
    [InlineData("average fee of churned vs stayed")]
    [InlineData("churned versus retained, average fee")]
    [InlineData("解約と継続でfeeの平均を比較")]
    public void Both_sides_divide(string words)
    {
        var query = Read(words);
        Assert.Equal("Churn", query.X!.Field);
        Assert.Empty(query.Filters);
    }

    [Theory]
    [InlineData("average fee of those who stayed by plan", "Churn", "false")]
    [InlineData("継続中のfeeの平均をplan別に", "Churn", "false")]
    [InlineData("declined count by plan", "verdict", "\"Rejected\"")]
    [InlineData("却下の件数をplan別に", "verdict", "\"Rejected\"")]
    public void One_side_narrows(string words, string field, string value)
    {
        var filter = Assert.Single(Read(words).Filters);
        Assert.Equal((field, value), (filter.Field, filter.Value!.Value.GetRawText()));
    }

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Plans])).Readings[0].Query;
}
