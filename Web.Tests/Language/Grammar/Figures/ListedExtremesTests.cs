namespace Web.Tests.Language.Grammar;

/// <summary>Superlatives in a list with an aggregate.</summary>
public sealed class ListedExtremesTests
{
    [Theory]
    [InlineData("a table of the highest, lowest and average rating by studio", "table | studio/ | max rating,min rating,mean rating |  |  |  |  |  | ")]
    public void They_are_aggregates(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("studio with the highest rating", "bar | x:studio/ | mean rating |  | y desc | 1 |  |  | ")]
    public void Alone_they_rank(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
