using Web.Semantics;

namespace Web.Tests.Language.Words;

/// <summary>What the rows of a log are called, and words that stand beside what the table keeps.</summary>
public sealed class EntityFormsTests
{
    private static readonly DatasetContract Jobs = new()
    {
        Key = "kiln_job_log",
        Titles = new Dictionary<string, string> { ["en"] = "Kiln job log" },
        DefaultTime = "begun_on",
        Columns =
        [
            new() { Name = "ref", Type = ColumnType.Text, Role = ColumnRole.Identity },
            Pottery.Date("begun_on"), Pottery.Text("kind", "Job", "Repair"), Pottery.Text("yard", "Elm", "Oak"), Pottery.Text("quarter", "Q1", "Q2", "Q3", "Q4"),
            Pottery.Number("flow_m3s", "mean"), Money("timber"), Money("slate"), Money("sales"),
        ],
    };

    private static Column Money(string name) => new() { Name = name, SourceName = name, Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" };

    [Theory]
    [InlineData("jobs by yard", "bar | x:yard/ | count |  |  |  |  |  | ")]
    public void Rows_of_a_log_are_no_value(string words, string expected) => Assert.Equal(expected, Pottery.Said(words, Jobs));

    [Theory]
    [InlineData("timber and slate sales by yard", "bar | x:yard/ | sum slate,sum timber |  |  |  |  |  | ")]
    [InlineData("timberとslateの売上をyard別に", "bar | x:yard/ | sum slate,sum timber |  |  |  |  |  | ")]
    [InlineData("sales by yard", "bar | x:yard/ | sum sales |  |  |  |  |  | ")]
    public void Sales_of_parts_are_the_parts(string words, string expected) => Assert.Equal(expected, Pottery.Said(words, Jobs));

    [Theory]
    [InlineData("average flow by yard", "bar | x:yard/ | mean flow_m3s |  |  |  |  |  | ")]
    [InlineData("四半期ごとのsalesの推移", "line | x:begun_on/quarter | sum sales |  |  |  |  |  | ")]
    public void Flows_and_quarters_are_what_the_sentence_makes_them(string words, string expected) => Assert.Equal(expected, Pottery.Said(words, Jobs));
}
