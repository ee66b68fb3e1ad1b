using Web.Language;

namespace Web.Tests.Language.Words;

public sealed class UnitPricesTests
{
    [Theory]
    [InlineData("円/kg", "キロ単価")]
    [InlineData("円/kg", "price per kilo")]
    [InlineData("£/t", "price per tonne")]
    public void A_price_is_called_by_its_measure(string unit, string said) => Assert.Contains(said.Replace(" ", "", StringComparison.Ordinal), Forms(unit));

    [Theory]
    [InlineData("km/h")]
    [InlineData("kg")]
    public void A_speed_is_no_price(string unit) => Assert.Empty(Forms(unit));

    private static List<string> Forms(string unit) => [.. UnitPrices.Of(Pottery.Number("figure", "mean") with { Unit = unit }).Select(form => Folded(form))];

    private static string Folded(IReadOnlyList<Token> form) => string.Concat(form.Select(token => token.Raw)).Replace("きろ", "キロ", StringComparison.Ordinal);
}
