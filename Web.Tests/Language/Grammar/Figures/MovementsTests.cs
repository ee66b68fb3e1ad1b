namespace Web.Tests.Language.Grammar;

/// <summary>What was moved is added up.</summary>
public sealed class MovementsTests
{
    [Theory]
    [InlineData("港別の出庫数", "bar | x:port/ | sum quantity | kind = 出庫 |  |  |  |  | ")]
    [InlineData("港別の入庫数", "bar | x:port/ | sum quantity | kind = 入庫 |  |  |  |  | ")]
    public void Quantities_of_a_kind(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
