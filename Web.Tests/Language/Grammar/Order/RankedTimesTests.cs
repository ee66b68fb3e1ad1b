namespace Web.Tests.Language.Grammar;

/// <summary>Steps of time are ranked like anything else.</summary>
public sealed class RankedTimesTests
{
    [Theory]
    [InlineData("top 5 months by amount", "bar | x:ordered_on/month | sum amount |  | y desc | 5 |  |  | ")]
    [InlineData("the 10 best days by pieces", "bar | x:ordered_on/day | sum pieces |  | y desc | 10 |  |  | ")]
    [InlineData("piecesの多い日トップ5", "bar | x:ordered_on/day | sum pieces |  | y desc | 5 |  |  | ")]
    public void The_best_of_them(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("which 2 studios had the most pieces?", "bar | x:studio/ | sum pieces |  | y desc | 2 |  |  | ")]
    public void How_many_may_stand_before_the_noun(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
