using Web.Semantics;
using static Web.Tests.Insights.Datasets.Csv.CsvSample;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>What columns are for, measured on headers of every kind; nearly all must be as a person would say.</summary>
public sealed class MeaningTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(nameof(MeaningTable.Identities), MeaningTable.Identities)]
    [InlineData(nameof(MeaningTable.Dimensions), MeaningTable.Dimensions)]
    [InlineData(nameof(MeaningTable.Times), MeaningTable.Times)]
    [InlineData(nameof(MeaningTable.Means), MeaningTable.Means)]
    [InlineData(nameof(MeaningTable.Sums), MeaningTable.Sums)]
    [InlineData(nameof(MeaningTable.Others), MeaningTable.Others)]
    [InlineData(nameof(MeaningTable.Unseen), MeaningTable.Unseen)]
    public async Task Nearly_every_column_is_what_a_person_would_say(string kind, string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" | ")).ToList();
        List<string> wrong = [];
        foreach (var line in lines)
        {
            var (_, column) = await ColumnAsync(line[0], CellShapes.Of(line[1]));
            if (!line[2].Split(' ').Contains(Said(column.Column))) wrong.Add($"{line[0]} ({line[1]}): {line[2]}, not {Said(column.Column)}");
        }
        output.WriteLine($"{kind}: {lines.Count - wrong.Count} of {lines.Count}");
        foreach (var one in wrong) output.WriteLine(one);
        Assert.True(wrong.Count * 25 <= lines.Count, string.Join('\n', wrong));
    }

    private static string Said(Column column) => column.Role switch
    {
        ColumnRole.Identity => "I",
        ColumnRole.Dimension => "D",
        ColumnRole.Time => "T",
        _ => column.DefaultAggregate ?? "none",
    };
}
