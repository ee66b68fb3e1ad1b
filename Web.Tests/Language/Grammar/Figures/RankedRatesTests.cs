namespace Web.Tests.Language.Grammar.Figures;

/// <summary>A rate that ranks is one figure; that of a no, or of a value among several, has none.</summary>
public sealed class RankedRatesTests
{
    [Theory]
    [InlineData("which garrison had the best on-time rate", "bar | x:garrison/ | mean on_time |  | y desc | 1 |  |  | ")]
    [InlineData("top 2 garrisons by on-time rate", "bar | x:garrison/ | mean on_time |  | y desc | 2 |  |  | ")]
    [InlineData("on time率が高い順にgarrisonを並べて", "bar | x:garrison/ | mean on_time |  | y desc |  |  |  | ")]
    public void Ranks(string words, string expected) => Assert.Equal(expected, Convoys.Said(words));

    [Theory]
    [InlineData("which garrison has the most late rate")]
    public void The_rate_of_a_no_is_asked(string words) => Assert.Equal("asked", Convoys.Said(words));
}
