namespace Web.Tests.Language.Grammar;

/// <summary>Rows that are asked for whatever they are called.</summary>
public sealed class RowsAskedForTests
{
    [Theory]
    [InlineData("anything with pieces above 100", "table |  |  | pieces > 100 |  |  |  |  | ")]
    [InlineData("which ones are in Tenmoku", "table |  |  | glaze = Tenmoku |  |  |  |  | ")]
    [InlineData("glazeがAshの注文を出して", "table |  |  | glaze = Ash |  |  |  |  | ")]
    [InlineData("ratingが4以上のものを探して", "table |  |  | rating >= 4 |  |  |  |  | ")]
    public void They_are_shown_as_they_are(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("glazeがAshの注文の件数を出して", "big_number |  | count | glaze = Ash |  |  |  |  | ")]
    public void A_number_of_them_is_none_of_it(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
