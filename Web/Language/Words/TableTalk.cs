namespace Web.Language;

/// <summary>Words that speak of tables themselves: attribute, field, 項目. They say nothing of the data.</summary>
internal static class TableTalk
{
    public const string Words = """
        Filler table: attribute, attributes, the attribute, field, fields, variable, variables, dimension, dimensions, column, columns, axis label, 属性, 項目, 列, カラム, フィールド, 変数, 欄
        Series series: one colour per, one color per, a colour per, a color per, one bar per, a bar per, a line per, with a line per, one series for, a colour for each, a color for each, a line for each, different colour per, different color per, and one colour per, and one color per, and one line per, and a line per
        Series series: colour the dots by, color the dots by, colour the points by, color the points by, colour the bars by, color the bars by, colour the lines by, color the lines by, colour dots by, color dots by, colour points by, color points by, colour bars by, color bars by, colouring by, coloring by
        Series series: small multiples by, small multiples on, small multiples for, small multiples for each, with small multiples by, with small multiples on, facet by, faceted by, facetted by, facets by, facet on, trellis by, trellised by, trellised on, separate charts by, separate graphs by, separate plots by, separate panels by, with separate charts by, with separate graphs by, with separate plots by, separate charts for each, separate plots for each, a separate chart for each, a separate plot for each, a separate graph for each, with a separate plot for each, with a separate chart for each, with a separate graph for each, separated into multiple charts by, separate into multiple charts by, segregated by, segregated based on, disaggregated by, partitioned by, partition by, parameterize by, parameterized by, points colored by, points are colored by, points coloured by, points are coloured by, dots are colored by, dots colored by, bar colored by, bars colored by, bar coloured by, stack bar charts by, stack the bars by, stack bars by
        Series series: color code, color code by, color coded by, colour code by, colour coded by, color it out by, with color indicating, with colour indicating, sub grouped by, sub-grouped by, subgrouped by, and sub grouped by, and sub-grouped by, break into multiple charts by, break into multiple scatterplots by, break into separate charts by, one chart for each, one chart per, one plot for each, one graph for each, with separate charts for, with separate graphs for, with separate plots for, separate charts for, separate graphs for
        SeriesAfter series: as a legend, with labels
        By by: bin date by, bin the date by, bin dates by, bin the time into, bin the time by, bin time into, bin time by, bin the date into, bin date into, aggregated by, aggregated by the
        Count count: rowcount, row count, record count, # of, the # of, 度数
        Bin width: rounded to, rounded to the nearest, to the nearest, ビン幅, ビンの幅, 間隔, 間隔の, 間隔で
        Chart scatter: xy plot, xyplot, x-y plot, xy chart, xyプロット, xy図
        Chart line: multi-line graph, multi-line chart, multi line graph, multi line chart, multiline graph, multiline chart
        Order desc: highest count to lowest, highest value to lowest, highest count to lowest count
        Order asc: lowest count to highest, lowest value to highest
        Filler panels: a series of, representing, depicting, represents, that represents, that represent, small multiples, small multiple, small multiples of, in small multiples, as small multiples, separate panels, in separate panels, in different panels, as multiple charts, in multiple charts, as multiple column charts, multiple charts, in separate charts, as separate charts, draw axes, draw the axes for, draw axes for, the axes for, individual models, for individual models, スモールマルチプル, スモールマルチプルで, 複数のグラフで, 複数のグラフに, 別々のグラフで, 別々のグラフに
        Count count: count the number of, counts the number of, counting the number of
        By by: vary by, varies by, vary with, varies with, varied by, change with, changes with, changes by, differ by, differs by, differ across, differs across, vary across, varies across, grouped together by, group together by, differ between, varies between, vary between
        SeriesAfter series: in the legend, on the legend, to legend, to the legend, で区別, で区別して, の色で区別
        ByAfter by: に基づく, に基づいた, に基づいて, をもとに, を基に, でグループ分け, でグループ分けして, でグループ分けした
        Filler drawn: to reflect, render, rendered, make the axes identical, distinguish by color, distinguish by colour, distinguished by color, distinguished by colour, 色で区別, 色で区別して
        Axis x: abscissa, the abscissa, in abscissa, on the abscissa, x =
        Axis y: ordinate, the ordinate, in ordinate, on the ordinate, y =
        Trend trend: general trend, across time, across the years, trended, trended over, trended over time, in a timeline, 時間とともに
        ByAfter by: wise, -wise
        Filler with: w/
        Filler basis: dropped out, drop out, dropping out, 経由の, 経由で, basis, on a, on an, put together, pull together, pull up, bring up, would it be possible to, would it be possible, is it possible to, ベース, ベースで, どんな感じ, どんなかんじ, 感じ, 感じで, ずつ
        Not not: w/o
        Filler rate: a day, more, fewer
        Axis y: y, y value, y values, the y value, yの値, y軸の値
        """;
}
