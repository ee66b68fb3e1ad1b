namespace Web.Tests.Language.Words;

/// <summary>What stands in brackets, and days until something.</summary>
public sealed class ColumnFormsTests
{
    [Theory]
    [InlineData("CO2 by harbour", "bar | x:harbour/ | sum co2_mt |  |  |  |  |  | ")]
    [InlineData("CO2が多いharbour", "bar | x:harbour/ | sum co2_mt |  | y desc |  |  |  | ")]
    [InlineData("支払いまでの日数の平均", "big_number |  | mean days_to_pay |  |  |  |  |  | ")]
    public void Say_the_column(string words, string expected) => Assert.Equal(expected, Charters.OfEnglish(words));
}
