using static Web.Tests.Language.Convoys;

namespace Web.Tests.Language.Grammar.Figures;

/// <summary>How many per cent of the rows say yes.</summary>
public sealed class FlagRatesTests
{
    [Theory]
    [InlineData("on-time rate by garrison", "bar | x:garrison/ | mean on_time")]
    [InlineData("what percentage of runs were on time", "big_number |  | mean on_time")]
    [InlineData("on-time rate by month", "line | x:left_base_on/month | mean on_time")]
    [InlineData("percentage on time by cargo, lowest first", "bar | x:cargo/ | mean on_time |  | y asc")]
    public void A_rate_is_a_figure(string words, string expected) => Assert.StartsWith(expected, Said(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("garrisons with an on-time rate below 90%", "mean(on_time) < 90")]
    [InlineData("garrisons where less than 50 percent of the runs are on time", "mean(on_time) < 50")]
    public void And_can_be_held_against_a_number(string words, string expected) => Assert.Contains($"| mean on_time | {expected}", Said(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("on-time rate as a pie", "pie | x:on_time/ | count")]
    [InlineData("number of runs by garrison, 100% stacked by on time", "bar | x:garrison/,series:on_time/ | count |  |  |  | percent")]
    [InlineData("on time yes and no by garrison", "bar | x:garrison/,series:on_time/ | count")]
    public void Where_both_sides_are_to_be_seen_it_divides(string words, string expected) => Assert.StartsWith(expected, Said(words), StringComparison.Ordinal);
}
