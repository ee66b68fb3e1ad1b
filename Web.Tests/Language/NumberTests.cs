using Web.Language;

namespace Web.Tests.Language;

public sealed class NumberTests
{
    [Theory]
    [InlineData("1,000", 1000)]
    [InlineData("1.5M", 1500000)]
    [InlineData("2 million", 2000000)]
    [InlineData("500k", 500000)]
    [InlineData("$3bn", 3000000000)]
    [InlineData("twelve", 12)]
    [InlineData("１２３", 123)]
    [InlineData("100万", 1000000)]
    [InlineData("100万円", 1000000)]
    [InlineData("1億", 100000000)]
    [InlineData("1億2000万", 120000000)]
    [InlineData("三百万", 3000000)]
    [InlineData("百万", 1000000)]
    [InlineData("5千", 5000)]
    [InlineData("3百万", 3000000)]
    [InlineData("9th", 9)]
    [InlineData("a million dollars", 1000000)]
    [InlineData("two dozen", 24)]
    public void A_number_is_read_whole(string text, double value)
    {
        var tokens = Tokens.Of(text);
        var number = Numbers.At(tokens, 0);
        Assert.NotNull(number);
        Assert.Equal(((decimal)value, tokens.Count, false), (number.Value.Value, number.Value.End, number.Value.Percent));
    }

    [Theory]
    [InlineData("20%", 20)]
    [InlineData("3割", 30)]
    [InlineData("20パーセント", 20)]
    [InlineData("15 percent", 15)]
    public void A_share_is_a_percentage(string text, double value)
    {
        var number = Numbers.At(Tokens.Of(text), 0);
        Assert.NotNull(number);
        Assert.Equal(((decimal)value, true), (number.Value.Value, number.Value.Percent));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("千葉県")]
    [InlineData("一覧")]
    [InlineData("99999999999999999999999 trillion trillion")]
    public void Words_are_no_numbers(string text)
    {
        var number = Numbers.At(Tokens.Of(text), 0);
        Assert.True(number is null || text[0] == '9');
    }
}
