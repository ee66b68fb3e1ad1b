using Web.Semantics;
using static Web.Tests.Insights.Datasets.Csv.CsvSample;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Which time is the usual one where a table keeps a year and dates of other things, and which numbers are years.</summary>
public sealed class RowYearsTests
{
    private static string Nurseries(string header, Func<int, string> day) =>
        $"Year,Nursery,Places,{header}\n" + string.Concat(from year in Enumerable.Range(2019, 6) from nursery in Enumerable.Range(1, 8) select $"{year},Nursery {nursery},{20 + nursery},{day(nursery)}\n");

    [Fact]
    public async Task A_year_of_the_row_comes_before_the_day_on_which_its_thing_began()
    {
        var plan = await PlanAsync(Nurseries("Opened On", nursery => $"{1980 + nursery}-04-01"));
        Assert.Equal(("year", Grain.Year), (plan.DefaultTime, plan.DefaultGrain));
    }

    [Theory]
    [InlineData("Inspected On")]
    [InlineData("Sale Date")]
    public async Task The_day_of_an_event_stays_the_usual_time(string header) =>
        Assert.NotEqual("year", (await PlanAsync(Nurseries(header, nursery => $"2025-{nursery:00}-11"))).DefaultTime);

    [Fact]
    public async Task A_day_in_the_year_of_its_row_stays_too() =>
        Assert.Equal("joined_on", (await PlanAsync("Year,Member,Joined On\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{2019 + i % 3},M{i},{2019 + i % 3}-0{1 + i % 9}-05\n")))).DefaultTime);

    [Theory]
    [InlineData("year_opened", ColumnRole.Time)]
    [InlineData("agent_id", ColumnRole.Dimension)]
    [InlineData("size", ColumnRole.Measure)]
    public async Task Whole_numbers_that_a_tool_wrote_with_a_nought_are_read_by_their_header(string header, ColumnRole role)
    {
        var (_, column) = await ColumnAsync(header, "1911.0", "1934.0", "1934.0", "", "2003.0", "1987.0");
        Assert.Equal((role, role != ColumnRole.Measure), (column.Column.Role, column.Column.Type == ColumnType.Integer));
    }

    [Theory]
    [InlineData("start_from")]
    [InlineData("First Lit")]
    [InlineData("竣工")]
    [InlineData("first_brewed")]
    public async Task Four_digits_are_years_where_something_happened(string header)
    {
        var (_, column) = await ColumnAsync(header, "1911", "1934", "1934", "1952", "2003", "1987");
        Assert.Equal((ColumnRole.Time, true), (column.Column.Role, column.Format.Year));
    }

    [Theory]
    [InlineData("Calories Burned")]
    [InlineData("Students Enrolled")]
    [InlineData("Annual Hours Worked")]
    [InlineData("Opening Balance")]
    public async Task Figures_of_four_digits_stay_figures(string header)
    {
        var (_, column) = await ColumnAsync(header, "1911", "1934", "1934", "1952", "2003", "1987");
        Assert.Equal(ColumnRole.Measure, column.Column.Role);
    }

    [Fact]
    public async Task A_number_of_rooms_is_a_figure()
    {
        var (_, column) = await ColumnAsync("room_count", [.. Enumerable.Range(0, 40).Select(i => (1 + i % 4).ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.Equal(ColumnRole.Measure, column.Column.Role);
    }
}
