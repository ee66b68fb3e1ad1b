using System.Text;
using Web.Insights.Datasets.Csv;
using Web.Semantics;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Whole numbers that number lines, wards and gates are kinds; what is counted or marked is a figure.</summary>
public sealed class NumberedClassesTests
{
    [Theory]
    [InlineData("ライン", ColumnRole.Dimension)]
    [InlineData("ward", ColumnRole.Dimension)]
    [InlineData("受付窓口", ColumnRole.Dimension)]
    [InlineData("pump", ColumnRole.Dimension)]
    [InlineData("人数", ColumnRole.Measure)]
    [InlineData("visits", ColumnRole.Measure)]
    [InlineData("rating", ColumnRole.Measure)]
    [InlineData("CSAT", ColumnRole.Measure)]
    public async Task One_to_four_again_and_again(string header, ColumnRole role)
    {
        var file = Encoding.UTF8.GetBytes($"place,{header}\n" + string.Concat(Enumerable.Range(0, 80).Select(i => $"p{i % 9},{(i % 4) + 1}\n")));
        var plan = await CsvInference.ReadAsync(() => new MemoryStream(file), TimeZoneInfo.Utc, TestContext.Current.CancellationToken);
        Assert.Equal(role, plan.Columns[1].Column.Role);
    }
}
