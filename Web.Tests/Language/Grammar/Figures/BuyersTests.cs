namespace Web.Tests.Language.Grammar;

/// <summary>Who pays is ranked by what they paid.</summary>
public sealed class BuyersTests
{
    [Theory]
    [InlineData("who are our ten biggest clients?", "bar | x:client/ | sum amount |  | y desc | 10 |  |  | ")]
    [InlineData("top 5 clients", "bar | x:client/ | sum amount |  | y desc | 5 |  |  | ")]
    public void The_biggest_paid_most(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("top 5 clients by number of orders", "bar | x:client/ | count |  | y desc | 5 |  |  | ")]
    public void Unless_it_is_said_by_what(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
