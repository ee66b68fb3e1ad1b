namespace Web.Tests.Language.Grammar.Times;

/// <summary>Periods that are said twice, without a year, or by another day than the usual.</summary>
public sealed class PeriodsTests
{
    [Theory]
    [InlineData("前年度(2025年4月から2026年3月)の金額をstudio別に", "| sum amount | ordered_on in_period last_fiscal_year |")]
    [InlineData("2026年上半期(1月から6月)の注文の件数", "| count | ordered_on in_period 2026-H1 |")]
    [InlineData("注文の件数を月ごとに、年は問わず", "bar | x:ordered_on/month_of_year | count |")]
    [InlineData("今月の注文の件数、先月と比べて", "| count | ordered_on in_period this_month |  |  |  |  | previous_period")]
    public void In_japanese(string words, string expected) => Assert.Contains(expected, Pottery.Said(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("passengers by month, all years combined", "x:left_base_on/month_of_year | sum passengers |")]
    [InlineData("January to December pattern, all years combined: passengers", "x:left_base_on/month_of_year | sum passengers |  |")]
    [InlineData("Q1 through Q3 2026, left base on, passengers by garrison", "bar | x:garrison/ | sum passengers | left_base_on in_period {from=2026-01-01,to=2026-09-30}")]
    [InlineData("passengers per month by cancel date", "line | x:cancel_date/month | sum passengers")]
    [InlineData("over the past 90 days of cancel date, runs by garrison", "bar | x:garrison/ | count | cancel_date in_period last_90_days")]
    [InlineData("runs from 2 to 8 November 2026 by garrison", "left_base_on in_period {from=2026-11-02,to=2026-11-08}")]
    [InlineData("runs later than 10 October 2026 by garrison", "left_base_on in_period {from=2026-10-11}")]
    [InlineData("runs starting January 2026 by month", "left_base_on in_period {from=2026-01-01}")]
    [InlineData("quarter before last: passengers by garrison", "left_base_on in_period {from=2026-04-01,to=2026-06-30}")]
    public void In_english(string words, string expected) => Assert.Contains(expected, Convoys.Said(words), StringComparison.Ordinal);
}
