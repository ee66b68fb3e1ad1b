using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>What long instructions say of the rows, the bars and their order, and what they leave out.</summary>
public sealed class WholeSentencesTests
{
    [Theory]
    [InlineData("hours worked by workshop, Graz excluded", "bar | x:workshop/ | sum hours_worked | workshop != Graz")]
    [InlineData("hours worked by workshop, Graz not considered", "bar | x:workshop/ | sum hours_worked | workshop != Graz")]
    [InlineData("number of repairs by workshop where the damage type does not equal to Wing", "bar | x:workshop/ | count | damage_type != Wing")]
    [InlineData("number of repairs by workshop, ignore repairs with less than 5 hours worked", "bar | x:workshop/ | count | hours_worked >= 5")]
    [InlineData("average span by workshop, leave out anything over 18 span", "bar | x:workshop/ | mean span | span <= 18")]
    [InlineData("repairs by workshop, leave 2019 out", "asked")]
    [InlineData("repairs by workshop that neither were a Canopy nor a Wing", "bar | x:workshop/ | count | damage_type != Canopy;damage_type != Wing")]
    [InlineData("repairs by workshop, ignoring repairs whose rating is null", "bar | x:workshop/ | count | rating not_null")]
    [InlineData("hours worked by repair status, Graz and Lund excluded", "bar | x:repair_status/ | sum hours_worked | workshop not_in [Graz,Lund]")]
    [InlineData("Graz or Lund repairs excluded, hours worked by damage type", "bar | x:damage_type/ | sum hours_worked | workshop not_in [Graz,Lund]")]
    [InlineData("hours worked by workshop, excluding repairs with rating over 4", "bar | x:workshop/ | sum hours_worked | rating <= 4")]
    [InlineData("hours worked by workshop where rating is not between 2 and 4", "bar | x:workshop/ | sum hours_worked | any(rating < 2,rating > 4)")]
    [InlineData("repairs of gliders not built in 1985 by workshop", "bar | x:workshop/ | count | built_year != 1985")]
    [InlineData("工房別の作業時間、翼の修理と尾翼の修理は除外して", "asked")]
    public void What_is_left_out_is_left_out(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("For those repairs whose span is in the range of 12 and 18, show the average rating by workshop in a bar chart", "bar | x:workshop/ | mean rating | span between [12,18]")]
    [InlineData("For those gliders whose span is over 15, visualize the relation between the damage type and the average rating with a bar chart", "bar | x:damage_type/ | mean rating | span > 15")]
    [InlineData("Bar chart of the average rating over its repairs for each glider name", "bar | x:glider_name/ | mean rating")]
    [InlineData("count of repairs for each kind of damage type as a pie", "pie | x:damage_type/ | count")]
    public void Which_rows_are_meant_divides_nothing(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("which glider has the most hours worked", "bar | x:glider_name/ | sum hours_worked |  | y desc | 1")]
    [InlineData("how many gliders are there in each workshop", "bar | x:workshop/ | count_distinct glider_name")]
    [InlineData("the heaviest 3 gliders as bars", "bar | x:glider_name/ | mean mass_kg |  | y desc | 3")]
    [InlineData("the 4 owners who called most often", "bar | x:owner_name/ | count |  | y desc | 4")]
    [InlineData("top 3 workshops by repairs completed", "bar | x:workshop/ | count |  | y desc | 3")]
    [InlineData("plot the workshops by month, hours worked", "line | x:date_repair_booked/month,series:workshop/ | sum hours_worked")]
    [InlineData("how much do owners claim", "bar | x:owner_name/ | sum amount_claimed")]
    public void Things_are_told_by_their_names(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("repairs by workshop for owners with 'son' somewhere in the name", "bar | x:workshop/ | count | owner_name contains son")]
    [InlineData("number of repairs for each owner name whose owner name is like '%er%'", "bar | x:owner_name/ | count | owner_name contains er")]
    [InlineData("number of repairs by workshop for owners that have the letter z in it", "bar | x:workshop/ | count | owner_name contains z")]
    public void Letters_are_pieces_of_names(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("On what day of the week are most repairs closed?", "bar | x:date_repair_closed/weekday | count |  | y desc | 1")]
    [InlineData("closed repairs by weekday", "bar | x:date_repair_booked/weekday | count | repair_status = Closed")]
    [InlineData("total claimed and total settled by workshop", "bar | x:workshop/ | sum amount_claimed,sum amount_settled")]
    [InlineData("number of settled repairs amounts over the quarters", "line | x:date_repair_booked/quarter | sum amount_settled")]
    public void What_was_done_is_a_day_or_a_figure_or_a_state(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("lowest, mean and highest rating in each workshop, all three in one bar chart", "bar | x:workshop/ | max rating,mean rating,min rating")]
    [InlineData("the minimum and the maximum of span for each workshop", "bar | x:workshop/ | max span,min span")]
    [InlineData("average span and average rating of each workshop, put the two measures in one bar chart", "bar | x:workshop/ | mean rating,mean span")]
    [InlineData("what is the top rating a glider got", "big_number |  | max rating")]
    [InlineData("rating distribution for gliders under 15 rating", "bar | x:rating/bin | count | rating < 15")]
    [InlineData("average rating by decade the glider was built", "bar | x:built_year/bin | mean rating")]
    [InlineData("By how many percent did the hours worked change from one quarter to the next?", "line | x:date_repair_booked/quarter | sum hours_worked |  |  |  |  | change_percent")]
    public void Several_figures_are_read_as_they_are_listed(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("heat map of average rating, workshop across the top and damage type down the side", "heatmap | damage_type/,workshop/ | mean rating")]
    [InlineData("pivot table of the average rating with the workshop down the side and the damage type across the top", "pivot | workshop/,damage_type/ | mean rating")]
    [InlineData("repairs per month, one line for each workshop", "line | x:date_repair_booked/month,series:workshop/ | count")]
    [InlineData("repairs per quarter in Graz and Lund, separately", "line | x:date_repair_booked/quarter,series:workshop/ | count | workshop in [Graz,Lund]")]
    [InlineData("span rating colour workshop", "scatter | workshop/ | none rating,none span")]
    [InlineData("stack the damage types up to 100% for each workshop, count of repairs", "bar | x:workshop/,series:damage_type/ | count |  |  |  | percent")]
    [InlineData("one line for Graz", "line | x:date_repair_booked/month | count | workshop = Graz")]
    [InlineData("show the seasonality of hours worked", "bar | x:date_repair_booked/month_of_year | sum hours_worked")]
    public void Places_and_colours_are_read(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("Find the glider name and the average rating. Plot them as a bar chart, I want to show by the X in asc please.", "bar | x:glider_name/ | mean rating |  | x asc")]
    [InlineData("number of repairs by workshop in a bar chart, rank names by descending", "bar | x:workshop/ | count |  | x desc")]
    [InlineData("number of repairs by workshop, biggest at first", "bar | x:workshop/ | count |  | y desc")]
    public void Orders_are_those_of_what_is_shown(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("平均が2万円を超える工房", "bar | x:workshop/ | mean amount_settled | mean(amount_settled) > 20000")]
    [InlineData("2025年と2026年の作業時間を工房別に並べて", "bar | x:workshop/,series:date_repair_booked/year | sum hours_worked | any(date_repair_booked in_period 2025,date_repair_booked in_period 2026)")]
    [InlineData("工房別の作業時間について、損傷の内訳がわかる積み上げ棒グラフ", "bar | x:workshop/,series:damage_type/ | sum hours_worked |  |  |  | stacked")]
    public void Japanese_means_topics_and_years_beside_each_other(string words, string query) => Assert.Equal(query, Trimmed(words));

    [Theory]
    [InlineData("list the repairs in Graz, heaviest first", "mass_kg desc")]
    [InlineData("list the repairs of owners older than 60, oldest first", "owner_age desc")]
    [InlineData("list the repairs in Graz, newest first", "date_repair_booked desc")]
    public void Rows_stand_in_the_order_that_is_said(string words, string order)
    {
        var read = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Gliders.Repairs])).Readings[0].Query;
        Assert.Equal(order, $"{read.Sort?.By.Field} {(read.Sort?.Order == SortOrder.Asc ? "asc" : "desc")}");
    }

    private static string Trimmed(string words) => Gliders.Said(words).TrimEnd(' ', '|');
}
