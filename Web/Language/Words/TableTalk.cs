namespace Web.Language;

/// <summary>Words that speak of tables themselves: attribute, field, 項目. They say nothing of the data.</summary>
internal static class TableTalk
{
    public const string Words = """
        Filler table: attribute, attributes, the attribute, field, fields, variable, variables, dimension, dimensions, column, columns, axis label, 属性, 項目, 列, カラム, フィールド, 変数, 欄
        Series series: one colour per, one color per, a colour per, a color per, one bar per, a bar per, a line per, with a line per, one series for, a colour for each, a color for each, a line for each, different colour per, different color per, and one colour per, and one color per, and one line per, and a line per
        Series series: colour the dots by, color the dots by, colour the points by, color the points by, colour the bars by, color the bars by, colour the lines by, color the lines by, colour dots by, color dots by, colour points by, color points by, colour bars by, color bars by, colouring by, coloring by
        Filler with: w/
        Not not: w/o
        Filler rate: a day, more, fewer
        Axis y: y, y value, y values, the y value, yの値, y軸の値
        """;
}
