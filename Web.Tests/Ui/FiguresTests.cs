using System.Globalization;
using Web.Kernel;
using Web.Ui;

namespace Web.Tests.Ui;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("ja", 18_400_000, "JPY", "¥18,400,000", "1,840万")]
    [InlineData("ja", 184_000_000, "JPY", "¥184,000,000", "1.84億")]
    [InlineData("ja", 9_800, "JPY", "¥9,800", "9,800")]
    [InlineData("ja", 485_000, "JPY", "¥485,000", "48.5万")]
    [InlineData("ja", -125_050, "USD", "−$1,250.50", "−$1,251")]
    [InlineData("en", 18_400_000, "JPY", "¥18,400,000", "¥18.4M")]
    [InlineData("en", 999_600_000_000, "JPY", "¥999,600,000,000", "¥1,000B")]
    [InlineData("en", 1_250_500, "KWD", "KWD\u00a01,250.500", "KWD\u00a01,251")]
    public void Amounts_stand_whole_in_tables_and_short_in_sentences(string language, long minor, string currency, string whole, string brief)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.Equal((whole, brief), (Figures.Whole(new Money(minor, currency)), Figures.Short(new Money(minor, currency))));
    }

    [Theory]
    [InlineData("1,000", "JPY", 1_000)]
    [InlineData("１，０００", "JPY", 1_000)]
    [InlineData("￥18,400,000", "JPY", 18_400_000)]
    [InlineData("1,840万円", "JPY", 18_400_000)]
    [InlineData("1.2億", "JPY", 120_000_000)]
    [InlineData("18.4M", "JPY", 18_400_000)]
    [InlineData("$12.50", "USD", 1_250)]
    [InlineData("-5", "USD", -500)]
    [InlineData("USD 3", "USD", 300)]
    public void Amounts_are_read_as_people_type_them(string typed, string currency, long minor)
    {
        Assert.True(Figures.TryRead(typed, currency, out var amount));
        Assert.Equal(new Money(minor, currency), amount);
    }

    [Theory]
    [InlineData("a lot", "JPY")]
    [InlineData("12.5", "JPY")]
    [InlineData("1.005", "USD")]
    [InlineData("1-2", "JPY")]
    [InlineData("99999999999999999999", "JPY")]
    public void What_is_no_amount_is_not_guessed(string typed, string currency) => Assert.False(Figures.TryRead(typed, currency, out _));

    [Fact]
    public void Nothing_typed_is_no_amount_and_no_fault()
    {
        Assert.True(Figures.TryRead("  ", "JPY", out var amount));
        Assert.Null(amount);
    }
}
