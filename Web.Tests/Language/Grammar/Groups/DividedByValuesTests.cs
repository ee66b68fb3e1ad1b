namespace Web.Tests.Language.Grammar;

/// <summary>Values that divide.</summary>
public sealed class DividedByValuesTests
{
    [Theory]
    [InlineData("number of charters by harbour, split by teak and steel", "bar | x:harbour/,series:deck_type/ | count |  |  |  |  |  | ")]
    public void Name_their_column(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
