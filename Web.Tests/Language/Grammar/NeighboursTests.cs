namespace Web.Tests.Language.Grammar;

/// <summary>What the word beside leaves of a meaning.</summary>
public sealed class NeighboursTests
{
    [Theory]
    [InlineData("pie of mooring paving", "pie | x:paving/ | count |  |  |  |  |  | ")]
    public void What_a_word_is_a_part_of_elsewhere_says_only_of_what(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
