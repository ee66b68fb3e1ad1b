using System.Xml.Linq;
using Web.Ui;

namespace Web.Tests.Ui;

public class CompanyClothTests
{
    private static readonly Guid One = Guid.Parse("018f2c1e-7a00-7000-8000-000000000001"), Two = Guid.Parse("018f2c1e-7a00-7000-8000-000000000002");
    private static readonly BrandColour Green = BrandColour.From("#3b7a35");

    [Fact]
    public void The_same_company_wears_the_same_cloth_and_another_another()
    {
        Assert.Equal(CompanyCloth.Large(One, Green).ToString(), CompanyCloth.Large(One, Green).ToString());
        Assert.NotEqual(CompanyCloth.Swatch(One, Green).ToString(), CompanyCloth.Swatch(Two, Green).ToString());
        Assert.NotEqual(CompanyCloth.Large(One, Green).ToString(), CompanyCloth.Large(One, BrandColour.House).ToString());
    }

    [Fact]
    public void It_is_small_well_formed_and_carries_no_style()
    {
        foreach (var svg in new[] { CompanyCloth.Swatch(One, Green).ToString(), CompanyCloth.Large(Two, BrandColour.House).ToString() })
        {
            Assert.Equal("svg", XElement.Parse(svg!).Name.LocalName);
            Assert.DoesNotContain("style", svg, StringComparison.Ordinal);
        }
        Assert.True(CompanyCloth.Swatch(One, Green).ToString()!.Length < 1200);
        Assert.True(CompanyCloth.Large(One, Green).ToString()!.Length < 8000);
    }
}
