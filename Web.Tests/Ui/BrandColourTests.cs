using Web.Ui;

namespace Web.Tests.Ui;

public class BrandColourTests
{
    private static Oklch Colour(string hex) => Oklch.TryParse(hex, out var colour) ? colour : throw new FormatException(hex);

    public static TheoryData<string> Given => new("#ff0000", "#ffcc00", "#00ff00", "#0ff", "#0000ff", "#ff00ff", "#ffffff", "#000000", "#3b7a35", "#808080", "#e8f0fe");

    [Theory]
    [MemberData(nameof(Given))]
    public void Buttons_and_links_can_be_read_in_both_themes(string given)
    {
        var brand = BrandColour.From(given);
        Assert.True(Colour("#ffffff").Contrast(Colour(brand.Button)) >= 4.5, $"{brand.Button} on white");
        Assert.True(Colour("#ffffff").Contrast(Colour(brand.DarkButton)) >= 4.5, $"{brand.DarkButton} under white");
        Assert.True(Colour("#121a2a").Contrast(Colour(brand.DarkLink)) >= 4.5, $"{brand.DarkLink} on the dark sheet");
        Assert.True(Colour("#141d33").Contrast(Colour(brand.Soft)) >= 4.5, $"ink on {brand.Soft}");
        Assert.True(Colour("#e6ebf4").Contrast(Colour(brand.DarkSoft)) >= 4.5, $"ink on {brand.DarkSoft}");
    }

    [Theory]
    [InlineData("#ffcc00")]
    [InlineData("#00aaff")]
    [InlineData("#7a3fb0")]
    public void The_hue_is_kept_and_loud_colours_calm_down(string given)
    {
        var (was, button) = (Colour(given), Colour(BrandColour.From(given).Button));
        Assert.True(was.HueDistance(button) < 3, $"{was} became {button}");
        Assert.True(button.C <= 0.155);
    }

    [Fact]
    public void A_colour_that_reads_well_stays_as_it_is()
    {
        var brand = BrandColour.From("#3b7a35");
        Assert.Equal("#3b7a35", brand.Button);
        Assert.False(brand.Changed);
    }

    [Theory]
    [InlineData("#c0392b", true)]
    [InlineData("#ff6600", true)]
    [InlineData("#2f6f4f", false)]
    [InlineData("#777777", false)]
    public void Near_the_colours_that_mean_late_or_wrong_it_serves_cloth_only(string given, bool clothOnly)
    {
        var brand = BrandColour.From(given);
        Assert.Equal(clothOnly, brand.ClothOnly);
        Assert.Equal(!clothOnly, brand.StyleSheet().Contains("--brand:", StringComparison.Ordinal));
        Assert.Contains("--brand2:#", brand.StyleSheet(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("red;}body{display:none")]
    [InlineData("#12345g")]
    [InlineData(null)]
    [InlineData("#23498A")]
    public void What_is_no_colour_gives_the_house_s_own(string? given)
    {
        Assert.Same(BrandColour.House, BrandColour.From(given));
        Assert.Empty(BrandColour.From(given).StyleSheet());
    }

    [Theory]
    [InlineData("#23498a")]
    [InlineData("#dd6b2f")]
    [InlineData("#010203")]
    [InlineData("#fefefe")]
    public void A_colour_survives_the_way_to_lightness_chroma_hue_and_back(string hex) => Assert.Equal(hex, Colour(hex).Hex());
}
