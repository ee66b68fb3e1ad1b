using static Web.Tests.Language.Cottages;

namespace Web.Tests.Language.Grammar;

/// <summary>Small multiples, panels, "country wise", 各国: ways to divide by a second thing.</summary>
public sealed class PanelsTests
{
    [Theory]
    [InlineData("average rent by country, with small multiples by view", "country", "view")]
    [InlineData("average rent by country in separate panels by view", "country", "view")]
    [InlineData("average rent by country, faceted by view", "country", "view")]
    [InlineData("average rent by country and sub-grouped by view", "country", "view")]
    [InlineData("a bar chart with the x-axis representing the country and the y-axis depicting the average rent, with separate charts for view", "country", "view")]
    public void A_panel_is_a_series(string words, string x, string series) => Assert.StartsWith($"bar | x:{x}/,series:{series}/ | mean rent", Read(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("country wise average rent")]
    [InlineData("各countryの平均rent")]
    [InlineData("average rent based on country")]
    [InlineData("how does the average rent differ across countries?")]
    public void One_thing_divides(string words) => Assert.StartsWith("bar | x:country/ | mean rent", Read(words), StringComparison.Ordinal);

    [Fact]
    public void The_two_places_of_a_division_are_no_question() => Assert.DoesNotContain("asked", Read("average rent based on heating by view"), StringComparison.Ordinal);
}
