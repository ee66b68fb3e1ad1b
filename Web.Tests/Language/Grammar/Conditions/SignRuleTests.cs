namespace Web.Tests.Language.Grammar;

/// <summary>Figures above and below nothing.</summary>
public sealed class SignRuleTests
{
    [Theory]
    [InlineData("amountが発生した件数をstudio別に", "bar | x:studio/ | count | amount > 0 |  |  |  |  | ")]
    [InlineData("studio別のamountがマイナスの件数", "bar | x:studio/ | count | amount < 0 |  |  |  |  | ")]
    public void What_came_about_is_more_than_nothing(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("残高の合計がマイナスの港は", "bar | x:port/ | sum balance | sum(balance) < 0 |  |  |  |  | ")]
    [InlineData("延滞している記録の件数", "big_number |  | count | late > 0 |  |  |  |  | ")]
    public void Sums_and_what_befell(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
