using Web.Semantics;

namespace Web.Tests.Semantics;

/// <summary>
/// Each query's SQL is a file, compared byte for byte and reviewed like code, and is also run: its rows must be those that
/// LINQ works out from the same data. After a wanted change, run with <c>GOLDEN=write</c> and read the difference.
/// </summary>
public sealed class GoldenTests(SalesDatabase database) : IClassFixture<SalesDatabase>
{
    private static readonly IReadOnlyList<GoldenCase> Cases =
        [.. GoldenTime.Cases, .. GoldenCategories.Cases, .. GoldenFilters.Cases, .. GoldenSeries.Cases, .. GoldenTransforms.Cases, .. GoldenBins.Cases, .. GoldenRaw.Cases, .. GoldenShapes.Cases, .. GoldenKinds.Cases];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_statement_is_the_golden_one(string name)
    {
        var golden = Cases.Single(c => c.Name == name);
        var written = GoldenCase.Write(SqlCompiler.Compile(Checks.Fit(golden.Query)));
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write") File.WriteAllText(golden.File, written);
        Assert.True(File.Exists(golden.File), $"{golden.File} is missing");
        Assert.Equal(File.ReadAllText(golden.File), written);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_rows_are_those_worked_out_another_way(string name)
    {
        var golden = Cases.Single(c => c.Name == name);
        var result = await database.RunAsync(Checks.Fit(golden.Query));
        var expected = golden.Rows().Select(r => string.Join(" | ", r.Select(Same))).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, result.Rows.Select(r => string.Join(" | ", r.Select(Same))));
        Assert.All(result.Rows, r => Assert.Equal(result.Columns.Count, r.Count));
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_query() => Assert.Equal(
        Cases.Select(c => Path.GetFileName(c.File)).Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.GetDirectoryName(Cases[0].File)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_statement_names_the_tenant_and_no_value()
    {
        foreach (var golden in Cases)
        {
            var sql = SqlCompiler.Compile(Checks.Fit(golden.Query));
            Assert.Contains("where s.tenant_id = @tenant", sql.Text, StringComparison.Ordinal);
            foreach (var text in sql.Parameters.Select(p => p.Value).OfType<string>().Where(t => t.Length > 3)) Assert.DoesNotContain($"'{text}'", sql.Text, StringComparison.Ordinal);
        }
    }

    // Sums of floats differ in the last digits by the order of adding.
    private static string Same(object? cell) => cell switch
    {
        double number => Math.Round(number, 6).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
        decimal or long or int => Math.Round(Convert.ToDecimal(cell), 6).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
        null => "∅",
        _ => ResultCell.Text(cell),
    };
}
