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
    [InlineData("I'm preparing the board deck and need sales by month", "sales by month")]
    [InlineData("Sorry to bother you again, but sales by month", "sales by month")]
    [InlineData("So, just out of curiosity, sales by month", "sales by month")]
    [InlineData("My manager is asking about sales by month", "sales by month")]
    [InlineData("部長から聞かれているのですが、月別の件数", "月別の件数")]
    [InlineData("経営会議の資料を作っています。月別の件数", "月別の件数")]
    [InlineData("月別の件数を出してもらえると助かります。よろしくお願いします。", "月別の件数を出し")]
    [InlineData("音楽の資料を作っています。月別の件数", "音楽の資料を作っています。月別の件数")]
    [InlineData("I've been looking at this all day. Sales by month", "Sales by month")]
    [InlineData("明日の会議で使うので月別の件数", "月別の件数")]
    [InlineData("来週の役員会向けに、月別の件数", "月別の件数")]
    [InlineData("部長に聞かれました。月別の件数", "月別の件数")]
    [InlineData("えーっと、月別の件数", "月別の件数")]
    public void What_is_said_around_a_request_is_left_out(string words, string asked) => Assert.Equal(asked, Of(words));

    [Theory]
    [InlineData("2020年から、月別の件数")]
    [InlineData("部署別の売上を見たいのですが、棒グラフで")]
    [InlineData("sales of the meeting rooms by month")]
    [InlineData("thanks by month")]
    [InlineData("The team needs total hours by project. Sort them")]
    [InlineData("売上を見たいので月別に")]
    [InlineData("展示会用に作った品の数")]
    [InlineData("名刺を出すので支店別の金額")]
    [InlineData("法人から依頼された、支店別金額")]
    [InlineData("先月の報告会用に支店別の金額")]
    [InlineData("I'm working on a report on Greece and need price by type")]
    [InlineData("I've been looking at Greece only. Price by type")]
    public void What_is_asked_stays(string words) => Assert.Equal(words, Of(words));

    private static string Of(string words)
    {
        var (from, to) = Preludes.Of(words);
        return words[from..to].Trim();
    }
}
