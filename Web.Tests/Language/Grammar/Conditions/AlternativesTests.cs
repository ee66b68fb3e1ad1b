namespace Web.Tests.Language.Grammar;

/// <summary>Either of two conditions.</summary>
public sealed class AlternativesTests
{
    [Theory]
    [InlineData("orders with pieces over 100 or from Wheelworks by glaze", "bar | x:glaze/ | count | any(pieces > 100,studio = Wheelworks) |  |  |  |  | ")]
    [InlineData("number of orders whose rating is over 4 or pieces are under 3 by studio", "bar | x:studio/ | count | any(rating > 4,pieces < 3) |  |  |  |  | ")]
    public void Two_conditions_on_two_columns_are_alternatives(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("orders in Ash or Celadon by studio", "bar | x:studio/ | count | glaze in [Ash,Celadon] |  |  |  |  | ")]
    public void Values_of_one_column_are_one_condition(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("orders in Ash with pieces over 100 or rating over 4 by studio", "asked")]
    public void Which_belong_together_is_asked(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
