using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>What is counted: things that befall a row, rows by their general names, people whom the rows only mention, and what is left when one is taken out.</summary>
public sealed class ThingsOfRowsTests
{
    private static readonly DatasetContract Regatta = new()
    {
        Key = "regatta_log",
        DefaultTime = "held_on",
        Columns =
        [
            new() { Name = "sailor", SourceName = "選手", Titles = Both("選手"), Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ida Holm", "Ken Mori", "Lia Costa"], Synonyms = ["sailor"] },
            new() { Name = "country", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Norway", "Kenya", "Chile"] },
            new() { Name = "boat", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Laser", "Finn", "Nacra"] },
            new() { Name = "award", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Cup", "Plate", "Shield"] },
            new() { Name = "held_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "season_year", Type = ColumnType.Integer, Role = ColumnRole.Time },
            new() { Name = "age", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "points", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "place", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "course", SourceName = "コース", Titles = Both("コース"), Type = ColumnType.Integer, Role = ColumnRole.Dimension },
        ],
    };

    [Theory]
    [InlineData("awards by country", "bar | x:country/ | count | award not_null  |  |  |  |  | ")]
    [InlineData("number of awards per boat", "bar | x:boat/ | count | award not_null  |  |  |  |  | ")]
    [InlineData("how many different awards per boat", "bar | x:boat/ | count_distinct award |  |  |  |  |  | ")]
    [InlineData("boats by country", "bar | x:country/ | count_distinct boat |  |  |  |  |  | ")]
    [InlineData("which country won the most awards", "bar | x:country/ | count | award not_null  | y desc | 1 |  |  | ")]
    [InlineData("which 2 boats had the most entries?", "bar | x:boat/ | count |  | y desc | 2 |  |  | ")]
    [InlineData("pointsが30以上の記録が一番多いboatは？", "bar | x:boat/ | count | points >= 30 | y desc | 1 |  |  | ")]
    [InlineData("show all results of sailors from Norway", "table |  |  | country = Norway |  |  |  |  | ")]
    [InlineData("Cup and Shield awards per country as stacked bars", "bar | x:country/,series:award/ | count | award in [Cup,Shield] |  |  | stacked |  | ")]
    [InlineData("age distribution in bins of 4 years", "bar | x:age/bin | count |  |  |  |  |  | ")]
    [InlineData("best (lowest) place per boat", "bar | x:boat/ | min place |  |  |  |  |  | ")]
    [InlineData("18歳未満の選手をboat別に人数で", "bar | x:boat/ | count_distinct sailor | age < 18 |  |  |  |  | ")]
    [InlineData("Chile以外のcountryの平均points", "bar | x:country/ | mean points | country != Chile |  |  |  |  | ")]
    [InlineData("average points of countries other than Chile", "bar | x:country/ | mean points | country != Chile |  |  |  |  | ")]
    [InlineData("average points for countries other than Chile by boat", "bar | x:boat/ | mean points | country != Chile |  |  |  |  | ")]
    [InlineData("コース２のpointsの合計をboat別に", "bar | x:boat/ | sum points | course = 2 |  |  |  |  | ")]
    [InlineData("boat別の参加選手数", "bar | x:boat/ | count_distinct sailor |  |  |  |  |  | ")]
    [InlineData("awardの種類別の件数", "bar | x:award/ | count |  |  |  |  |  | ")]
    [InlineData("montly total of points", "line | x:held_on/month | sum points |  |  |  |  |  | ")]
    [InlineData("quaterly avrage of points", "line | x:held_on/quarter | mean points |  |  |  |  |  | ")]
    public void Things_are_counted_as_they_are_meant(string words, string expected) => Assert.Equal(expected, Said(words, Regatta));

    private static readonly DatasetContract Rooms = new()
    {
        Key = "room_bookings",
        DefaultTime = "booked_on",
        Columns =
        [
            new() { Name = "ref", Type = ColumnType.Text, Role = ColumnRole.Identity },
            new() { Name = "agency", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Direct", "Agent A"] },
            new() { Name = "status", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Open", "Closed"] },
            new() { Name = "booked_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "departure_date", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "opened_at", Type = ColumnType.Timestamp, Role = ColumnRole.Time },
            new() { Name = "charge", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("monthly departures in 2025", "line | x:departure_date/month | count | departure_date in_period 2025 |  |  |  |  | ")]
    [InlineData("monthly bookings in 2025", "line | x:booked_on/month | count | booked_on in_period 2025 |  |  |  |  | ")]
    [InlineData("昨年のchargeを月別に(出発日基準)", "line | x:departure_date/month | sum charge | departure_date in_period last_year |  |  |  |  | ")]
    [InlineData("departure_dateベースで2025年の月別件数", "line | x:departure_date/month | count | departure_date in_period 2025 |  |  |  |  | ")]
    [InlineData("オープン日の月次の件数", "line | x:opened_at/month | count |  |  |  |  |  | ")]
    [InlineData("charge by agency with one colour per status, stacked", "bar | x:agency/,series:status/ | sum charge |  |  |  | stacked |  | ")]
    public void The_time_that_is_said_is_meant(string words, string expected) => Assert.Equal(expected, Said(words, Rooms));

    [Theory]
    [InlineData("list all open bookings", "table |  |  | status = Open |  |  |  |  | ")]
    [InlineData("at what hour of the day are the most room bookings opened?", "bar | x:opened_at/hour_of_day | count |  | y desc | 1 |  |  | ")]
    [InlineData("a stacked bar chart with the agency on the x axis, the number of bookings on the y axis and one colour per status", "bar | x:agency/,series:status/ | count |  |  |  | stacked |  | ")]
    public void What_is_wanted_is_heard(string words, string expected) => Assert.Equal(expected, Said(words, Rooms));

    [Fact]
    public void Persons_are_not_counted_where_there_are_none() => Assert.IsType<Unsure>(InterpreterTests.Ask("agency別の宿泊人数の合計", [Rooms]));

    private static readonly DatasetContract Purse = new()
    {
        Key = "purse",
        DefaultTime = "day",
        Columns =
        [
            new() { Name = "day", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "kind", SourceName = "費目", Titles = Both("費目"), Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["食費", "光熱費"] },
            new() { Name = "amount", SourceName = "金額", Titles = Both("金額"), Type = ColumnType.Money, Currency = "JPY", Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "points", SourceName = "ポイント", Titles = Both("ポイント"), Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("費目別の支出", "bar | x:kind/ | sum amount |  |  |  |  |  | ")]
    [InlineData("monthly spending by kind", "line | x:day/month,series:kind/ | sum amount |  |  |  |  |  | ")]
    [InlineData("月ごとの出費の推移", "line | x:day/month | sum amount |  |  |  |  |  | ")]
    public void What_was_spent_is_the_only_money(string words, string expected) => Assert.Equal(expected, Said(words, Purse));

    private static readonly DatasetContract Parcels = new()
    {
        Key = "parcels",
        Columns =
        [
            new() { Name = "c1", SourceName = "配送方法", Titles = Both("配送方法"), Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["陸", "空"] },
            new() { Name = "c2", SourceName = "配送業者", Titles = Both("配送業者"), Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["甲", "乙"] },
            new() { Name = "c3", SourceName = "箱数", Titles = Both("箱数"), Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "c4", SourceName = "破損数", Titles = Both("破損数"), Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("配送別に集計して")]
    [InlineData("数を配送業者別に合計して")]
    public void What_several_columns_may_mean_is_asked(string words) => Assert.IsType<Unsure>(InterpreterTests.Ask(words, [Parcels]));

    [Theory]
    [InlineData("配送業者別に破損数を合計して", "bar | x:c2/ | sum c4 |  |  |  |  |  | ")]
    public void What_one_column_means_is_not_asked(string words, string expected) => Assert.Equal(expected, Said(words, Parcels));

    private static Dictionary<string, string> Both(string title) => new() { ["en"] = title, ["ja"] = title };

    private static string Said(string words, DatasetContract contract)
    {
        var answer = InterpreterTests.Ask(words, [contract]);
        return answer is Understood understood ? Judge.Say(understood.Readings[0].Query, contract) : answer.ToString()!;
    }
}
