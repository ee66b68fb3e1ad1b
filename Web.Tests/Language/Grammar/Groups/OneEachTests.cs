using static Web.Tests.Language.Cottages;

namespace Web.Tests.Language.Grammar;

/// <summary>What tells rows apart divides nothing beside what does, and kinds are not counted within themselves.</summary>
public sealed class OneEachTests
{
    [Theory]
    [InlineData("list the name and the number of cottages for all the countries with a pie chart", "pie | x:country/ | count")]
    [InlineData("the name of every country and how many cottages it has, as a bar chart", "bar | x:country/ | count")]
    [InlineData("what are the different countries? show the number of cottages of each country", "bar | x:country/ | count |")]
    public void A_count_is_of_what_several_rows_share(string words, string expected) => Assert.StartsWith(expected, Read(words), StringComparison.Ordinal);

    [Fact]
    public void A_name_stands_for_the_number() => Assert.StartsWith("bar | x:name/ | mean rent", Read("bar chart of the name and rent of each cottage"), StringComparison.Ordinal);

    [Fact]
    public void All_rows_divide_nothing() => Assert.StartsWith("bar | x:country/ | mean rent", Read("average rent by country across all cottages"), StringComparison.Ordinal);

    [Fact]
    public void What_is_asked_for_itself_stays() => Assert.Contains("cottage_id/", Read("rent by cottage_id"), StringComparison.Ordinal);
}
