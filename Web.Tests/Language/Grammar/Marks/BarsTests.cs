namespace Web.Tests.Language.Grammar.Marks;

/// <summary>Bars that are cut into parts, one line for each, boxes for each, and figures spread in bins.</summary>
public sealed class BarsTests
{
    [Theory]
    [InlineData("firings by workshop. Divide every bar into the clays.", "bar | x:workshop/,series:clay/ | count |  |  |  |  |  | ")]
    [InlineData("gas cost by workshop, split the bars by fuel", "bar | x:workshop/,series:fuel/ | sum gas_cost |  |  |  |  |  | ")]
    [InlineData("one bar per workshop, the height is the number of firings", "bar | x:workshop/ | count |  |  |  |  |  | ")]
    [InlineData("percent stacked: share of clays within each workshop", "bar | x:workshop/,series:clay/ | count |  |  |  | percent |  | ")]
    [InlineData("stacked bar, percentage of each clay within every workshop", "bar | x:workshop/,series:clay/ | count |  |  |  | percent |  | ")]
    [InlineData("gas cost by workshop and fuel, each bar normalised to 100%", "bar | x:workshop/,series:fuel/ | sum gas_cost |  |  |  | percent |  | ")]
    [InlineData("compare breakages of the clays side by side within each workshop", "bar | x:workshop/,series:clay/ | sum breakages |  |  |  |  |  | ")]
    [InlineData("clustered bar: clay, levels, avg(shrinkage)", "bar | x:clay/,series:levels/ | mean shrinkage |  |  |  |  |  | ")]
    [InlineData("how many red, stoneware and white firings does each workshop have", "bar | x:workshop/,series:clay/ | count |  |  |  |  |  | ")]
    [InlineData("各工房でElectricとGasとWoodがそれぞれ何件か", "bar | x:workshop/,series:fuel/ | count |  |  |  |  |  | ")]
    [InlineData("compare the three workshops by gas cost", "bar | x:workshop/ | sum gas_cost |  |  |  |  |  | ")]
    [InlineData("工房ごとのガス代、棒を100%に揃えて燃料で分けて", "bar | x:workshop/,series:fuel/ | sum gas_cost |  |  |  | percent |  | ")]
    public void Bars_have_parts(string words, string said) => Assert.Equal(said, Kilns.Said(words));

    [Theory]
    [InlineData("gas cost per month, separate lines for the workshops", "line | x:fired_on/month,series:workshop/ | sum gas_cost |  |  |  |  |  | ")]
    [InlineData("breakages by month for Harbour and Mill. Draw two lines.", "line | x:fired_on/month,series:workshop/ | sum breakages | workshop in [Harbour,Mill] |  |  |  |  | ")]
    [InlineData("firings per year for red, white and stoneware", "line | x:fired_on/year,series:clay/ | count |  |  |  |  |  | ")]
    [InlineData("工房ごとに線を引いて、月々の焼成件数", "line | x:fired_on/month,series:workshop/ | count |  |  |  |  |  | ")]
    [InlineData("gas cost by month for Harbour and Mill only", "line | x:fired_on/month | sum gas_cost | workshop in [Harbour,Mill] |  |  |  |  | ")]
    public void Lines_stand_apart(string words, string said) => Assert.Equal(said, Kilns.Said(words));

    [Theory]
    [InlineData("distribution of peak heat coloured by clay", "bar | x:peak_heat/bin,series:clay/ | count |  |  |  |  |  | ")]
    [InlineData("peak heat frequency, stacked by clay", "bar | x:peak_heat/bin,series:clay/ | count |  |  |  | stacked |  | ")]
    [InlineData("a binned count of the peak heats", "bar | x:peak_heat/bin | count |  |  |  |  |  | ")]
    [InlineData("frequency of shrinkage in bins, just for Mill", "bar | x:shrinkage/bin | count | workshop = Mill |  |  |  |  | ")]
    [InlineData("how are breakages distributed across firings, color the bars by fuel", "bar | x:breakages/bin,series:fuel/ | count |  |  |  |  |  | ")]
    [InlineData("最高温度の分布、粘土で色分け", "bar | x:peak_heat/bin,series:clay/ | count |  |  |  |  |  | ")]
    [InlineData("distribution of peak heat by clay", "box | x:clay/ | none peak_heat |  |  |  |  |  | ")]
    [InlineData("box plot of shrinkage with one box for each number of levels", "box | x:levels/ | none shrinkage |  |  |  |  |  | ")]
    [InlineData("show a box plot on shrinkage for the workshops Harbour and Mill", "box | x:workshop/ | none shrinkage | workshop in [Harbour,Mill] |  |  |  |  | ")]
    public void Figures_are_spread(string words, string said) => Assert.Equal(said, Kilns.Said(words));
}
