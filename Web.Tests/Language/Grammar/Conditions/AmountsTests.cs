using System.Globalization;
using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Numbers are held against a column in what the column counts in.</summary>
public sealed class AmountsTests
{
    private static readonly DatasetContract Ledger = new()
    {
        Key = "export_11",
        DefaultMeasure = "turnover",
        Columns =
        [
            Text("branch", "North", "South"), Number("turnover", "千円"), Number("rent", "万円"), Number("assets", "億円"), Number("crowd", "千人"),
            Number("walk", "m"), Number("talks", "hours"), Number("flat", "㎡"), Number("grant", "USD millions"),
        ],
    };

    [Theory]
    [InlineData("rows with turnover over 2 million yen", "turnover", "2000")]
    [InlineData("turnoverが300万円以上のデータ一覧", "turnover", "3000")]
    [InlineData("turnoverが500千円以上のデータ一覧", "turnover", "500")]
    [InlineData("list rows with rent over 150,000 yen", "rent", "15")]
    [InlineData("rentが20万円以上のデータ一覧", "rent", "20")]
    [InlineData("assetsが50億円以上のデータ一覧", "assets", "50")]
    [InlineData("crowdが7万人以上のデータ一覧", "crowd", "70")]
    [InlineData("list rows with crowd over 300,000", "crowd", "300")]
    [InlineData("list rows with walk over 2 km", "walk", "2000")]
    [InlineData("list rows with talks over 90 minutes", "talks", "1.5")]
    [InlineData("flatが40㎡以上のデータ一覧", "flat", "40")]
    [InlineData("list rows with grant over $3 million", "grant", "3")]
    [InlineData("list rows with rent over 12", "rent", "12")]
    public void A_bound_is_in_the_columns_own_measure(string utterance, string field, string value)
    {
        var filter = Assert.Single(Read(utterance).Filters);
        Assert.Equal((field, value), (filter.Field, filter.Value!.Value.GetDecimal().ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("list rows with turnover between 1 and 2 million yen", 1000, 2000)]
    [InlineData("turnoverが100万円から300万円のデータ一覧", 1000, 3000)]
    public void Both_ends_of_a_range_are(string utterance, decimal from, decimal to)
    {
        var filter = Assert.Single(Read(utterance).Filters);
        Assert.Equal(("turnover", FilterOp.Between), (filter.Field, filter.Op));
        Assert.Equal([from, to], filter.Value!.Value.EnumerateArray().Select(v => v.GetDecimal()));
    }

    [Theory]
    [InlineData("list rows with walk over 500 yen")]
    [InlineData("list rows over 30 kg")]
    public void What_no_column_measures_is_asked_about(string utterance) => Assert.IsNotType<Understood>(InterpreterTests.Ask(utterance, [Ledger]));

    private static ChartQuery Read(string utterance) => Assert.IsType<Understood>(InterpreterTests.Ask(utterance, [Ledger])).Readings[0].Query;

    private static Column Text(string name, params string[] values) => new() { Name = name, Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = values };

    private static Column Number(string name, string unit) => new() { Name = name, Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = unit };
}
