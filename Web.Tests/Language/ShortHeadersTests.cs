using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>People say in full what a header says in a few letters, and slip on the keys.</summary>
public sealed class ShortHeadersTests
{
    [Theory]
    [InlineData("green cards by referee", "bar | x:referee/ | sum gc")]
    [InlineData("total raid tackles per home", "bar | x:home/ | sum rt")]
    [InlineData("average crowd by home", "bar | x:home/ | mean att")]
    [InlineData("平均観客数をホーム別に", "bar | x:home/ | mean att")]
    [InlineData("number of matches by start time", "bar | x:ST/ | count")]
    [InlineData("how many matches ended in a draw?", "big_number |  | count | res = D")]
    [InlineData("matches outside Austria by referee", "bar | x:referee/ | count | country != AT")]
    [InlineData("ニュージーランドとポルトガルの試合数を国別に", "bar | x:country/ | count | country in [NZ,PT]")]
    [InlineData("国別の試合数を比べたい", "bar | x:country/ | count")]
    [InlineData("タイの試合数", "big_number |  | count | country = TH")]
    [InlineData("female/male split", "bar | x:gender/ | count")]
    [InlineData("top 5 best attended matches", "asked")]
    public void Letters_are_known_by_the_words_they_stand_for(string words, string query) => Assert.Equal(query, Said(words, Cellars.Kabaddi));

    [Theory]
    [InlineData("bottles by brewery", "bar | x:brewery/ | sum qty_btl")]
    [InlineData("bottles in stock by grade", "bar | x:grade/ | sum qty_btl")]
    [InlineData("醸造所別の在庫本数", "bar | x:brewery/ | sum qty_btl")]
    [InlineData("average list price by brewery", "bar | x:brewery/ | mean list_btl_jpy")]
    [InlineData("平均販売価格は", "big_number |  | mean list_btl_jpy")]
    [InlineData("グレード別の平均仕入単価", "bar | x:grade/ | mean cost_btl_jpy")]
    [InlineData("total distance by brewery", "bar | x:brewery/ | sum km_driven")]
    [InlineData("平均プレス時間、速い順に酒蔵を並べて", "bar | x:brewery/ | mean press_min |  | y asc")]
    [InlineData("the most expensive bottle", "asked")]
    public void A_quantity_and_a_price_are_asked_for_by_what_they_are_of(string words, string query) => Assert.Equal(query, Said(words, Cellars.Sake));

    [Theory]
    [InlineData("average mark by gender", "bar | x:gender/ | mean score")]
    [InlineData("3年B組の平均点は", "big_number |  | mean score | column_4 = B;grade = 3")]
    [InlineData("average score of the 2nd graders by gender", "bar | x:gender/ | mean score | grade = 2")]
    [InlineData("average weekly study hours by gender", "bar | x:gender/ | mean column_14")]
    [InlineData("週あたりの学習時間の平均", "big_number |  | mean column_14")]
    [InlineData("生徒の男女比を円グラフで", "pie | x:gender/ | count_distinct student_id")]
    [InlineData("列を多い順に並べて、性別ごとの件数", "bar | x:gender/ | count |  | y desc")]
    public void A_header_in_Japanese_means_what_it_says(string words, string query) => Assert.Equal(query, Said(words, Cellars.School));

    [Theory]
    [InlineData("hw many matches by home adn referee", "how many matches by home and referee")]
    [InlineData("hwo mnay matches by home", "how many matches by home")]
    [InlineData("shwo matches wiht green cards over 3", "show matches with green cards over 3")]
    [InlineData("teh number fo matches pre home", "the number of matches pre home")]
    public void Quick_hands_slip_on_short_words(string typed, string meant) => Assert.Equal(Said(meant, Cellars.Kabaddi), Said(typed, Cellars.Kabaddi));

    [Theory]
    [InlineData("list everything from last week", "table |  |  | arrived in_period last_week")]
    [InlineData("直近30日に注文したものを新しい順に表示", "table |  |  | ordered in_period last_30_days | ordered desc")]
    [InlineData("プレス時間が120を超えたロット", "table |  |  | press_min > 120")]
    [InlineData("lots with a press time over 90, with the largest press time at the top", "table |  |  | press_min > 90 | press_min desc")]
    [InlineData("酒蔵ごとに、件数じゃなくて本数で", "bar | x:brewery/ | sum qty_btl")]
    public void Rows_stand_by_what_was_said_of_them(string words, string query) => Assert.Equal(query, Said(words, Cellars.Sake));

