using Web.Semantics;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Harvests, loads and pieces of goods are added up; readings, ratios and marks are averaged.</summary>
public sealed class GoodsFiguresTests
{
    [Theory]
    [InlineData("Yield (t)", "decimal 3 90", Aggregates.Sum)]
    [InlineData("milk_yield_l", "decimal 3 40", Aggregates.Sum)]
    [InlineData("Yield (bushels)", "decimal 30 900", Aggregates.Sum)]
    [InlineData("収量(kg)", "decimal 30 900", Aggregates.Sum)]
    [InlineData("発送個数", "int 1 9", Aggregates.Sum)]
    [InlineData("販売点数", "int 1 9", Aggregates.Sum)]
    [InlineData("注文点数", "int 1 9", Aggregates.Sum)]
    [InlineData("貨物重量(kg)", "decimal 3 90", Aggregates.Sum)]
    [InlineData("parcel_weight_kg", "decimal 1 30", Aggregates.Sum)]
    [InlineData("Yield (t/ha)", "decimal 3 9", Aggregates.Mean)]
    [InlineData("収量(kg/10a)", "decimal 300 600", Aggregates.Mean)]
    [InlineData("yield_pct", "decimal 80 99", Aggregates.Mean)]
    [InlineData("dividend_yield", "decimal 1 9", Aggregates.Mean)]
    [InlineData("Fertiliser kg/ha", "int 90 200", Aggregates.Mean)]
    [InlineData("体重(kg)", "decimal 40 90", Aggregates.Mean)]
    [InlineData("weight_kg", "decimal 40 90", Aggregates.Mean)]
    [InlineData("試験点数", "int 0 100", Aggregates.Mean)]
    [InlineData("評価点数", "int 1 5", Aggregates.Mean)]
    [InlineData("点数", "int 0 100", Aggregates.Mean)]
    public async Task A_header_says_it(string header, string cells, string aggregate)
    {
        var parts = cells.Split(' ');
        var (from, to) = (int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
        var whole = parts[0] == "int";
        var (_, column) = await CsvSample.ColumnAsync(header, [.. Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{from + (i * 7 % (to - from + 1))}{(whole ? "" : $".{(i * 3 % 9) + 1}")}"))]);
        Assert.Equal((ColumnRole.Measure, aggregate), (column.Column.Role, column.Column.DefaultAggregate));
    }

    [Theory]
    [InlineData("carrier", "weight_kg", Aggregates.Sum)]
    [InlineData("配送業者", "重量(kg)", Aggregates.Sum)]
    [InlineData("team", "weight_kg", Aggregates.Mean)]
    [InlineData("所属", "重量(kg)", Aggregates.Mean)]
    [InlineData("貸出日", "点数", Aggregates.Sum)]
    [InlineData("教科", "点数", Aggregates.Mean)]
    [InlineData("魚種", "重量(kg)", Aggregates.Sum)]
    [InlineData("単価(円/kg)", "重量(kg)", Aggregates.Sum)]
    public async Task Else_the_table_does(string other, string header, string aggregate)
    {
        var plan = await CsvSample.PlanAsync($"{other},{header}\n" + string.Concat(Enumerable.Range(0, 70).Select(i => $"k{i % 7},{40 + (i * 11 % 53)}\n")));
        Assert.Equal(aggregate, plan.Columns[1].Column.DefaultAggregate);
    }
}
