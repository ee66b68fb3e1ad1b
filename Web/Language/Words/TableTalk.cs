namespace Web.Language;

/// <summary>Words that speak of tables themselves: attribute, field, 項目. They say nothing of the data.</summary>
internal static class TableTalk
{
    public const string Words = """
        Filler table: attribute, attributes, the attribute, field, fields, variable, variables, dimension, dimensions, column, columns, axis label, 属性, 項目, 列, カラム, フィールド, 変数, 欄
        Filler with: w/
        Not not: w/o
        Filler rate: a day, more, fewer
        Axis y: y, y value, y values, the y value, yの値, y軸の値
        """;
}
