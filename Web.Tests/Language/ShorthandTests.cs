using Web.Language;
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

    [Theory]
    [InlineData("8万円台の案件", "8万円以上9万円未満の案件")]
    [InlineData("1200円台", "1200円以上1300円未満")]
    [InlineData("1〜3月の件数", "1月~3月の件数")]
    [InlineData("1時間半以上", "1.5時間以上")]
    [InlineData("3万台", "3万台")]
    [InlineData("5万円台未満", "5万円台未満")]
    [InlineData("3〜5万円台", "3~5万円台")]
    [InlineData("3万円台と5万円台", "3万円台と5万円台")]
    [InlineData("1半期", "1半期")]
    public void So_are_bands_spans_and_halves_in_japanese(string words, string expected) =>
        Assert.Equal(expected, string.Concat(JapaneseShorthand.Plain(Tokens.Of(words)).Select(token => token.Raw)));
}
