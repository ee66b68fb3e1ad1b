using System.Globalization;
using System.Xml.Linq;
using Web.Ui;

namespace Web.Tests.Ui;

public class StageWeftTests
{
    private static XElement Svg(object html) => XElement.Parse(html.ToString()!);
    private static int Count(XElement svg, string kind) => svg.Elements().Count(e => (string?)e.Attribute("class") == kind);

    [Fact]
    public void An_open_deal_has_one_slub_at_its_stage_and_hair_ahead()
    {
        var svg = Svg(StageWeft.Row(5, 3));
        Assert.Equal("weft", (string?)svg.Attribute("class"));
        Assert.Equal("39.2", (string?)svg.Elements().Single(e => (string?)e.Attribute("class") == "slub").Attribute("cx"));
        Assert.Equal(1, Count(svg, "hair"));
        Assert.Equal(1, Count(svg, "over"));
    }

    [Fact]
    public void The_thread_goes_over_and_under_alternate_stages()
    {
        var svg = Svg(StageWeft.Row(6, 5));
        Assert.Equal(2, Count(svg, "over"));
        Assert.Equal(4, Count(svg, "warp"));
        Assert.Equal(3, Count(svg, "thread"));
    }

    [Fact]
    public void A_won_deal_runs_through_and_a_lost_one_ends_in_a_cross()
    {
        var won = Svg(StageWeft.Row(5, 1, StageState.Won));
        Assert.Equal("weft won", (string?)won.Attribute("class"));
        Assert.Equal((0, 0), (Count(won, "slub"), Count(won, "hair")));
        Assert.Equal("56", (string?)won.Elements().Last(e => (string?)e.Attribute("class") == "thread").Attribute("x2"));

        var lost = Svg(StageWeft.Row(5, 0, StageState.Lost));
        Assert.Equal((2, 0), (Count(lost, "cross"), Count(lost, "slub")));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 9)]
    [InlineData(-3, -1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Odd_numbers_still_draw(int stages, int current)
    {
        Assert.Equal("svg", Svg(StageWeft.Row(stages, current)).Name.LocalName);
        Assert.Equal("svg", Svg(StageWeft.Large(stages, current, StageState.Lost)).Name.LocalName);
    }

    [Theory]
    [InlineData(0, "1.5")]
    [InlineData(0.6, "4.8")]
    [InlineData(1, "7")]
    [InlineData(7, "7")]
    [InlineData(double.NaN, "1.5")]
    public void A_column_is_as_thick_as_its_part(double share, string thick) =>
        Assert.Equal(thick, (string?)Svg(StageWeft.Column(share)).Element("line")!.Attribute("stroke-width"));

    [Fact]
    public void Drawings_are_the_same_in_every_culture_and_carry_no_style()
    {
        var (before, culture) = (StageWeft.Goal(0.755, 0.7).ToString(), CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            Assert.Equal(before, StageWeft.Goal(0.755, 0.7).ToString());
            Assert.DoesNotContain(",", StageWeft.Large(7, 3).ToString(), StringComparison.Ordinal);
        }
        finally { CultureInfo.CurrentCulture = culture; }
        Assert.DoesNotContain("style=", before, StringComparison.Ordinal);
    }
}
