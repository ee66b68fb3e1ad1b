using Web.Semantics;

namespace Web.Tests.Language.Grammar.Marks;

/// <summary>Firings of kilns, with whole numbers that name classes.</summary>
internal static class Kilns
{
    public static readonly DatasetContract Firings = new()
    {
        Key = "kiln_firings",
        Titles = new Dictionary<string, string> { ["en"] = "Kiln firings", ["ja"] = "焼成の記録" },
        Synonyms = ["firings", "焼成"],
        DefaultTime = "fired_on",
        Columns =
        [
            new() { Name = "firing_id", Type = ColumnType.Text, Role = ColumnRole.Identity },
            Pottery.Date("fired_on"),
            Titled(Pottery.Text("workshop", "Harbour", "Mill", "Station"), "工房"),
            Titled(Pottery.Text("clay", "Red", "Stoneware", "White"), "粘土"),
            Titled(Pottery.Text("fuel", "Electric", "Gas", "Wood"), "燃料"),
            Titled(new() { Name = "levels", SourceName = "levels", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" }, "棚段数"),
            Titled(Pottery.Number("peak_heat", "mean"), "最高温度"),
            Titled(Pottery.Number("shrinkage", "mean"), "収縮率"),
            Titled(Pottery.Number("breakages", "sum"), "破損数"),
            Titled(Pottery.Number("gas_cost", "sum"), "ガス代"),
        ],
    };

    public static string Said(string words) => Pottery.Said(words, Firings);

    private static Column Titled(Column column, string japanese) => column with { Titles = new Dictionary<string, string> { ["ja"] = japanese } };
}
