namespace Web.Tests.Language.Grammar;

/// <summary>Figures above and below nothing.</summary>
public sealed class SignRuleTests
{
    [Theory]
    [InlineData("amountが発生した件数をstudio別に", "bar | x:studio/ | count | amount > 0 |  |  |  |  | ")]
    [InlineData("studio別のamountがマイナスの件数", "bar | x:studio/ | count | amount < 0 |  |  |  |  | ")]
    public void What_came_about_is_more_than_nothing(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
