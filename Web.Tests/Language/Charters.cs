using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>Boats that are let, in English and in Japanese: two tables that no corpus has, for rules that need states, shares and codes.</summary>
internal static class Charters
{
    public static readonly DatasetContract English = new()
    {
        Key = "boat_charters",
        Titles = new Dictionary<string, string> { ["en"] = "Boat charters", ["ja"] = "ボートの貸切" },
        DefaultTime = "sailed_on",
        Columns =
        [
            new() { Name = "charter_no", Type = ColumnType.Text, Role = ColumnRole.Identity, Values = [.. Enumerable.Range(0, 90).Select(i => $"C{i}")] },
            Pottery.Date("sailed_on"),
            Pottery.Text("harbour", "Brine Quay", "Gull Point", "Old Mole"),
            Pottery.Text("stage", "Enquiry", "Quoted", "Closed Won", "Closed Lost"),
            Pottery.Text("weather", "Fair", "Gale - east", "Gale - west"),
            Pottery.Text("brand", "Stride", "Corvid", "Merle"),
            Pottery.Text("deck_type", "Teak", "Steel"), Pottery.Text("mooring_type", "Rope", "Chain"), Pottery.Text("paving", "Dry", "Slippery"),
            new() { Name = "repeat", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
            new() { Name = "skipper_replied", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
            new() { Name = "unemployment", SourceName = "Unemployment %", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "%" },
            new() { Name = "growth", SourceName = "Fare Growth %", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "%" },
            Pottery.Number("days_in_yard", "mean"), Pottery.Number("days_to_pay", "mean"), Pottery.Number("stars", "mean"), Pottery.Number("deck", "mean"),
            new() { Name = "co2_mt", SourceName = "CO2 (Mt)", Titles = new Dictionary<string, string> { ["en"] = "CO2 (Mt)" }, Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "fare", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
        ],
    };

    public static readonly DatasetContract Japanese = new()
    {
        Key = "kashikiri",
        Titles = new Dictionary<string, string> { ["ja"] = "貸切の記録" },
        DefaultTime = "sailed_on",
        Columns =
        [
            Titled(Pottery.Date("sailed_on"), "出航日"),
            Titled(new() { Name = "season", Type = ColumnType.Integer, Role = ColumnRole.Time }, "募集年度"),
            Titled(Pottery.Text("port_code", "KO", "OS", "NG"), "港コード"), Titled(Pottery.Text("port", "神戸", "大阪", "長崎"), "港・地域"),
            Titled(Pottery.Text("kind", "出庫", "入庫", "棚卸"), "区分"), Titled(Pottery.Text("deck", "木", "鋼"), "甲板"),
            Titled(Pottery.Number("quantity", "sum"), "数量"), Titled(Pottery.Number("planned", "sum") with { Unit = "個" }, "計画数"), Titled(Pottery.Number("made", "sum") with { Unit = "個" }, "生産数"),
            Titled(Money("lent"), "融資額"), Titled(Money("balance"), "残高"), Titled(Money("each"), "1人当たり支出") with { DefaultAggregate = "mean" },
            Titled(Pottery.Number("late", "sum"), "延滞日数"),
            Titled(Pottery.Text("status", "承認済", "申請中", "差戻し"), "状況"), Titled(Pottery.Text("applicant", "中村 大輔", "高梨 美和", "平井 愛"), "申請者"), Titled(Pottery.Text("approver", "藤原 敏夫", "石田 誠", "森 直子"), "承認者"),
        ],
    };

    public static string Said(string words) => Pottery.Said(words, words.Any(c => c > 0x2E7F) ? Japanese : English);

    /// <summary>Of the English table, asked in Japanese.</summary>
    public static string OfEnglish(string words) => Pottery.Said(words, English);

    private static Column Titled(Column column, string title) => column with { SourceName = title, Titles = new Dictionary<string, string> { ["ja"] = title } };

    private static Column Money(string name) => new() { Name = name, Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "JPY" };
}
