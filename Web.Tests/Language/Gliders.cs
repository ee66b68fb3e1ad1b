using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>Repairs of gliders: aircraft and owners whose names and numbers come again, two dates, a state that is called like one of them, money claimed and settled. No corpus has them.</summary>
internal static class Gliders
{
    public static readonly DatasetContract Repairs = new()
    {
        Key = "glider_repairs",
        DefaultTime = "date_repair_booked",
        DefaultMeasure = "amount_settled",
        Columns =
        [
            new() { Name = "repair_id", SourceName = "Repair_ID", Type = ColumnType.Integer, Role = ColumnRole.Identity },
            new() { Name = "glider_id", SourceName = "Glider_ID", Type = ColumnType.Integer, Role = ColumnRole.Dimension },
            Pottery.Text("glider_name", "Albatross", "Buzzard", "Condor", "Kestrel", "Osprey", "Swift", "Petrel", "Skua", "Tern"),
            Pottery.Text("owner_name", "Arno Wilson", "Berit Lund", "Carla Dietz", "Dan Carlson", "Eva Holm", "Finn Barker", "Gerd Rask", "Hana Sato"),
            Called(Pottery.Text("workshop", "Aalborg", "Graz", "Lund", "Tartu"), "Workshop", "工房"),
            Pottery.Text("repair_status", "Booked", "Closed", "Waiting"),
            Called(Pottery.Text("damage_type", "Canopy", "Fuselage", "Tail", "Wing"), "Damage type", "損傷"),
            Pottery.Date("date_repair_booked"), Pottery.Date("date_repair_closed"),
            new() { Name = "built_year", SourceName = "Built_year", Type = ColumnType.Integer, Role = ColumnRole.Time },
            Called(Pottery.Number("hours_worked", "sum"), "Hours worked", "作業時間"), Pottery.Number("owner_age", "mean"), Pottery.Number("span", "mean"), Pottery.Number("rating", "mean"),
            new() { Name = "mass_kg", SourceName = "Mass (kg)", Unit = "kg", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "amount_claimed", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
            new() { Name = "amount_settled", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
            new() { Name = "insured", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
        ],
    };

    private static Column Called(Column column, string english, string japanese) => column with { Titles = new Dictionary<string, string> { ["en"] = english, ["ja"] = japanese } };

    public static string Said(string words) => Pottery.Said(words, Repairs);
}
