using Web.Insights.Datasets.Csv;
using Web.Semantics;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Values whose other words are certain under their header.</summary>
public sealed class ValueWordsTests
{
    [Theory]
    [InlineData("gender", "F", "female")]
    [InlineData("性別", "男", "male")]
    [InlineData("都道府県", "東京都", "Tokyo")]
    [InlineData("prefecture", "Osaka", "大阪")]
    [InlineData("State", "CA", "California")]
    [InlineData("country", "JP", "日本")]
    [InlineData("country", "AT", "オーストリア")]
    [InlineData("country", "NZL", "New Zealand")]
    [InlineData("Country", "GB", "UK")]
    [InlineData("Res", "D", "draw")]
    [InlineData("試合結果", "H", "home win")]
    public void Values_are_known_by_other_words(string header, string value, string word) =>
        Assert.Contains(word, ValueWords.Added(Text(header), [value, "somewhere else"]).ValueSynonyms[value]);

    [Theory]
    [InlineData("grade", "F")]
    [InlineData("state of the order", "CA")]
    [InlineData("product", "CA")]
    [InlineData("country", "Atlantis")]
    public void Where_it_is_not_certain_nothing_is_said(string header, string value) => Assert.Empty(ValueWords.Added(Text(header), [value]).ValueSynonyms);

    [Fact]
    public void What_people_wrote_stays()
    {
        var own = Text("gender") with { ValueSynonyms = new Dictionary<string, IReadOnlyList<string>> { ["F"] = ["fixed"] } };
        Assert.Equal(["fixed"], ValueWords.Added(own, ["F", "M"]).ValueSynonyms["F"]);
        Assert.Empty(ValueWords.Added(Text("gender"), null).ValueSynonyms);
    }

    private static Column Text(string header) => new() { Name = "x", SourceName = header, Type = ColumnType.Text, Role = ColumnRole.Dimension };
}
