namespace Web.Tests.Language.Words;

/// <summary>What falls to each, however it is written.</summary>
public sealed class PerHeadTests
{
    [Theory]
    [InlineData("港別の一人あたり支出", "bar | x:port/ | mean each |  |  |  |  |  | ")]
    [InlineData("港別の1人あたりの支出", "bar | x:port/ | mean each |  |  |  |  |  | ")]
    public void Is_one_column(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
