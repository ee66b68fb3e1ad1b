using Web.Language;

namespace Web.Tests.Language.Grammar;

/// <summary>Turns of phrase that hold for any data: bins, units, orders, conditions, and edits.</summary>
public sealed class RequestsTests
{
    [Theory]
    [InlineData("people", "distribution of age in bins of 10", "bar | x:age/bin | count |  |  |  |  |  | ")]
    [InlineData("people", "年齢を5歳刻みで人数", "bar | x:age/bin | count |  |  |  |  |  | ")]
    [InlineData("stocks", "volume in 20 buckets", "bar | x:volume/bin | count |  |  |  |  |  | ")]
    [InlineData("players", "players over 30 by team", "bar | x:team/ | count | age > 30 |  |  |  |  | ")]
    [InlineData("players", "players taller than 180 cm", "table |  |  | height_cm > 180 |  |  |  |  | ")]
    [InlineData("movies", "movies longer than 2 hours", "table |  |  | runtime_minutes > 120 |  |  |  |  | ")]
    [InlineData("logistics", "5日以上かかった件数", "big_number |  | count | 配送日数 >= 5 |  |  |  |  | ")]
    [InlineData("logistics", "重量が2トン以上の伝票一覧", "table |  |  | 重量_kg >= 2000 |  |  |  |  | ")]
    [InlineData("flights", "which airline has the worst average arrival delay", "bar | x:airline/ | mean arr_delay |  | y desc | 1 |  |  | ")]
    [InlineData("weather", "average temp_max by city, coldest first", "bar | x:city/ | mean temp_max |  | y asc |  |  |  | ")]
    [InlineData("weather", "temp_max over time for Seattle and Tokyo", "line | x:date/month,series:city/ | mean temp_max | city in [Seattle,Tokyo] |  |  |  |  | ")]
    [InlineData("people", "city with the second highest average salary", "bar | x:city/ | mean salary |  | y desc | 2 |  |  | ")]
    [InlineData("machines", "p95 of vibration by line", "bar | x:line/ | p95 vibration |  |  |  |  |  | ")]
    [InlineData("people", "people by age group", "bar | x:age/bin | count |  |  |  |  |  | ")]
    public void A_turn_of_phrase_is_read(string dataset, string words, string expected) => Assert.Equal(expected, Said(dataset, words));

    [Theory]
    [InlineData("people", "total salary by department", "split that by gender", "bar | x:department/,series:gender/ | sum salary |  |  |  |  |  | ")]
    [InlineData("people", "total salary by department in Tokyo", "remove the city filter", "bar | x:department/ | sum salary |  |  |  |  |  | ")]
    [InlineData("people", "total salary by department in Tokyo", "都市の条件を外して", "bar | x:department/ | sum salary |  |  |  |  |  | ")]
    [InlineData("people", "total salary by department in 2020", "全期間で", "bar | x:department/ | sum salary |  |  |  |  |  | ")]
    [InlineData("people", "total salary by department", "the other way round", "bar | x:department/ | sum salary |  | y asc |  |  |  | ")]
    [InlineData("people", "headcount by month", "by department", "line | x:hire_date/month,series:department/ | count |  |  |  |  |  | ")]
    [InlineData("people", "headcount by month", "by department instead", "bar | x:department/ | count |  |  |  |  |  | ")]
    [InlineData("orders", "sales by category", "Furnitureを外して", "bar | x:Category/ | sum Sales | Category != Furniture |  |  |  |  | ")]
    [InlineData("people", "average salary by city", "中央値で", "bar | x:city/ | median salary |  |  |  |  |  | ")]
    public void An_edit_changes_what_it_names(string dataset, string before, string words, string expected) => Assert.Equal(expected, Said(dataset, words, before));

    [Theory]
    [InlineData("people", "book me two tickets")]
    [InlineData("people", "who should I hire?")]
    public void What_asks_for_no_chart_shows_none(string dataset, string words) => Assert.IsType<Refused>(Corpus.Ask(new Example { Dataset = dataset, Utterance = words }, ""));

    private static string Said(string dataset, string words, string? before = null)
    {
        var answer = Corpus.Ask(new Example { Dataset = dataset, Utterance = words, Before = before }, "");
        return answer is Understood understood ? Judge.Say(understood.Readings[0].Query, Corpus.Contracts[dataset]) : answer.ToString()!;
    }
}
