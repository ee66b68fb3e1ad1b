using Web.Semantics;

namespace Web.Tests.Language.Words;

/// <summary>Names that many rows share, beside what the rows themselves are called.</summary>
public sealed class ComesAgainTests
{
    private static readonly DatasetContract Sections = new()
    {
        Key = "lesson_sections",
        Titles = new Dictionary<string, string> { ["en"] = "Lesson sections" },
        DefaultTime = "begun_on",
        Columns =
        [
            new() { Name = "section_id", Type = ColumnType.Text, Role = ColumnRole.Identity, Values = [.. Enumerable.Range(0, 120).Select(i => $"S{i}")] },
            Pottery.Text("course_title", [.. Enumerable.Range(0, 25).Select(i => $"Course {(char)('A' + i)}")]),
            Pottery.Text("wing", "North", "South"), Pottery.Text("state", "Ohio", "Texas", "Utah"), Pottery.Text("condition", "New", "Worn"), Pottery.Text("channel", "Paid Search", "Organic Search"),
            Pottery.Text("kind", "Room rent", "Teaching fees"), Pottery.Date("begun_on"),
            Pottery.Number("enrolled", "sum"), Pottery.Number("max_temp", "mean"),
            new() { Name = "amount", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
        ],
    };

    [Theory]
    [InlineData("how many courses are there", "big_number |  | count_distinct course_title |  |  |  |  |  | ")]
    [InlineData("which course has the most enrolled", "bar | x:course_title/ | sum enrolled |  | y desc | 1 |  |  | ")]
    [InlineData("number of sections by wing", "bar | x:wing/ | count |  |  |  |  |  | ")]
    public void Are_counted_and_ranked_once(string words, string expected) => Assert.Equal(expected, Pottery.Said(words, Sections));

    [Theory]
    [InlineData("number of students by wing", "bar | x:wing/ | sum enrolled |  |  |  |  |  | ")]
    [InlineData("履修者数をwing別に", "bar | x:wing/ | sum enrolled |  |  |  |  |  | ")]
    public void Those_who_are_enrolled_are_a_figure(string words, string expected) => Assert.Equal(expected, Pottery.Said(words, Sections));

    [Theory]
    [InlineData("what was the highest temp in Ohio", "big_number |  | max max_temp | state = Ohio |  |  |  |  | ")]
    [InlineData("teaching fees by month", "line | x:begun_on/month | sum amount | kind = Teaching fees |  |  |  |  | ")]
    [InlineData("状態別のenrolled", "bar | x:condition/ | sum enrolled |  |  |  |  |  | ")]
    [InlineData("有料検索のenrolledの合計", "big_number |  | sum enrolled | channel = Paid Search |  |  |  |  | ")]
    public void What_is_said_of_them(string words, string expected) => Assert.Equal(expected, Pottery.Said(words, Sections));
}
