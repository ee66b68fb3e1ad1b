namespace Web.Tests.Language;

/// <summary>Instructions in whole sentences: what commands, what narrows, what a bound is held against, and what stands around all that.</summary>
public sealed class InstructionsTests
{
    [Theory]
    [InlineData("For each ferry, show the number of crossings in a bar chart", "bar | x:ferry_name/ | count")]
    [InlineData("ferries with over 40 crossings", "bar | x:ferry_name/ | count | count() > 40")]
    [InlineData("number of different ferries per route, order by the count desc", "bar | x:route/ | count_distinct ferry_name |  | y desc")]
    [InlineData("the number and the average rating of crossings for each route", "bar | x:route/ | count,mean rating")]
    [InlineData("Which captains have more than 9 crossings? Give a bar chart of the number.", "bar | x:captain/ | count | count() > 9")]
    [InlineData("tbl: route, crossings, fuel surcharge", "table | route/ | count,sum fuel_surcharge")]
    [InlineData("passenger count by route", "bar | x:route/ | sum passengers")]
    [InlineData("crossings each captain made by route", "bar | x:captain/,series:route/ | count")]
    public void Rows_are_counted_by_what_the_table_keeps_by_name(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("crossings on or after 2025-03-01 by route", "bar | x:route/ | count | start_date in_period {from=2025-03-01}")]
    [InlineData("crossings on or before 2025-03-01 by route", "bar | x:route/ | count | start_date in_period {to=2025-03-01}")]
    [InlineData("crossings after 2025-03-01 by route", "bar | x:route/ | count | start_date in_period {from=2025-03-02}")]
    [InlineData("crossings starting in July 2026 by route", "bar | x:route/ | count | start_date in_period 2026-07")]
    [InlineData("passengers by route starting in July 2026", "bar | x:route/ | sum passengers | start_date in_period {from=2026-07-01}")]
    [InlineData("crossings built between 1850 and 1890 by route", "bar | x:route/ | count | built_year between [1850,1890]")]
    [InlineData("passengers by route for the year 2025", "bar | x:route/ | sum passengers | start_date in_period 2025")]
    public void Days_are_held_as_they_are_said(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("fuel surcharge by route for crossings from Kiel to Bergen or Hirtshals", "bar | x:route/ | sum fuel_surcharge | destination in [Bergen,Hirtshals];origin = Kiel")]
    [InlineData("passengers by captain, leaving Coastal out", "bar | x:captain/ | sum passengers | route != Coastal")]
    [InlineData("passengers by captain with Coastal left out", "bar | x:captain/ | sum passengers | route != Coastal")]
    [InlineData("passengers carried by captains from Kiel for each route", "bar | x:route/ | sum passengers | origin = Kiel")]
    [InlineData("number of crossings whose vehicle count is not 50 by route", "bar | x:route/ | count | vehicle_count != 50")]
    [InlineData("crossings with the letter J in their captain by route", "bar | x:route/ | count | captain contains J")]
    [InlineData("more than 2 but fewer than 8 passengers, fuel surcharge by route", "bar | x:route/ | sum fuel_surcharge | passengers < 8;passengers > 2")]
    [InlineData("average rating by route, only for crossings longer than 300 in distance", "bar | x:route/ | mean rating | distance > 300")]
    [InlineData("crossings that do not have any captain by route", "bar | x:route/ | count | captain is_null")]
    public void What_narrows_is_kept_apart_from_what_divides(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("captains with 3000 or more in fuel surcharge", "bar | x:captain/ | sum fuel_surcharge | sum(fuel_surcharge) >= 3000")]
    [InlineData("ferries carrying over 5000 passengers altogether", "bar | x:ferry_name/ | sum passengers | sum(passengers) > 5000")]
    [InlineData("captains whose crossings add up to more than 5000 passengers", "bar | x:captain/ | sum passengers | sum(passengers) > 5000")]
    [InlineData("fuel surcharge of each captain for crossings in a ferry with a capacity over 900", "bar | x:captain/ | sum fuel_surcharge | capacity > 900")]
    public void A_bound_is_held_against_what_it_is_said_of(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("In what percentage of Coastal crossings was the hull insulated?", "big_number |  | mean insulated | route = Coastal")]
    [InlineData("What is the strongest rating?", "big_number |  | max rating")]
    [InlineData("passengers by route, biggest share first", "bar | x:route/ | sum passengers |  | y desc |  |  | share")]
    [InlineData("captains in alphabetical order with their number of crossings", "bar | x:captain/ | count |  | x asc")]
    [InlineData("which route carries the most passengers", "bar | x:route/ | sum passengers |  | y desc | 1")]
    [InlineData("passengers by route, from few to many", "bar | x:route/ | sum passengers |  | y asc")]
    [InlineData("how often does each captain sail each route, heatmap", "heatmap | captain/,route/ | count")]
    public void Figures_and_orders_are_those_that_are_asked_for(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("for the Monday meeting: passengers by route", "bar | x:route/ | sum passengers")]
    [InlineData("Our planning team would like to know passengers by route", "bar | x:route/ | sum passengers")]
    [InlineData("来週の営業会議に向けて、routeごとのpassengers", "bar | x:route/ | sum passengers")]
    [InlineData("passengers by route on Mondays", "bar | x:route/ | sum passengers | start_date@weekday = 1")]
    public void What_it_is_for_is_no_condition(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("a table of all crossings with rating below 3, sorted by rating from low to high", "rating < 3", "rating asc")]
    [InlineData("the latest 5 crossings by show date", "", "show_date desc")]
    [InlineData("all crossings from Kiel in 2025", "origin = Kiel;start_date in_period 2025", "")]
    public void Rows_that_are_named_and_narrowed_are_listed(string words, string filters, string sort)
    {
        var said = Pottery.Said(words, Ferries.Crossings, ordered: true).Split(" | ");
        Assert.Equal(("table", "", filters, sort), (said[0], said[1].Trim(), said[3].Trim(), said[4].Trim()));
    }

    [Theory]
    [InlineData("passengersが一番多いcrossingはいくつ？", "big_number |  | max passengers")]
    [InlineData("航路(route)ごとのpassengers", "bar | x:route/ | sum passengers")]
    [InlineData("passengersは前月から何%増減したのか、月ごとに", "line | x:start_date/month | sum passengers |  |  |  |  | change_percent")]
    [InlineData("CoastalとFjordの2つのrouteでpassengersを横並びに", "bar | x:route/ | sum passengers | route in [Coastal,Fjord]")]
    [InlineData("評価5のcrossingをrouteごとに数えて", "bar | x:route/ | count | stars = 5")]
    public void Japanese_says_it_in_its_own_way(string words, string query) => Assert.Equal(query, Trimmed(words));

    private static string Trimmed(string words) => Ferries.Said(words).TrimEnd(' ', '|');
}
