namespace Web.Tests.Language.Grammar.Marks;

/// <summary>Cells, their rows and columns, and what their colour tells.</summary>
public sealed class ShadesTests
{
    [Theory]
    [InlineData("matrix clay x fuel shaded by mean shrinkage", "heatmap | clay/,fuel/ | mean shrinkage |  |  |  |  |  | ")]
    [InlineData("heatmap: rows workshop, columns clay, cells shaded by average gas cost", "heatmap | clay/,workshop/ | mean gas_cost |  |  |  |  |  | ")]
    [InlineData("a grid of clays by fuels. The darker the square the more firings.", "heatmap | clay/,fuel/ | count |  |  |  |  |  | ")]
    [InlineData("workshop by fuel, colour intensity = total breakages", "heatmap | fuel/,workshop/ | sum breakages |  |  |  |  |  | ")]
    [InlineData("levels by clay, color intensity = mean shrinkage", "heatmap | clay/,levels/ | mean shrinkage |  |  |  |  |  | ")]
    [InlineData("heat map with workshop on the x axis and clay on the y axis, where the color encodes the total breakages", "heatmap | clay/,workshop/ | sum breakages |  |  |  |  |  | ")]
    [InlineData("average gas cost for every combination of workshop and fuel in a heatmap", "heatmap | fuel/,workshop/ | mean gas_cost |  |  |  |  |  | ")]
    [InlineData("which combos of workshop and clay are most common? use a heatmap", "heatmap | clay/,workshop/ | count |  |  |  |  |  | ")]
    [InlineData("weekday vs month heatmap of gas cost", "heatmap | fired_on/month_of_year,fired_on/weekday | sum gas_cost |  |  |  |  |  | ")]
    [InlineData("棚段数と粘土のヒートマップ、値は平均収縮率", "heatmap | clay/,levels/ | mean shrinkage |  |  |  |  |  | ")]
    [InlineData("工房と燃料の組み合わせごとの件数を濃淡で", "heatmap | fuel/,workshop/ | count |  |  |  |  |  | ")]
    [InlineData("粘土×燃料、色の濃さは破損数の合計", "heatmap | clay/,fuel/ | sum breakages |  |  |  |  |  | ")]
    [InlineData("行は工房、列は粘土、セルの色は平均ガス代のヒートマップ", "heatmap | clay/,workshop/ | mean gas_cost |  |  |  |  |  | ")]
    public void Cells_are_shaded_by_a_figure(string words, string said) => Assert.Equal(said, Kilns.Said(words));

    [Theory]
    [InlineData("gas cost by workshop, bars shaded by fuel", "bar | x:workshop/,series:fuel/ | sum gas_cost |  |  |  |  |  | ")]
    [InlineData("pivot table of gas cost, workshop by clay", "pivot | workshop/,clay/ | sum gas_cost |  |  |  |  |  | ")]
    [InlineData("工房と粘土別の破損数", "bar | x:workshop/,series:clay/ | sum breakages |  |  |  |  |  | ")]
    public void Other_charts_stay_what_they_are(string words, string said) => Assert.Equal(said, Kilns.Said(words));
}
