namespace Web.Tests.Language.Grammar;

/// <summary>What was planned, and what came true.</summary>
public sealed class ActualFiguresTests
{
    [Theory]
    [InlineData("港別の計画と実績", "bar | x:port/ | sum made,sum planned |  |  |  |  |  | ")]
    public void Stand_side_by_side(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
