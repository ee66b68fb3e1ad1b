using static Web.Tests.Language.Convoys;

namespace Web.Tests.Language.Grammar.Order;

/// <summary>Who holds a place.</summary>
public sealed class StandingsTests
{
    [Theory]
    [InlineData("third-highest garrison by passengers", 3)]
    [InlineData("no. 1 garrison by passengers", 1)]
    [InlineData("second-biggest garrison by passengers", 2)]
    public void It_is_shown_with_those_before(string words, int place) => Assert.StartsWith($"bar | x:garrison/ | sum passengers |  | y desc | {place}", Said(words), StringComparison.Ordinal);

    [Fact]
    public void Bars_are_counted_out() => Assert.StartsWith("bar | x:garrison/ | sum passengers |  | y desc | 3", Said("passengers by garrison with no more than 3 bars"), StringComparison.Ordinal);
}
