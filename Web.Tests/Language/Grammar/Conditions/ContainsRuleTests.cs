namespace Web.Tests.Language.Grammar;

/// <summary>Text that stands in a column.</summary>
public sealed class ContainsRuleTests
{
    [Theory]
    [InlineData("orders whose note contains 'rim' by studio", "bar | x:studio/ | count | note contains rim |  |  |  |  | ")]
    [InlineData("noteに「縁の欠け」が入っている注文をstudio別に数えて", "bar | x:studio/ | count | note contains 縁の欠け |  |  |  |  | ")]
    public void The_text_is_what_stands_in_quotes(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("orders whose note does not contain rim by studio", "bar | x:studio/ | count | note not_contains rim |  |  |  |  | ")]
    public void Or_does_not_stand_there(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
