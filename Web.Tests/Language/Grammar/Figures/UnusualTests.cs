using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Unusual points asked for in words. Today is that of the corpus.</summary>
public sealed class UnusualTests
{
    [Theory]
    [InlineData("weather", "show anomalies in daily precipitation", Grain.Day, "precipitation")]
    [InlineData("weather", "unusual days", Grain.Day, null)]
    [InlineData("weather", "any outliers in monthly precipitation?", Grain.Month, "precipitation")]
    [InlineData("crm_deals", "any outliers in monthly sales?", Grain.Month, "amount")]
    [InlineData("crm_deals", "spikes in deals by week", Grain.Week, null)]
    [InlineData("crm_deals", "months with unusual amount", Grain.Month, "amount")]
    [InlineData("crm_deals", "月別の金額の異常値", Grain.Month, "amount")]
    [InlineData("crm_deals", "日別件数の外れ値を見せて", Grain.Day, null)]
    [InlineData("crm_deals", "金額が急増した月", Grain.Month, "amount")]
    [InlineData("crm_deals", "週ごとの件数で異常値に印を付けて", Grain.Week, null)]
    public void Words_for_what_stands_out_mark_a_series_over_time(string dataset, string words, Grain grain, string? field)
    {
        var reading = Read(dataset, words);
        Assert.True(reading.Query.Anomalies, reading.Query.ToJson());
        Assert.Equal(grain, reading.Query.X!.Grain);
        Assert.Equal(field, reading.Query.Measures[0].Field);
        Assert.Empty(reading.Unexplained);
        Assert.Contains(reading.Threads, thread => thread.Slot == "/anomalies");
    }

    [Theory]
    [InlineData("won deals by month this year")]
    [InlineData("highest amount by owner")]
    [InlineData("担当者別の受注金額")]
    public void Nothing_is_marked_that_was_not_asked_for(string words) => Assert.Null(Read("crm_deals", words).Query.Anomalies);

    [Theory]
    [InlineData("mark the outliers", true)]
    [InlineData("異常値に印を付けて", true)]
    [InlineData("as a column chart", null)]
    public void The_last_chart_gets_marks_by_words(string words, bool? marks)
    {
        var before = Read("crm_deals", "amount by month").Query;
        Assert.Equal(marks, Read("crm_deals", words, before).Query.Anomalies);
    }

    [Theory]
    [InlineData("remove the anomalies")]
    [InlineData("異常値の印を外して")]
    [InlineData("by owner instead of month")]
    [InlineData("as a pie chart")]
    [InlineData("as a table")]
    public void Marks_go_where_they_are_taken_away_or_have_no_place(string words)
    {
        var before = Read("crm_deals", "amount by month with anomalies").Query;
        Assert.True(before.Anomalies);
        Assert.Null(Read("crm_deals", words, before).Query.Anomalies);
    }

    [Fact]
    public void Marks_are_said_in_the_sentence_and_as_a_chip()
    {
        var query = Read("crm_deals", "amount by month with anomalies").Query;
        var contract = Corpus.Contracts["crm_deals"];
        Assert.Contains("Unusual points are marked.", Wording.Explain(query, contract, "en", Corpus.Calendar, Corpus.Today), StringComparison.Ordinal);
        Assert.Contains("異常値に印を付けます。", Wording.Explain(query, contract, "ja", Corpus.Calendar, Corpus.Today), StringComparison.Ordinal);
        Assert.Contains(Wording.Chips(query, contract, "ja", Corpus.Calendar, Corpus.Today), chip => chip is { Slot: "/anomalies", Value: "異常値" });
    }

    [Fact]
    public void A_value_of_the_data_stays_a_value()
    {
        var contract = Corpus.Contracts["crm_deals"];
        var machine = contract with { Columns = [.. contract.Columns.Select(column => column.Name == "stage" ? column with { Values = ["正常", "異常"], ValueTitles = new Dictionary<string, IReadOnlyDictionary<string, string>>() } : column)] };
        var answer = Assert.IsType<Understood>(Interpreter.Read(new Request("異常の件数", "ja", [machine], Corpus.Calendar, Corpus.Today)));
        Assert.Null(answer.Readings[0].Query.Anomalies);
        Assert.Equal("異常", answer.Readings[0].Query.Filters.Single().Value!.Value.GetString());
    }

    private static Reading Read(string dataset, string words, ChartQuery? before = null)
    {
        var locale = words.Any(c => c > 0x2e7f) ? "ja" : "en";
        var answer = Interpreter.Read(new Request(words, locale, [Corpus.Contracts[dataset]], Corpus.Calendar, Corpus.Today, before));
        return answer is Understood understood ? understood.Readings[0] : throw new InvalidOperationException($"{words}: {answer}");
    }
}
