using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words.Unknown;

/// <summary>Columns are found by what they speak of, across languages; what no column speaks of is asked about.</summary>
public sealed class ResemblanceTests
{
    private static readonly DatasetContract Museum = new()
    {
        Key = "export_31",
        Columns =
        [
            new() { Name = "出版社名", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["甲", "乙", "丙"] },
            new() { Name = "第二倉庫", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["east", "west"] },
            new() { Name = "当初修繕費見込", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "FuelUsed_L", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "made_on", Type = ColumnType.Date, Role = ColumnRole.Time },
        ],
        DefaultTime = "made_on",
    };

    [Theory]
    [InlineData("total FuelUsed_L by warehouse", "第二倉庫")]
    [InlineData("total FuelUsed_L by publisher", "出版社名")]
    [InlineData("FuelUsed_Lの合計を倉庫別に", "第二倉庫")]
    public void A_division_is_found_by_what_it_speaks_of(string words, string field) => Assert.Equal(field, Read(words).X!.Field);

    [Theory]
    [InlineData("修繕費の合計を出版社別に", "当初修繕費見込")]
    [InlineData("燃料の合計を出版社別に", "FuelUsed_L")]
    public void A_figure_is(string words, string field) => Assert.Equal(field, Assert.Single(Read(words).Measures).Field);

    [Theory]
    [InlineData("total FuelUsed_L by mayor")]
    [InlineData("広告費の合計を出版社別に")]
    [InlineData("FuelUsed_Lの合計を血液型別に")]
    public void What_no_column_speaks_of_is_asked(string words) => Assert.IsNotType<Understood>(InterpreterTests.Ask(words, [Museum]));

    [Theory]
    [InlineData("how many sculptures per 第二倉庫")]
    [InlineData("number of sculptures by 第二倉庫")]
    [InlineData("第二倉庫別の登録件数")]
    public void Unknown_things_that_are_counted_are_the_rows(string words)
    {
        var query = Read(words);
        Assert.Equal("第二倉庫", query.X!.Field);
        Assert.Equal(Aggregates.Count, Assert.Single(query.Measures).Aggregate);
    }

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Museum])).Readings[0].Query;
}
