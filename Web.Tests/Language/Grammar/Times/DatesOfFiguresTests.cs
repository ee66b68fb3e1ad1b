namespace Web.Tests.Language.Grammar;

/// <summary>Of several dates the one that is called as the figure is.</summary>
public sealed class DatesOfFiguresTests
{
    [Theory]
    [InlineData("average delivery days by month", "line | x:delivered_on/month | mean delivery_days |  |  |  |  |  | ")]
    [InlineData("pieces by month", "line | x:ordered_on/month | sum pieces |  |  |  |  |  | ")]
    public void A_figure_goes_by_its_own_date(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("未払いの注文をstudio別に数えて", "bar | x:studio/ | count | paid_on is_null  |  |  |  |  | ")]
    public void What_was_not_done_has_no_date(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
