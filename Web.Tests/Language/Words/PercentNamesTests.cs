namespace Web.Tests.Language.Words;

/// <summary>What is kept in per cent is spoken of as a rate.</summary>
public sealed class PercentNamesTests
{
    [Theory]
    [InlineData("harbour別の失業率", "bar | x:harbour/ | mean unemployment |  |  |  |  |  | ")]
    [InlineData("unemployment rate by harbour", "bar | x:harbour/ | mean unemployment |  |  |  |  |  | ")]
    [InlineData("harbour別のfare成長率", "bar | x:harbour/ | mean growth |  |  |  |  |  | ")]
    public void Rates_are_columns(string words, string expected) => Assert.Equal(expected, Charters.OfEnglish(words));
}
