using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Rows by their own plural, people by their number, prices of one, the greatest of all rows, what participles belong to, and years in a column of their own.</summary>
public sealed class TellingTests
{
    private static readonly DatasetContract Rentals = new()
    {
        Key = "export_31",
        DefaultTime = "rented_on",
        DefaultMeasure = "distance_km",
        Columns =
        [
            new() { Name = "rental_no", Type = ColumnType.Text, Role = ColumnRole.Identity },
            new() { Name = "customer_number", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["C1", "C2", "C3"] },
            new() { Name = "customer_class", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Firm", "Private"] },
            new() { Name = "vehicle_type", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Van", "Estate"] },
            new() { Name = "rented_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "booking_flag", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
            new() { Name = "age", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "distance_km", Unit = "km", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "rental_charge", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("number of rentals by customer type", "bar | x:customer_class/ | count |  |  |  |  |  | ")]
    [InlineData("number of rentals by customer category, stacked by vehicle type", "bar | x:customer_class/,series:vehicle_type/ | count |  |  |  | stacked |  | ")]
    [InlineData("rentals by vehicle type", "bar | x:vehicle_type/ | count |  |  |  |  |  | ")]
    [InlineData("rentals per month", "line | x:rented_on/month | count |  |  |  |  |  | ")]
    [InlineData("how many different customers in 2025", "big_number |  | count_distinct customer_number | rented_on in_period 2025 |  |  |  |  | ")]
    [InlineData("list rentals that were reserved", "table |  |  | booking_flag = true |  |  |  |  | ")]
    [InlineData("list rentals of people aged 65 or over that were reserved", "table |  |  | age >= 65;booking_flag = true |  |  |  |  | ")]
    [InlineData("distance driven by vehicle type", "bar | x:vehicle_type/ | sum distance_km |  |  |  |  |  | ")]
    [InlineData("kilometres per month", "line | x:rented_on/month | sum distance_km |  |  |  |  |  | ")]
    [InlineData("revenue by month", "line | x:rented_on/month | sum rental_charge |  |  |  |  |  | ")]
    [InlineData("四半期別の売り上げ", "line | x:rented_on/quarter | sum rental_charge |  |  |  |  |  | ")]
    [InlineData("vehicle_type別の売上", "bar | x:vehicle_type/ | sum rental_charge |  |  |  |  |  | ")]
    [InlineData("what was the largest single rental charge in 2025", "big_number |  | max rental_charge | rented_on in_period 2025 |  |  |  |  | ")]
    [InlineData("what was the smallest single rental (distance_km)", "big_number |  | min distance_km |  |  |  |  |  | ")]
    [InlineData("月別の件数を前年同月と比べて", "line | x:rented_on/month | count |  |  |  |  |  | previous_year")]
    public void A_request_is_read(string words, string expected) => Assert.Equal(expected, Said(words, Rentals));

    [Theory]
    [InlineData("list rentals that were insured")]
    [InlineData("list rentals of people aged 65 or over that were subsidised")]
    public void A_condition_that_nothing_is_known_of_is_asked_about(string words) => Assert.IsNotType<Understood>(InterpreterTests.Ask(words, [Rentals]));

    private static readonly DatasetContract Cottages = new()
    {
        Key = "export_32",
        DefaultTime = "listed_on",
        Columns =
        [
            new() { Name = "village", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Crail", "Elie"] },
            new() { Name = "owner_since", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "premium_host", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
            new() { Name = "price", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "minimum_nights", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "review_score", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
        ],
    };

    [Theory]
    [InlineData("list everything in Crail under 90 a night", "table |  |  | price < 90;village = Crail |  |  |  |  | ")]
    [InlineData("list everything over 150 per night", "table |  |  | price > 150 |  |  |  |  | ")]
    [InlineData("1泊120以上を一覧で", "table |  |  | price >= 120 |  |  |  |  | ")]
    [InlineData("list everything with minimum nights over 3", "table |  |  | minimum_nights > 3 |  |  |  |  | ")]
    [InlineData("average review score, premium hosts against the rest", "bar | x:premium_host/ | mean review_score |  |  |  |  |  | ")]
    [InlineData("mean review score by village with a target line at 4.5", "bar | x:village/ | mean review_score |  |  |  |  |  |  | target 4.5")]
    public void Prices_of_one_and_the_rest(string words, string expected) => Assert.Equal(expected, Said(words, Cottages));

    private static readonly DatasetContract Orchards = new()
    {
        Key = "export_33",
        DefaultTime = "picked_on",
        Columns =
        [
            new() { Name = "season_year", Type = ColumnType.Integer, Role = ColumnRole.Time },
            new() { Name = "orchard", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Hill", "Vale"] },
            new() { Name = "crop", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Apple", "Pear"] },
            new() { Name = "picked_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "area_ha", Unit = "ha", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "yield_t", Unit = "t", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("how has our yield changed over the years", "line | x:season_year/ | sum yield_t |  |  |  |  |  | ")]
    [InlineData("年ごとのyield_t", "line | x:season_year/ | sum yield_t |  |  |  |  |  | ")]
    [InlineData("yield by month", "line | x:picked_on/month | sum yield_t |  |  |  |  |  | ")]
    [InlineData("area planted per orchard", "bar | x:orchard/ | sum area_ha |  |  |  |  |  | ")]
    [InlineData("area planted per crop", "bar | x:crop/ | sum area_ha |  |  |  |  |  | ")]
    public void Seasons_and_what_was_done(string words, string expected) => Assert.Equal(expected, Said(words, Orchards));

    [Fact]
    public void A_date_is_stepped_by_years_where_the_other_year_is_of_something_else()
    {
        var built = Orchards with { Columns = [.. Orchards.Columns.Select(c => c.Name == "season_year" ? c with { Name = "birth_year" } : c)] };
        Assert.Equal("line | x:picked_on/year | sum yield_t |  |  |  |  |  | ", Said("yield over the years", built));
    }

    private static readonly DatasetContract Claims = new()
    {
        Key = "export_34",
        DefaultTime = "c4",
        Columns =
        [
            Text("c1", "請求番号", ColumnRole.Identity), Text("c2", "請求事由", ColumnRole.Dimension, "火災", "盗難"), Text("c3", "種目", ColumnRole.Dimension, "車", "家"),
            new() { Name = "c4", SourceName = "受付日", Titles = Both("受付日"), Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "c5", SourceName = "請求額", Titles = Both("請求額"), Type = ColumnType.Money, Currency = "JPY", Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "c6", SourceName = "支払額", Titles = Both("支払額"), Type = ColumnType.Money, Currency = "JPY", Role = ColumnRole.Measure, DefaultAggregate = "sum" },
        ],
    };

    [Theory]
    [InlineData("請求の種目別件数", "bar | x:c3/ | count |  |  |  |  |  | ")]
    [InlineData("請求額の種目別合計", "bar | x:c3/ | sum c5 |  |  |  |  |  | ")]
    [InlineData("種目別の請求額と件数", "bar | x:c3/ | count,sum c5 |  |  |  |  |  | ")]
    [InlineData("claims by 種目", "bar | x:c3/ | count |  |  |  |  |  | ")]
    [InlineData("支払額の最高額", "big_number |  | max c6 |  |  |  |  |  | ")]
    [InlineData("what was the largest single claim (請求額)", "big_number |  | max c5 |  |  |  |  |  | ")]
    public void Rows_are_no_figure(string words, string expected) => Assert.Equal(expected, Said(words, Claims));

    private static Column Text(string name, string title, ColumnRole role, params string[] values) => new() { Name = name, SourceName = title, Titles = Both(title), Type = ColumnType.Text, Role = role, Values = values.Length > 0 ? values : null };

    private static Dictionary<string, string> Both(string title) => new() { ["en"] = title, ["ja"] = title };

    private static string Said(string words, DatasetContract contract)
    {
        var answer = InterpreterTests.Ask(words, [contract]);
        return answer is Understood understood ? Judge.Say(understood.Readings[0].Query, contract) : answer.ToString()!;
    }
}
