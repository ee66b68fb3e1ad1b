namespace Web.Tests.Language.Grammar;

/// <summary>What the word beside leaves of a meaning.</summary>
public sealed class NeighboursTests
{
    [Theory]
    [InlineData("compare 2024 and 2025 fare month by month", "line | x:sailed_on/month_of_year,series:sailed_on/year | sum fare | any(sailed_on in_period 2024,sailed_on in_period 2025) |  |  |  |  | ")]
    public void Beside_a_year_a_number_is_one(string words, string expected) => Assert.Equal(expected, Charters.Said(words));

    [Theory]
    [InlineData("pie of mooring paving", "pie | x:paving/ | count |  |  |  |  |  | ")]
    public void What_a_word_is_a_part_of_elsewhere_says_only_of_what(string words, string expected) => Assert.Equal(expected, Charters.Said(words));

    [Theory]
    [InlineData("passengers and revenue by garrison", "bar | x:garrison/ | sum fare,sum passengers |  |  |  |  |  | ")]
    [InlineData("売上とpassengersをgarrison別に", "bar | x:garrison/ | sum fare,sum passengers |  |  |  |  |  | ")]
    public void A_word_for_money_beside_another_figure_is_a_figure_of_its_own(string words, string expected) => Assert.Equal(expected, Convoys.Said(words));

    [Theory]
    [InlineData("cancellations per month", "line | x:cancel_date/month | count |  |  |  |  |  | ")]
    [InlineData("how many runs were cancelled in 2025", "big_number |  | count | cancel_date in_period 2025 |  |  |  |  | ")]
    [InlineData("解約が多かった月", "bar | x:cancel_date/month | count |  | y desc |  |  |  | ")]
    public void Beside_a_date_and_a_reason_the_event_is_counted_by_its_date(string words, string expected) => Assert.Equal(expected, Convoys.Said(words));

    [Theory]
    [InlineData("top 2 sources by passengers", "bar | x:order_source/ | sum passengers |  | y desc | 2 |  |  | ")]
    [InlineData("夜勤(NGT)とDAYのpassengersを比べて", "bar | x:shift/ | sum passengers |  |  |  |  |  | ")]
    public void Names_last_word_and_codes_in_capitals_are_what_they_say(string words, string expected) => Assert.Equal(expected, Convoys.Said(words));
}
