using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>A table of convoys that no corpus has: flags, shares, classes by number, two dates and a reason, codes in capitals.</summary>
internal static class Convoys
{
    private static readonly DatasetContract Runs = new()
    {
        Key = "convoy_runs",
        Titles = new Dictionary<string, string> { ["en"] = "Convoy runs" },
        DefaultTime = "left_base_on",
        Columns =
        [
            new() { Name = "run_no", Type = ColumnType.Text, Role = ColumnRole.Identity },
            Pottery.Date("left_base_on"), Pottery.Date("cancel_date"), Pottery.Text("cancel_reason", "Storm", "Strike"),
            Pottery.Text("garrison", "Dover", "Calais", "Ghent"), Pottery.Text("channel_group", "Road", "Rail"), Pottery.Text("order_source", "Radio", "Letter"),
            Pottery.Text("shift", "DAY", "NGT"), Pottery.Text("cargo", "Hotels", "Fuel"), Pottery.Text("remark", [.. Enumerable.Range(0, 40).Select(i => $"remark {i}")]),
            Flag("on_time"), Class("class"),
            Share("rail_share_pct"), Pottery.Number("co2_t", "sum"), Pottery.Number("co2_per_capita_t", "mean"), new() { Name = "electricity_mwh", SourceName = "electricity_mwh", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "mwh" }, Pottery.Number("passengers", "sum"),
            new() { Name = "fare", SourceName = "fare", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
        ],
    };

    public static string Said(string words) => Pottery.Said(words, Runs);

    private static Column Flag(string name) => new() { Name = name, Type = ColumnType.Boolean, Role = ColumnRole.Dimension };

    private static Column Class(string name) => new() { Name = name, SourceName = name, Type = ColumnType.Integer, Role = ColumnRole.Dimension };

    private static Column Share(string name) => new() { Name = name, SourceName = name, Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "%" };
}
