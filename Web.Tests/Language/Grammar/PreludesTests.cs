using Web.Language;

namespace Web.Tests.Language.Grammar;

/// <summary>Who asks and what for is no part of what is asked.</summary>
public sealed class PreludesTests
{
    [Theory]
    [InlineData("広報課です。月別の件数を見せて", "月別の件数を見せて")]
    [InlineData("来週の会議で使うので、月別の件数", "月別の件数")]
    [InlineData("すみません、月別の件数", "月別の件数")]
    [InlineData("Hi there, sales by month", "sales by month")]
    [InlineData("For the board meeting, sales by month", "sales by month")]
    [InlineData("I'm a nurse, visits by month", "visits by month")]
    [InlineData("sales by month, I'm preparing a talk about it", "sales by month")]
    [InlineData("sales by month, thx", "sales by month")]
    public void What_is_said_around_a_request_is_left_out(string words, string asked) => Assert.Equal(asked, Of(words));

    [Theory]
    [InlineData("2020年から、月別の件数")]
    [InlineData("部署別の売上を見たいのですが、棒グラフで")]
    [InlineData("sales of the meeting rooms by month")]
    [InlineData("thanks by month")]
    public void What_is_asked_stays(string words) => Assert.Equal(words, Of(words));

    private static string Of(string words)
    {
        var (from, to) = Preludes.Of(words);
        return words[from..to].Trim();
    }
}
