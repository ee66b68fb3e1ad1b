using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>What a row is called though no column is called so, and when a name of the rows is a column after all.</summary>
public sealed class RowNounsTests
{
    private static readonly DatasetContract Clinic = new()
    {
        Key = "export_7",
        DefaultTime = "seen_on",
        Columns = [new() { Name = "seen_on", Type = ColumnType.Date, Role = ColumnRole.Time }, Text("ward", "East", "West"), Text("diagnosis", "Flu", "Asthma"), Text("nurse", "Kim", "Lee"), Number("bed_days")],
    };

    private static readonly DatasetContract Regatta = new()
    {
        Key = "export_8",
        Columns = [Text("skipper", "A. Berg", "B. Lund"), new() { Name = "member_id", Type = ColumnType.Integer, Role = ColumnRole.Dimension }, Text("club", "North", "South"), Text("league", "First", "Second"), Number("goals")],
    };

    private static readonly DatasetContract Shelf = new()
    {
        Key = "export_9",
        Columns = [new() { Name = "book", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = [.. Enumerable.Range(1, 60).Select(n => $"Volume {n}")] }, Text("genre", "Crime", "Poetry"), Text("author", "Ito", "Sato"), Number("page_count")],
    };

    [Theory]
    [InlineData("how many patients by ward")]
    [InlineData("number of patients per ward")]
    [InlineData("wardごとの患者数")]
    [InlineData("ward別の患者の件数")]
    public void Rows_are_counted_by_what_such_a_table_calls_them(string utterance)
    {
        var query = Read(utterance, Clinic);
        Assert.Equal(("ward", null, "count"), (query.X?.Field, query.Measures[0].Field, query.Measures[0].Aggregate));
    }

    [Fact]
    public void A_noun_of_another_field_of_life_is_not_counted_unasked() => Assert.IsNotType<Understood>(InterpreterTests.Ask("how many Flights by ward", [Clinic]));

    [Theory]
    [InlineData("bed days by patient")]
    [InlineData("患者別のbed_days")]
    public void A_usual_word_for_rows_divides_nothing(string utterance) => Assert.IsType<Unsure>(InterpreterTests.Ask(utterance, [Clinic]));

    [Fact]
    public void Things_with_a_key_of_their_own_are_counted_once() =>
        Assert.Equal(("member_id", "count_distinct"), Read("number of members by club", Regatta).Measures.Select(m => (m.Field, m.Aggregate)).Single());

    [Theory]
    [InlineData("number of books by genre", null)]
    [InlineData("genre別の作品数", null)]
    [InlineData("average page count by book", "book")]
    public void A_title_stands_for_its_row_unless_it_divides(string utterance, string? x)
    {
        var query = Read(utterance, Shelf);
        Assert.Equal(x ?? "genre", query.X?.Field);
        if (x is null) Assert.Equal("count", Assert.Single(query.Measures).Aggregate);
    }

    [Fact]
    public void A_condition_on_the_title_is_on_the_column() =>
        Assert.Contains(Read("list books where book contains Volume", Shelf).Filters, f => f.Field == "book" && f.Op == FilterOp.Contains);

    private static ChartQuery Read(string utterance, DatasetContract contract) => Assert.IsType<Understood>(InterpreterTests.Ask(utterance, [contract])).Readings[0].Query;

    private static Column Text(string name, params string[] values) => new() { Name = name, Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = values };

    private static Column Number(string name) => new() { Name = name, Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" };
}
