using Web.Insights.Review;

namespace Web.Tests.Insights.Review;

public sealed class SameWordsTests
{
    [Theory]
    [InlineData("Deals by stage", "deals  by stage?")]
    [InlineData("ステージ別の案件数", "ステージ別の案件数。")]
    [InlineData("ＳＴＡＧＥ別", "stage別")]
    [InlineData("deals, by stage", "Deals by Stage!")]
    public void What_says_nothing_is_made_equal(string one, string other) => Assert.Equal(SameWords.KeyOf(one), SameWords.KeyOf(other));

    [Theory]
    [InlineData("deals by stage", "deals by owner")]
    [InlineData("amount > 5", "amount < 5")]
    [InlineData("last 3 months", "last 30 months")]
    [InlineData("deals not by stage", "deals by stage")]
    public void What_says_something_is_not(string one, string other) => Assert.NotEqual(SameWords.KeyOf(one), SameWords.KeyOf(other));

    [Fact]
    public void However_long_the_words_the_key_has_one_length()
    {
        foreach (var words in new[] { "", "?", new string('長', 2000), "\ud800", new string('\0', 100) }) Assert.Equal(64, SameWords.KeyOf(words).Length);
    }

    [Fact]
    public void Likeness_ranks_what_resembles_first()
    {
        var likeness = new Likeness("sales by region this year");
        Assert.True(likeness.To("sales by region last year") > likeness.To("open deals of Tanaka"));
        Assert.True(new Likeness("地域別の売上").To("地域ごとの売上") > new Likeness("地域別の売上").To("担当者ごとの件数"));
        Assert.Equal(1, likeness.Holds("Region"));
        Assert.True(likeness.Holds("customer") < 0.9);
    }
}
