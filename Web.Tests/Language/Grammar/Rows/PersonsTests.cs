namespace Web.Tests.Language.Grammar;

/// <summary>Who is meant where several columns hold people.</summary>
public sealed class PersonsTests
{
    [Theory]
    [InlineData("一番融資額が多いのは誰", "bar | x:applicant/ | sum lent |  | y desc | 1 |  |  | ")]
    [InlineData("残高を人ごとに", "bar | x:applicant/ | sum balance |  |  |  |  |  | ")]
    public void Whoever_applied_stands_before_whoever_approved(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
