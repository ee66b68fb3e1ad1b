namespace Web.Tests.Language.Words;

/// <summary>What several states of a column begin with, and what is open.</summary>
public sealed class StatesTests
{
    [Theory]
    [InlineData("open charters by harbour", "bar | x:harbour/ | count | stage in [Enquiry,Quoted] |  |  |  |  | ")]
    [InlineData("closed charters by harbour", "bar | x:harbour/ | count | stage in [Closed Lost,Closed Won] |  |  |  |  | ")]
    [InlineData("won charters by harbour", "bar | x:harbour/ | count | stage = Closed Won |  |  |  |  | ")]
    [InlineData("fare of lost charters by harbour", "bar | x:harbour/ | sum fare | stage = Closed Lost |  |  |  |  | ")]
    [InlineData("number of charters in a gale by harbour", "bar | x:harbour/ | count | weather in [Gale - east,Gale - west] |  |  |  |  | ")]
    public void Are_asked_for_together(string words, string expected) => Assert.Equal(expected, Charters.Said(words));

    [Theory]
    [InlineData("harbour別の受注件数", "bar | x:harbour/ | count | stage = Closed Won |  |  |  |  | ")]
    [InlineData("進行中のfareの合計", "big_number |  | sum fare | stage in [Enquiry,Quoted] |  |  |  |  | ")]
    public void In_Japanese_too(string words, string expected) => Assert.Equal(expected, Charters.OfEnglish(words));
}
