using static Web.Tests.Language.Convoys;

namespace Web.Tests.Language;

/// <summary>Numbers, months and quarters as they stand in notes.</summary>
public sealed class ShorthandTests
{
    [Theory]
    [InlineData("number of runs with 200+ passengers by garrison", "count | passengers >= 200")]
    [InlineData("number of runs in Oct '26 by garrison", "left_base_on in_period 2026-10")]
    [InlineData("number of runs by cargo in 1Q25", "left_base_on in_period 2025-Q1")]
    public void They_are_written_out(string words, string expected) => Assert.Contains(expected, Said(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("passengers + fare by garrison", "sum fare,sum passengers")]
    [InlineData("number of runs with 26 passengers by garrison", "passengers = 26")]
    public void A_sum_and_a_number_stay_what_they_are(string words, string expected) => Assert.Contains(expected, Said(words), StringComparison.Ordinal);
}
