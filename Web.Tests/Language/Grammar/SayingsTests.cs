using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Units before their figure, words in brackets, both sides of a yes or no, places, and words about a request that was not yet drawn.</summary>
public sealed class SayingsTests
{
    private static readonly DatasetContract Ferries = new()
    {
        Key = "ferry_bookings",
        DefaultTime = "sailing_date",
        Columns =
        [
            new() { Name = "booking_no", Type = ColumnType.Text, Role = ColumnRole.Identity },
            new() { Name = "route", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Kobe", "Beppu", "Oshima"] },
            new() { Name = "cabin_class", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["First", "Second"] },
            new() { Name = "sailing_date", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "fare", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "delay", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "wind_speed", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "berths", Type = ColumnType.Integer, Role = ColumnRole.Dimension },
            new() { Name = "popularity_rank", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "車両積載", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
        ],
    };

    [Theory]
    [InlineData("bookings with more than 40 minutes delay by route", "bar | x:route/ | count | delay > 40 |  |  |  |  | ")]
    [InlineData("routeごとの件数、wind_speedが12m/s以上", "bar | x:route/ | count | wind_speed >= 12 |  |  |  |  | ")]
    [InlineData("how many bookings had a wind speed over 15 knots by route", "bar | x:route/ | count | wind_speed > 15 |  |  |  |  | ")]
    [InlineData("routeごとの平均料金（fare）", "bar | x:route/ | mean fare |  |  |  |  |  | ")]
    [InlineData("total berths by route", "bar | x:route/ | sum berths |  |  |  |  |  | ")]
    [InlineData("berths and fare by route", "bar | x:route/ | sum berths,sum fare |  |  |  |  |  | ")]
    [InlineData("routeとcabin_classの組み合わせごとの件数をヒートマップで", "heatmap | cabin_class/,route/ | count |  |  |  |  |  | ")]
    [InlineData("routeとcabin_classのヒートマップ、fareで色分け", "heatmap | cabin_class/,route/ | sum fare |  |  |  |  |  | ")]
    [InlineData("車両積載ありとなしの件数をroute別に", "bar | x:route/,series:車両積載/ | count |  |  |  |  |  | ")]
    [InlineData("monthly fare of Kobe and Beppu", "line | x:sailing_date/month,series:route/ | sum fare | route in [Beppu,Kobe] |  |  |  |  | ")]
    [InlineData("fare by route, stacked by cabin class, as percentages", "bar | x:route/,series:cabin_class/ | sum fare |  |  |  | percent |  | ")]
    [InlineData("which route has the worst delay", "bar | x:route/ | mean delay |  | y desc | 1 |  |  | ")]
    [InlineData("list the bookings that reached number 1", "table |  |  | popularity_rank = 1 |  |  |  |  | ")]
    [InlineData("昨年の夏（7月〜8月）のroute別の件数", "bar | x:route/ | count | sailing_date in_period {from=2025-07-01,to=2025-08-31} |  |  |  |  | ")]
    public void A_saying_is_read(string words, string expected)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Ferries])).Readings[0].Query;
        Assert.Equal(expected, Judge.Say(query, Ferries));
    }

    [Theory]
    [InlineData("book me the cabin to Kobe")]
    [InlineData("send him the fare")]
    [InlineData("Kobeを予約してください")]
    [InlineData("delete all bookings")]
    public void An_errand_is_refused(string words) => Assert.IsType<Refused>(InterpreterTests.Ask(words, [Ferries]));

    [Theory]
    [InlineData("only Kobe")]
    [InlineData("without Beppu")]
    [InlineData("Kobeだけ")]
    public void A_condition_out_of_nothing_is_asked_about(string words) => Assert.IsType<Unsure>(InterpreterTests.Ask(words, [Ferries]));

    [Fact]
    public void A_number_is_not_held_against_the_usual_figure_when_an_unknown_word_stands_before_it() =>
        Assert.IsNotType<Understood>(InterpreterTests.Ask("tonnage between 3 and 9, count by route", [Ferries with { DefaultMeasure = "fare" }]));

    [Fact]
    public void Words_about_a_request_that_was_asked_about_settle_it()
    {
        var request = new Request("delay instead", "en", [Ferries], Corpus.Calendar, Corpus.Today) { Open = "average snorf by cabin class" };
        Assert.IsType<Unsure>(Interpreter.Read(request with { Utterance = "average snorf by cabin class", Open = null }));
        var query = Assert.IsType<Understood>(Interpreter.Read(request)).Readings[0].Query;
        Assert.Equal(("cabin_class", "delay"), (query.X!.Field, Assert.Single(query.Measures).Field));
    }

    [Fact]
    public void What_was_not_settled_is_asked_again_with_the_condition()
    {
        var request = new Request("without Beppu", "en", [Ferries], Corpus.Calendar, Corpus.Today) { Open = "average snorf by cabin class" };
        var question = Assert.IsType<Unsure>(Interpreter.Read(request));
        Assert.All(question.Choices, choice => Assert.Equal("route", Assert.Single(choice.Query.Filters).Field));
    }
}
