using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words.Unknown;

/// <summary>Words that no vocabulary of ours has, by what the general dictionaries say and by what the data do.</summary>
public sealed class GeneralWordsTests
{
    private static readonly DatasetContract Lighthouses = new()
    {
        Key = "lighthouse_upkeep",
        Titles = new Dictionary<string, string> { ["en"] = "Lighthouse upkeep" },
        DefaultTime = "done_on",
        Columns =
        [
            new() { Name = "done_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "Keeper", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ulla Vestergaard", "Tom Quillfeather", "Ingrid Marlowski", "Piet Oosterhuizen"] },
            new() { Name = "Lens", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Fresnel", "Catoptric"] },
            new() { Name = "Outcome", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Failed", "Passed", "Deferred Till Spring"] },
            new() { Name = "Coastline", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["North", "South"] },
            new() { Name = "Expense (€)", SourceName = "Expense (€)", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
            new() { Name = "brightness", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    private static readonly DatasetContract 標本 = new()
    {
        Key = "hyohon",
        Columns =
        [
            new() { Name = "採集日", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "昆虫", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["蝶", "蟻", "甲虫"] },
            new() { Name = "総重量(kg)", SourceName = "総重量(kg)", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "kg" },
            new() { Name = "正味重量(kg)", SourceName = "正味重量(kg)", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum", Unit = "kg" },
        ],
        DefaultTime = "採集日",
    };

    [Theory]
    [InlineData("海岸線別の件数", "bar | x:Coastline/ | count |  |  |  |  |  | ")]
    [InlineData("明るさの平均をレンズ別に", "bar | x:Lens/ | mean brightness |  |  |  |  |  | ")]
    public void A_column_is_found_in_the_other_language(string words, string expected) => Assert.Equal(expected, Said(words, Lighthouses));

    [Theory]
    [InlineData("number of rows for butterflies", "蝶")]
    [InlineData("how many rows are beetles", "甲虫")]
    public void So_is_a_value(string words, string value) => Assert.Contains($"昆虫 = {value}", Said(words, 標本), StringComparison.Ordinal);

    [Theory]
    [InlineData("number of rows by technician")]
    [InlineData("技師ごとの件数")]
    [InlineData("人ごとの件数")]
    public void Whoever_it_is_stands_in_the_one_column_of_names(string words) => Assert.Equal("bar | x:Keeper/ | count |  |  |  |  |  | ", Said(words, Lighthouses));

    [Theory]
    [InlineData("expenditure by Lens")]
    [InlineData("費用をレンズ別に")]
    public void Any_word_for_money_means_the_only_money(string words) => Assert.Equal("bar | x:Lens/ | sum Expense (€) |  |  |  |  |  | ", Said(words, Lighthouses));

    [Fact]
    public void The_beginning_of_one_value_is_that_value() => Assert.Contains("Outcome = Deferred Till Spring", Said("number of rows that are deferred", Lighthouses), StringComparison.Ordinal);

    [Theory]
    [InlineData("採集量を昆虫別に")]
    [InlineData("tonnage by 昆虫")]
    public void An_amount_is_the_net_one_where_the_gross_is_kept_too(string words) => Assert.Equal("bar | x:昆虫/ | sum 正味重量(kg) |  |  |  |  |  | ", Said(words, 標本));

    [Theory]
    [InlineData("失敗した件数", "Failed")]
    [InlineData("不合格の件数", "Failed")]
    public void A_value_is_found_by_what_it_means(string words, string value) => Assert.Contains($"Outcome = {value}", Said(words, Lighthouses), StringComparison.Ordinal);

    [Fact]
    public void A_noun_in_hiragana_is_not_passed_over() => Assert.Equal("asked", Said("りんごの件数をレンズ別に", Lighthouses));

    [Theory]
    [InlineData("how many marathons did we have")]
    public void What_has_nothing_to_do_with_the_table_is_no_row_of_it(string words) => Assert.Equal("asked", Said(words, Lighthouses));

    [Theory]
    [InlineData("number of rows by volcano")]
    [InlineData("火山別の件数")]
    [InlineData("血圧の平均をレンズ別に")]
    public void What_comes_near_to_nothing_is_asked(string words) => Assert.IsNotType<Understood>(InterpreterTests.Ask(words, [Lighthouses]));

    private static string Said(string words, DatasetContract contract) =>
        InterpreterTests.Ask(words, [contract]) is Understood { Readings: [var best, ..] } ? Judge.Say(best.Query, contract) : "asked";
}
