using static Web.Tests.Language.Cottages;

namespace Web.Tests.Language.Grammar;

/// <summary>Two numbers beside each other: points, a figure of each class, or how many rows there are along one of them.</summary>
public sealed class PlottedTests
{
    [Theory]
    [InlineData("rent by floor space")]
    [InlineData("how does rent vary with floor space?")]
    [InlineData("rent v/s floor space")]
    public void Of_two_figures_that_every_row_has_each_row_is_a_point(string words) => Assert.StartsWith("scatter |  | none ", Read(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("scatter plot of agent id vs rent, points colored by view", "scatter | view/ | none agent_id,none rent")]
    [InlineData("the correlation between cottage_id and rent as a scatter chart", "scatter |  | none cottage_id,none rent")]
    public void Numbers_that_are_no_figures_can_be_set_against_one(string words, string expected) => Assert.StartsWith(expected, Read(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("average rent against rooms", "bar | x:rooms/ | mean rent")]
    [InlineData("bar chart of rent v/s rooms", "bar | x:rooms/ | mean rent")]
    [InlineData("average rent based on the rooms and country", "bar | x:rooms/,series:country/ | mean rent")]
    [InlineData("bar chart of rooms, stack the bars by view", "bar | x:rooms/,series:view/ | count")]
    [InlineData("group cottages by country and rooms", "bar | x:country/,series:rooms/ | count")]
    [InlineData("number of cottages vs rooms, coloured by view", "bar | x:rooms/,series:view/ | count")]
    [InlineData("bar chart of rent", "bar | x:rent/bin | count")]
    public void Classes_divide(string words, string expected) => Assert.StartsWith(expected, Read(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("bar chart of rent vs count", "rent/bin")]
    [InlineData("bar chart with floor space on the x axis and count on the y axis", "floor_space/bin")]
    public void Rows_are_counted_along_a_figure(string words, string along) => Assert.Contains($"x:{along} | count", Read(words), StringComparison.Ordinal);

    [Fact]
    public void Sums_of_all_stay_sums() => Assert.DoesNotContain("scatter", Read("total rent and total nights"), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_plotted_twice() => Assert.StartsWith("scatter | country/ | none rent,none floor_space", Swapped(Read("for each cottage show floor space and rent in a scatter plot, coloured by country")), StringComparison.Ordinal);

    private static string Swapped(string said) => said.Replace("none floor_space,none rent", "none rent,none floor_space", StringComparison.Ordinal);
}
