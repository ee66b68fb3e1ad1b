namespace Web.Tests.Language.Words;

/// <summary>Codes beside names.</summary>
public sealed class RowNamesTests
{
    [Theory]
    [InlineData("港別の残高", "bar | x:port/ | sum balance |  |  |  |  |  | ")]
    [InlineData("港コード別の残高", "bar | x:port_code/ | sum balance |  |  |  |  |  | ")]
    public void A_thing_is_spoken_of_by_its_name(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
