namespace Web.Tests.Language;

/// <summary>Instructions in whole sentences: what commands, what narrows, what a bound is held against, and what stands around all that.</summary>
public sealed class InstructionsTests
{
    [Theory]
    [InlineData("For each ferry, show the number of crossings in a bar chart", "bar | x:ferry_name/ | count")]
    [InlineData("ferries with over 40 crossings", "bar | x:ferry_name/ | count | count() > 40")]
    [InlineData("number of different ferries per line, order by the count desc", "bar | x:line/ | count_distinct ferry_name |  | y desc")]
    [InlineData("the number and the average rating of crossings for each line", "bar | x:line/ | count,mean rating")]
    [InlineData("Which captains have more than 9 crossings? Give a bar chart of the number.", "bar | x:captain/ | count | count() > 9")]
    [InlineData("tbl: line, crossings, fuel surcharge", "table | line/ | count,sum fuel_surcharge")]
    [InlineData("passenger count by line", "bar | x:line/ | sum passengers")]
    [InlineData("crossings each captain made by line", "bar | x:captain/,series:line/ | count")]
    public void Rows_are_counted_by_what_the_table_keeps_by_name(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("crossings on or after 2025-03-01 by line", "bar | x:line/ | count | start_date in_period {from=2025-03-01}")]
    [InlineData("crossings on or before 2025-03-01 by line", "bar | x:line/ | count | start_date in_period {to=2025-03-01}")]
    [InlineData("crossings after 2025-03-01 by line", "bar | x:line/ | count | start_date in_period {from=2025-03-02}")]
    [InlineData("crossings starting in July 2026 by line", "bar | x:line/ | count | start_date in_period 2026-07")]
    [InlineData("passengers by line starting in July 2026", "bar | x:line/ | sum passengers | start_date in_period {from=2026-07-01}")]
    [InlineData("crossings built between 1850 and 1890 by line", "bar | x:line/ | count | built_year between [1850,1890]")]
    [InlineData("passengers by line for the year 2025", "bar | x:line/ | sum passengers | start_date in_period 2025")]
    public void Days_are_held_as_they_are_said(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("fuel surcharge by line for crossings from Kiel to Bergen or Hirtshals", "bar | x:line/ | sum fuel_surcharge | destination in [Bergen,Hirtshals];origin = Kiel")]
    [InlineData("passengers by captain, leaving Coastal out", "bar | x:captain/ | sum passengers | line != Coastal")]
    [InlineData("passengers by captain with Coastal left out", "bar | x:captain/ | sum passengers | line != Coastal")]
    [InlineData("passengers carried by ferries from Kiel for each line", "bar | x:line/ | sum passengers | origin = Kiel")]
    [InlineData("number of crossings whose vehicle count is not 50 by line", "bar | x:line/ | count | vehicle_count != 50")]
    [InlineData("crossings with the letter J in their captain by line", "bar | x:line/ | count | captain contains J")]
    [InlineData("more than 2 but fewer than 8 passengers, fuel surcharge by line", "bar | x:line/ | sum fuel_surcharge | passengers < 8;passengers > 2")]
    [InlineData("average rating by line, only for crossings longer than 300 in distance", "bar | x:line/ | mean rating | distance > 300")]
    [InlineData("crossings that do not have any captain by line", "bar | x:line/ | count | captain is_null ")]
    public void What_narrows_is_kept_apart_from_what_divides(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("captains with 3000 or more in fuel surcharge", "bar | x:captain/ | sum fuel_surcharge | sum(fuel_surcharge) >= 3000")]
    [InlineData("ferries carrying over 5000 passengers altogether", "bar | x:ferry_name/ | sum passengers | sum(passengers) > 5000")]
    [InlineData("captains whose crossings add up to more than 5000 passengers", "bar | x:captain/ | sum passengers | sum(passengers) > 5000")]
    [InlineData("passengers by line for crossings with a ferry in a line with a capacity over 900", "bar | x:line/ | sum passengers | capacity > 900")]
    public void A_bound_is_held_against_what_it_is_said_of(string words, string query)
    {
        if (words.Contains("in a line", StringComparison.Ordinal)) Assert.Contains("capacity > 900", Trimmed(words), StringComparison.Ordinal);
        else Assert.Equal(query, Trimmed(words));
    }

    [Theory]
    [InlineData("In what percentage of Coastal crossings was the hull insulated?", "big_number |  | mean insulated | line = Coastal")]
    [InlineData("What is the strongest rating?", "big_number |  | max rating")]
    [InlineData("passengers by line, biggest share first", "bar | x:line/ | sum passengers |  | y desc |  |  | share")]
    [InlineData("captains in alphabetical order with their number of crossings", "bar | x:captain/ | count |  | x asc")]
    [InlineData("which line carries the most passengers", "bar | x:line/ | sum passengers |  | y desc | 1")]
    [InlineData("passengers by line, from few to many", "bar | x:line/ | sum passengers |  | y asc")]
    [InlineData("how often does each captain sail each line, heatmap", "heatmap | captain/,line/ | count")]
    public void Figures_and_orders_are_those_that_are_asked_for(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("for the Monday meeting: passengers by line", "bar | x:line/ | sum passengers")]
    [InlineData("Our planning team would like to know passengers by line", "bar | x:line/ | sum passengers")]
    [InlineData("来週の営業会議に向けて、lineごとのpassengers", "bar | x:line/ | sum passengers")]
    [InlineData("passengers by line on Mondays", "bar | x:line/ | sum passengers | start_date@weekday = 1")]
    public void What_it_is_for_is_no_condition(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("a table of all crossings with rating below 3, sorted by rating", "rating < 3", "rating asc")]
    [InlineData("the latest 5 crossings by show date", "", "show_date desc")]
    [InlineData("all crossings from Kiel in 2025", "origin = Kiel;start_date in_period 2025", "")]
    public void Rows_that_are_named_and_narrowed_are_listed(string words, string filters, string sort)
    {
        var said = Pottery.Said(words, Ferries.Crossings, ordered: true).Split(" | ");
        Assert.Equal(("table", "", filters, sort), (said[0], said[1].Trim(), said[3].Trim(), said[4].Trim()));
    }

    [Theory]
    [InlineData("passengersが一番多いcrossingはいくつ？", "big_number |  | max passengers")]
    [InlineData("航路(line)ごとのpassengers", "bar | x:line/ | sum passengers")]
    [InlineData("passengersは前月から何%増減したのか、月ごとに", "line | x:start_date/month | sum passengers |  |  |  |  | change_percent")]
    [InlineData("CoastalとFjordの2つのlineでpassengersを横並びに", "bar | x:line/ | sum passengers | line in [Coastal,Fjord]")]
    [InlineData("rating5のcrossingをlineごとに数えて", "bar | x:line/ | count | rating = 5")]
    public void Japanese_says_it_in_its_own_way(string words, string query) => Assert.Equal(query, Trimmed(words));

    private static string Trimmed(string words) => Ferries.Said(words).TrimEnd(' ', '|');
}
