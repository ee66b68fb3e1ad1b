using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>Crossings of ferries, kept under the name of the ferries: names that come again, two ports, a day that starts and a year of building. No corpus has them.</summary>
internal static class Ferries
{
    public static readonly DatasetContract Crossings = new()
    {
        Key = "ferry",
        DefaultTime = "start_date",
        Columns =
        [
            new() { Name = "crossing_id", SourceName = "Crossing_ID", Type = ColumnType.Integer, Role = ColumnRole.Identity },
            Pottery.Text("ferry_name", "Aurora", "Borealis", "Calypso"),
            Pottery.Text("captain", "Ines Roth", "Jon Dahl", "Mia Berg"),
            Pottery.Text("origin", "Bergen", "Hirtshals", "Kiel"), Pottery.Text("destination", "Bergen", "Hirtshals", "Kiel"),
            Pottery.Text("route", "Coastal", "Fjord", "Night"), Pottery.Text("berth_type", "Cabin", "Deck"),
            Pottery.Date("start_date"), Pottery.Date("show_date"),
            new() { Name = "built_year", SourceName = "Built_year", Type = ColumnType.Integer, Role = ColumnRole.Time },
            Pottery.Number("passengers", "sum"), Pottery.Number("distance", "mean"), Pottery.Number("vehicle_count", "sum"), Pottery.Number("rating", "mean"), Pottery.Number("capacity", "sum"),
            new() { Name = "stars", Titles = new Dictionary<string, string> { ["en"] = "Stars", ["ja"] = "評価" }, Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "insulated", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
            new() { Name = "fuel_surcharge", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
        ],
    };

    public static string Said(string words) => Pottery.Said(words, Crossings);
}
