using static Web.Tests.Language.Convoys;

namespace Web.Tests.Language.Grammar;

/// <summary>Ordinary ways to say one thing, over words that the table itself uses.</summary>
public sealed class PhrasesTests
{
    [Theory]
    [InlineData("number of runs with no more than 40 passengers", "passengers <= 40")]
    [InlineData("number of runs with less than or equal to 40 passengers by garrison", "passengers <= 40")]
    [InlineData("number of runs with greater than or equal to 40 passengers by garrison", "passengers >= 40")]
    [InlineData("number of runs with more than two dozen passengers", "passengers > 24")]
    [InlineData("number of runs with over a thousand passengers", "passengers > 1000")]
    [InlineData("number of runs with 50–150 passengers", "passengers between [150,50]")]
    [InlineData("number of runs between €50 and €90 in fare, by garrison", "x:garrison/ | count | fare between [50,90]")]
    [InlineData("average fare of runs from €50 up to €90 by cargo", "mean fare | fare between [50,90]")]
    [InlineData("乗客が40〜60人の便数を駐屯地別に", "count | passengers between [40,60]")]
    [InlineData("運賃50〜90ユーロの便数を貨物別に", "count | fare between [50,90]")]
    [InlineData("運賃50ユーロまでの便数を貨物別に", "count | fare <= 50")]
    [InlineData("which garrisons are above €15,000 in total?", "sum(fare) > 15000")]
    [InlineData("runs that were not on time and had over 200 passengers", "table |  |  | on_time = false;passengers > 200")]
    [InlineData("number of runs with minimum 40 passengers by garrison", "x:garrison/ | count | passengers >= 40")]
    [InlineData("number of runs by garrison, maximum fare 90", "x:garrison/ | count | fare <= 90")]
    [InlineData("乗客が40以上でない便の件数", "count | passengers < 40")]
    [InlineData("運賃が80より高いものを表示して", "table |  |  | fare > 80")]
    public void Bounds(string words, string expected) => Assert.Contains(expected, Said(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("number of runs by garrison, not on weekends", "left_base_on@weekday in [1,2,3,4,5]")]
    [InlineData("土日以外の便数を駐屯地別に", "left_base_on@weekday in [1,2,3,4,5]")]
    [InlineData("毎年3月の乗客数を年別に", "left_base_on@month_of_year = 3")]
    [InlineData("昨年1年間の乗客数を駐屯地別に", "left_base_on in_period last_year")]
    [InlineData("number of runs no later than March 31, 2025 by garrison", "{to=2025-03-31}")]
    [InlineData("passengers by month since the start of the year", "{from=2026-01-01,to=2026-11-20}")]
    [InlineData("passengers this year vs last by garrison", "this_year |  |  |  |  | previous_year")]
    [InlineData("year over year growth of passengers", "x:left_base_on/year | sum passengers |  |  |  |  | change_percent")]
    [InlineData("number of runs in the next 7 days by garrison", "count | left_base_on in_period {from=2026-11-21,to=2026-11-27}")]
    [InlineData("number of runs by garrison on 20/11/2025", "{from=2025-11-20,to=2025-11-20}")]
    [InlineData("number of runs from yesterday by garrison", "{from=2026-11-19,to=2026-11-19}")]
    [InlineData("件数を月ごとに、今年の分だけ", "line | x:left_base_on/month | count | left_base_on in_period this_year")]
    public void Times(string words, string expected) => Assert.Contains(expected, Said(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("DoverでもCalaisでもない便の件数", "garrison not_in [Calais,Dover]")]
    [InlineData("total passengers by garrison, on time only", "x:garrison/ | sum passengers | on_time = true")]
    [InlineData("total passengers by garrison, on time ones only", "x:garrison/ | sum passengers | on_time = true")]
    [InlineData("number of runs by on time or not", "x:on_time/ | count |  |")]
    public void What_is_left_out_and_what_alone_is_meant(string words, string expected) => Assert.Contains(expected, Said(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("how many runs in total?", "big_number |  | count |")]
    [InlineData("how many runs include a fare?", "count | fare > 0")]
    [InlineData("how many MWh by garrison", "sum electricity_mwh")]
    [InlineData("typical fare by garrison", "mean fare")]
    [InlineData("what are the different garrisons, and how many runs have each", "x:garrison/ | count |")]
    [InlineData("number of distinct garrisons in a bar chart", "bar | x:garrison/ | count |")]
    [InlineData("passengers by garrison in tabular form", "table | garrison/ | sum passengers")]
    [InlineData("total passengers by garrison, ordered from high to low", "sum passengers |  | y desc")]
    [InlineData("平均運賃　駐屯地　高い順", "mean fare |  | y desc")]
    [InlineData("passengers on a monthly basis", "line | x:left_base_on/month | sum passengers")]
    [InlineData("highest value of fare per garrison", "x:garrison/ | max fare")]
    [InlineData("総件数", "big_number |  | count |")]
    [InlineData("garrison別に何種類のcargoを扱っているか", "x:garrison/ | count_distinct cargo")]
    [InlineData("運賃と乗客数を駐屯地別に並べて", "x:garrison/ | sum fare,sum passengers |  |  |")]
    [InlineData("駐屯地別の便数、合計の降順", "x:garrison/ | count |  | y desc")]
    [InlineData("garrison別の便数、名前の降順", "x:garrison/ | count |  | x desc")]
    [InlineData("left_base_onの新しい順に20件", "table |  |  |  |  | 20")]
    [InlineData("top 10 runs by fare", "table |  |  |  |  | 10")]
    public void Figures_charts_and_orders(string words, string expected) => Assert.Contains(expected, Said(words), StringComparison.Ordinal);
}
