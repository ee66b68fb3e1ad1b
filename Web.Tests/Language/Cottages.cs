using Web.Semantics;
using static Web.Tests.Language.Pottery;

namespace Web.Tests.Language;

/// <summary>A table of cottages to let, of numbers that tell apart, numbers that class and numbers that measure.</summary>
internal static class Cottages
{
    public static readonly DatasetContract Let = new()
    {
        Key = "cottages",
        Synonyms = ["cottages", "コテージ"],
        Columns =
        [
            Whole("cottage_id", ColumnRole.Identity), Whole("agent_id", ColumnRole.Dimension),
            Text("name", [.. Enumerable.Range(0, 60).Select(i => $"Cottage {i}")]),
            Text("country", "Norway", "Iceland", "Estonia"), Text("view", "Sea", "Forest"), Text("heating", "Wood", "Oil", "None"),
            Whole("rooms", ColumnRole.Measure, "mean"), Number("rent", "mean"), Number("floor_space", "mean"), Whole("nights", ColumnRole.Measure, "sum"), Whole("rank", ColumnRole.Dimension),
        ],
    };

    public static string Read(string words) => Said(words, Let);

    private static Column Whole(string name, ColumnRole role, string? aggregate = null) => new() { Name = name, SourceName = name, Type = ColumnType.Integer, Role = role, DefaultAggregate = aggregate };
}
