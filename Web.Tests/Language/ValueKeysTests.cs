using Web.Language;

namespace Web.Tests.Language;

/// <summary>Names and what is said of them meet under the same key.</summary>
public sealed class ValueKeysTests
{
    [Theory]
    [InlineData("Hokuto Trading", "deals of HOKUTO TRADING by month")]
    [InlineData("Hokuto Trading Co., Ltd.", "deals of hokuto trading co ltd")]
    [InlineData("Green Apples", "sales of green apple")]
    [InlineData("Bank of Tokyo", "the bank of tokyo's deals")]
    [InlineData("Ministry Health", "orders of the Ministry of Health")]
    [InlineData("北都トレーディング", "北都ﾄﾚｰﾃﾞｨﾝｸﾞの売上")]
    [InlineData("さくら", "サクラの件数")]
    [InlineData("サーバー", "サーバの売上")]
    [InlineData("Ａ１商事", "a1商事の案件")]
    [InlineData("Café Ångström", "cafe angstrom")]
    public void A_name_is_found_however_it_is_written(string value, string utterance) => Assert.Contains(ValueKeys.Of(value)!.Value, ValueKeys.In(utterance));

    [Theory]
    [InlineData("Hokuto Trading", "deals of Hokuto")]
    [InlineData("北都", "東都の売上")]
    public void A_part_or_another_name_is_not(string value, string utterance) => Assert.DoesNotContain(ValueKeys.Of(value)!.Value, ValueKeys.In(utterance));

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("この欄には訪問の際に話し合ったことをできるだけ詳しく書いておくこと")]
    public void What_nobody_would_say_has_no_key(string value) => Assert.Null(ValueKeys.Of(value));

    /// <summary>Keys are kept in databases: whoever changes how words are cut, folded or stemmed raises the edition, and then these.</summary>
    [Fact]
    public void Keys_stay_what_they_are_in_this_edition()
    {
        Assert.Equal(1, ValueKeys.Edition);
        string[] names = ["Green Apples", "Hokuto Trading Co., Ltd.", "北都ﾄﾚｰﾃﾞｨﾝｸﾞ", "サーバー", "Café Ångström", "people's choice"];
        Assert.Equal("82fc39f5b0de3824 dc87f12cfcaaa941 55848d14e9e17b5d 7eb5e33b054f7cde 48d333da6aa7f986 2461ff6102d6a557", string.Join(' ', names.Select(name => ValueKeys.Of(name)!.Value.ToString("x", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void A_long_request_has_a_bounded_number_of_keys()
    {
        Assert.InRange(ValueKeys.In(new string('売', 5000)).Count, 1, 400 * ValueKeys.MostTokens);
        Assert.InRange(ValueKeys.In("Show me the total sales of every product category by month for the last two fiscal years as a line chart").Count, 100, 400);
    }
}
