using Web.Insights.Datasets.Csv;
using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>Tables whose headers are short: a merchant of sake with bottles and two prices, a league of kabaddi with letters for its columns, a school. No corpus has them.</summary>
internal static class Cellars
{
    public static readonly DatasetContract Sake = new()
    {
        Key = "sake_lots",
        DefaultTime = "arrived",
        Columns =
        [
            new() { Name = "lot_no", SourceName = "Lot No", Type = ColumnType.Text, Role = ColumnRole.Identity },
            Pottery.Text("brewery", "Tanaka Shuzo", "Ueda Honke", "Kiku Masa"), Pottery.Text("grade", "Daiginjo", "Ginjo", "Junmai"),
            new() { Name = "arrived", SourceName = "入荷日", Type = ColumnType.Date, Role = ColumnRole.Time }, Pottery.Date("ordered"),
            new() { Name = "qty_btl", SourceName = "Qty (btl)", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            Price("cost_btl_jpy", "Cost/btl (JPY)"), Price("list_btl_jpy", "List/btl (JPY)"),
            new() { Name = "press_min", SourceName = "Press time (min)", Unit = "min", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "km_driven", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    public static readonly DatasetContract Kabaddi = new()
    {
        Key = "kabaddi_matches",
        Synonyms = ["match", "game"],
        DefaultTime = "played",
        Columns =
        [
            Pottery.Date("played"), Pottery.Text("home", "Pune", "Delhi", "Patna"), Pottery.Text("referee", "Rao", "Singh"),
            ValueWords.Added(new() { Name = "res", SourceName = "Res", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["A", "D", "H"] }, ["A", "D", "H"]),
            ValueWords.Added(new() { Name = "country", SourceName = "Country", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["AT", "NZ", "PT", "TH"] }, ["AT", "NZ", "PT", "TH"]),
            Short("Att."), Short("GC"), Short("RT"),
            Pottery.Text("ST", "18:00", "20:30"), Pottery.Text("gender", "female", "male"),
        ],
    };

    public static readonly DatasetContract School = new()
    {
        Key = "test_results",
        DefaultTime = "exam_day",
        Columns =
        [
            new() { Name = "student_id", SourceName = "生徒ID", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = [.. Enumerable.Range(1, 90).Select(n => $"S{n}")] },
            new() { Name = "grade", SourceName = "学年", Type = ColumnType.Integer, Role = ColumnRole.Dimension },
            new() { Name = "column_4", SourceName = "組", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["A", "B", "C"] },
            new() { Name = "gender", SourceName = "性別", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["女", "男"] },
            new() { Name = "exam_day", SourceName = "試験日", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "score", SourceName = "点数", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "column_14", SourceName = "学習時間(h/週)", Unit = "h/週", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    private static Column Price(string name, string header) => new() { Name = name, SourceName = header, Type = ColumnType.Money, Currency = "JPY", Role = ColumnRole.Measure, DefaultAggregate = "mean" };

    private static Column Short(string header) => new() { Name = header.TrimEnd('.').ToLowerInvariant(), SourceName = header, Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" };
}
