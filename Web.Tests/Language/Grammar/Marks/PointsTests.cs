namespace Web.Tests.Language.Grammar.Marks;

/// <summary>Each row is a mark of its own; what stands on which axis.</summary>
public sealed class PointsTests
{
    [Theory]
    [InlineData("show every firing as a dot, peak heat and shrinkage", "scatter |  | none peak_heat,none shrinkage |  |  |  |  |  | ")]
    [InlineData("peak heat against breakages, one dot per firing, coloured by clay", "scatter | clay/ | none breakages,none peak_heat |  |  |  |  |  | ")]
    [InlineData("plot gas cost and breakages as points, color by fuel", "scatter | fuel/ | none breakages,none gas_cost |  |  |  |  |  | ")]
    [InlineData("draw points of gas cost (x axis) and breakages (y axis)", "scatter |  | none breakages,none gas_cost |  |  |  |  |  | ")]
    [InlineData("x: gas cost, y: breakages", "scatter |  | none breakages,none gas_cost |  |  |  |  |  | ")]
    [InlineData("plot gas cost on x and breakages on y for every firing", "scatter |  | none breakages,none gas_cost |  |  |  |  |  | ")]
    [InlineData("gas cost across and breakages up", "scatter |  | none breakages,none gas_cost |  |  |  |  |  | ")]
    [InlineData("peak heat compared with shrinkage, colored by fuel", "scatter | fuel/ | none peak_heat,none shrinkage |  |  |  |  |  | ")]
    [InlineData("does higher peak heat mean lower breakages", "scatter |  | none breakages,none peak_heat |  |  |  |  |  | ")]
    [InlineData("do peak heat and gas cost agree?", "scatter |  | none gas_cost,none peak_heat |  |  |  |  |  | ")]
    [InlineData("how do gas cost and breakages relate in each workshop", "scatter | workshop/ | none breakages,none gas_cost |  |  |  |  |  | ")]
    [InlineData("横軸が最高温度で縦軸が収縮率、点の色は粘土", "scatter | clay/ | none peak_heat,none shrinkage |  |  |  |  |  | ")]
    [InlineData("横軸：ガス代、縦軸：破損数、1点＝1件", "scatter |  | none breakages,none gas_cost |  |  |  |  |  | ")]
    [InlineData("ガス代と破損数を点で。色は燃料", "scatter | fuel/ | none breakages,none gas_cost |  |  |  |  |  | ")]
    [InlineData("ガス代と破損数をプロットして粘土で色を変えて", "scatter | clay/ | none breakages,none gas_cost |  |  |  |  |  | ")]
    [InlineData("最高温度が高いほど破損数は上がる？", "scatter |  | none breakages,none peak_heat |  |  |  |  |  | ")]
    public void Rows_are_points(string words, string said) => Assert.Equal(said, Kilns.Said(words));

    [Theory]
    [InlineData("x axis workshop y axis average gas cost", "bar | x:workshop/ | mean gas_cost |  |  |  |  |  | ")]
    [InlineData("縦軸は破損数、横軸は工房", "bar | x:workshop/ | sum breakages |  |  |  |  |  | ")]
    [InlineData("gas cost and breakages by workshop", "bar | x:workshop/ | sum breakages,sum gas_cost |  |  |  |  |  | ")]
    [InlineData("average gas cost and average breakages for each workshop as a bar chart", "bar | x:workshop/ | mean breakages,mean gas_cost |  |  |  |  |  | ")]
    [InlineData("工房ごとのガス代と破損数", "bar | x:workshop/ | sum breakages,sum gas_cost |  |  |  |  |  | ")]
    public void What_is_grouped_stays_in_bars(string words, string said) => Assert.Equal(said, Kilns.Said(words));

    [Theory]
    [InlineData("bubble chart of peak heat and shrinkage sized by gas cost", "bubble |  | none peak_heat,none shrinkage,none gas_cost |  |  |  |  |  | ")]
    [InlineData("bubble chart, x peak heat, y shrinkage, bubble size breakages", "bubble |  | none peak_heat,none shrinkage,none breakages |  |  |  |  |  | ")]
    [InlineData("バブルチャート、横軸は最高温度、縦軸は収縮率、バブルの大きさは破損数", "bubble |  | none peak_heat,none shrinkage,none breakages |  |  |  |  |  | ")]
    public void The_size_comes_behind_the_place(string words, string said) => Assert.Equal(said, Kilns.Said(words));
}
