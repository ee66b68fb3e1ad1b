using static Web.Tests.Language.Cottages;

namespace Web.Tests.Language.Grammar;

/// <summary>What a chart is put in order by, when it is called an axis, a letter, "names", or not at all.</summary>
public sealed class NamedOrderTests
{
    [Theory]
    [InlineData("average rent by country, display by the names in descending order", "x desc")]
    [InlineData("average rent by country as a bar chart, list from low to high by the names", "x asc")]
    [InlineData("average rent by country, order names from high to low order", "x desc")]
    [InlineData("average rent by country, list X in ascending order", "x asc")]
    [InlineData("average rent by country, rank the y-axis from low to high", "y asc")]
    [InlineData("number of cottages by country, list the total number in ascending order", "y asc")]
    [InlineData("cottages for each country in a bar chart, show country from high to low", "x desc")]
    public void An_order_is_of_what_is_shown(string words, string order) => Assert.Contains($" | {order} | ", Read(words), StringComparison.Ordinal);

    [Fact]
    public void A_rank_still_divides() => Assert.StartsWith("bar | x:rank/ | mean rent", Read("average rent by rank"), StringComparison.Ordinal);
}