    [Theory]
    [InlineData("lots with a press time over 90", "by brewery", "bar | x:brewery/ | count | press_min > 90")]
    [InlineData("lots with a press time over 90", "per month", "line | x:arrived/month | count | press_min > 90")]
    [InlineData("プレス時間が90を超えたロット", "本数の合計", "big_number |  | sum qty_btl | press_min > 90")]
    [InlineData("プレス時間が90を超えたロット", "長い順に", "table |  |  | press_min > 90 | press_min desc")]
    public void What_is_asked_of_listed_rows_is_reckoned_with_them(string words, string next, string query)
    {
        var listed = Best(words, Cellars.Sake).Query;
        Assert.Equal(ChartType.Table, listed.ChartType);
        Assert.Equal(query, Judge.Say(Best(next, Cellars.Sake, listed).Query, Cellars.Sake, ordered: true, named: true).TrimEnd(' ', '|'));
    }

    [Fact]
    public void The_classes_of_a_histogram_stand_in_their_own_order()
    {
        var ranked = Best("number of lots by brewery, most first", Cellars.Sake).Query;
        Assert.Equal("bar | x:press_min/bin | count", Judge.Say(Best("distribution of press time instead", Cellars.Sake, ranked).Query, Cellars.Sake, ordered: true, named: true).TrimEnd(' ', '|'));
    }

    [Fact]
    public void What_stands_out_is_marked_after_a_forecast_too()
    {
        var ahead = Best("forecast bottles for the next 3 months", Cellars.Sake).Query;
        var marked = Best("any unusual months?", Cellars.Sake, ahead).Query;
        Assert.Equal((ChartType.Line, true, null), (marked.ChartType, marked.Anomalies, marked.Forecast));
    }

    [Fact]
    public void A_forecast_that_says_all_it_needs_is_no_edit()
    {
        var narrowed = Best("number of lots by brewery for Ginjo", Cellars.Sake).Query;
        Assert.Empty(Best("forecast bottles for the next 3 months", Cellars.Sake, narrowed).Query.Filters);
    }

    [Fact]
    public void What_is_heard_by_its_first_letters_is_told()
    {
        var heard = Best("group charts by referee", Cellars.Kabaddi);
        var lettered = Best("green cards by referee", Cellars.Kabaddi);
        Assert.True(lettered.Confidence < Reading.Sure);
        Assert.Contains(lettered.Assumptions, assumption => assumption.Text.Contains("green cards", StringComparison.Ordinal));
        Assert.DoesNotContain(heard.Query.Measures, measure => measure.Field == "gc");
    }

    [Theory]
    [InlineData("total bottles by sake", "asked")]
    [InlineData("酒ごとの本数", "asked")]
    public void What_a_table_is_called_after_divides_nothing(string words, string query) => Assert.Equal(query, Said(words, Cellars.Sake));

    [Theory]
    [InlineData("what is the weather tomorrow")]
    [InlineData("What's the weather like this weekend?")]
    [InlineData("will it rain tomorrow")]
    [InlineData("明日の天気は？")]
    public void Nobody_counts_the_weather_to_come(string words) => Assert.IsType<Refused>(Interpreter.Read(new Request(words, "en", [Cellars.Sake, Cellars.Kabaddi], Corpus.Calendar, Corpus.Today)));

    [Theory]
    [InlineData("women over 30 in Pune", "asked")]
    [InlineData("Pune or Delhi or Patna matches", "big_number |  | count | home in [Delhi,Patna,Pune]")]
    public void No_more_is_read_than_was_said(string words, string query) => Assert.Equal(query, Said(words, Cellars.Kabaddi));

    private static Reading Best(string words, DatasetContract contract, ChartQuery? previous = null) =>
        Assert.IsType<Understood>(Interpreter.Read(new Request(words, words.Any(c => c > 0x2E7F) ? "ja" : "en", [contract], Corpus.Calendar, Corpus.Today, previous))).Readings[0];

    private static string Said(string words, DatasetContract contract) => Pottery.Said(words, contract, ordered: true) is var said && said.Length > 0 ? said.TrimEnd(' ', '|') : said;
}
