using Web.Language;

namespace Web.Tests.Language;

public sealed class TextTests
{
    [Theory]
    [InlineData("city", "cities")]
    [InlineData("close", "closed")]
    [InlineData("close", "closing")]
    [InlineData("box", "boxes")]
    [InlineData("person", "people")]
    [InlineData("colour", "colors")]
    [InlineData("cancel", "cancelled")]
    [InlineData("movie", "movies")]
    [InlineData("ship", "shipping")]
    [InlineData("organisation", "organization")]
    public void Forms_of_a_word_are_one_word(string one, string other) => Assert.Equal(Stem.Of(one), Stem.Of(other));

    [Theory]
    [InlineData("rating", "rate")]
    [InlineData("building", "build")]
    [InlineData("status", "state")]
    [InlineData("wing", "win")]
    public void Different_words_stay_different(string one, string other) => Assert.NotEqual(Stem.Of(one), Stem.Of(other));

    [Theory]
    [InlineData("ｶﾃｺﾞﾘｰ", "カテゴリ")]
    [InlineData("ＳＡＬＥＳ", "sales")]
    [InlineData("サーバー", "サーバ")]
    [InlineData("owner's", "owner")]
    [InlineData("Café", "cafe")]
    public void Width_case_and_kana_do_not_matter(string one, string other) =>
        Assert.Equal(Tokens.Of(one).Select(t => t.Text), Tokens.Of(other).Select(t => t.Text));

    [Fact]
    public void Tokens_keep_their_place_in_the_original()
    {
        const string text = "Ｓales ｶﾞ 😀 1,000円";
        Assert.Equal(["Ｓales", "ｶﾞ", "😀", "1,000", "円"], Tokens.Of(text).Select(t => text[t.Start..t.End]));
    }

    [Theory]
    [InlineData("departmnet", "department", 1)]
    [InlineData("salry", "salary", 1)]
    [InlineData("abc", "xyz", 3)]
    public void Slips_are_counted(string one, string other, int distance) => Assert.Equal(distance, Typos.Distance(one, other, 3));
}
