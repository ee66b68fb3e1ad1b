namespace Web.Tests.Language.Grammar.Order;

/// <summary>Superlatives that say how bars stand, not how many.</summary>
public sealed class TurnsTests
{
    [Theory]
    [InlineData("average fare by garrison, sorted from the lowest to the highest", "bar | x:garrison/ | mean fare |  | y asc |  |  |  | ")]
    [InlineData("average fare by garrison, from the highest to the lowest", "bar | x:garrison/ | mean fare |  | y desc |  |  |  | ")]
    public void Both_ends_are_one_order(string words, string expected) => Assert.Equal(expected, Convoys.Said(words));

    [Theory]
    [InlineData("show me everything over half a million fare", "table |  |  | fare > 500000 |  |  |  |  | ")]
    public void Everything_is_a_list(string words, string expected) => Assert.Equal(expected, Convoys.Said(words));
}
