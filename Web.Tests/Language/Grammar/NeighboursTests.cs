namespace Web.Tests.Language.Grammar;

/// <summary>What the word beside leaves of a meaning.</summary>
public sealed class NeighboursTests
{
    [Theory]
    [InlineData("compare 2024 and 2025 fare month by month", "line | x:sailed_on/month_of_year,series:sailed_on/year | sum fare | any(sailed_on in_period 2024,sailed_on in_period 2025) |  |  |  |  | ")]
    public void Beside_a_year_a_number_is_one(string words, string expected) => Assert.Equal(expected, Charters.Said(words));

    [Theory]
    [InlineData("pie of mooring paving", "pie | x:paving/ | count |  |  |  |  |  | ")]
    public void What_a_word_is_a_part_of_elsewhere_says_only_of_what(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
