using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words;

/// <summary>One head for several figures.</summary>
public sealed class SharedHeadsTests
{
    private static readonly DatasetContract Barns = new()
    {
        Key = "barns",
        DefaultTime = "month",
        Columns = [Pottery.Date("month"), Pottery.Text("barn", "East", "West"), Pottery.Number("hay_cost", "sum"), Pottery.Number("straw_cost", "sum"), Pottery.Number("飼料費用", "sum"), Pottery.Number("燃料費用", "sum"), Pottery.Number("milk", "sum")],
    };

    [Theory]
    [InlineData("hay and straw cost by barn", "hay_cost", "straw_cost")]
    [InlineData("飼料・燃料の費用をbarn別に", "燃料費用", "飼料費用")]
    [InlineData("milk and straw cost by barn", "milk", "straw_cost")]
    public void Each_is_called_by_its_own_word_and_the_head(string words, params string[] figures)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Barns])).Readings[0].Query;
        Assert.Equal(figures, query.Measures.Select(m => m.Field).Order(StringComparer.Ordinal));
        Assert.Equal("barn", query.X?.Field);
    }
}
