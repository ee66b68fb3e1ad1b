using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>How bars stand, what is set beside what, and which words beside a value or a verb narrow nothing.</summary>
public sealed class ArrangementTests
{
    private static readonly DatasetContract Repairs = new()
    {
        Key = "bike_repairs",
        DefaultTime = "brought_on",
        DefaultMeasure = "bill",
        Columns =
        [
            new() { Name = "repair_no", Type = ColumnType.Text, Role = ColumnRole.Identity },
            new() { Name = "mechanic", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ida", "Rolf", "Temp 1", "Temp 2"] },
            new() { Name = "workshop", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Harbour", "Mill", "Station"] },
            new() { Name = "kind", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Brake", "Chain", "Wheel"] },
            new() { Name = "rider", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["adult", "child"] },
            new() { Name = "bay", Type = ColumnType.Integer, Role = ColumnRole.Dimension },
            new() { Name = "brought_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "bill", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "minutes", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "max_torque", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "min_torque", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" },
            new() { Name = "spare_parts", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "distance_m", Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = "mean", Unit = "m" },
            new() { Name = "保証", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
        ],
    };

    [Theory]
    [InlineData("bill per workshop, lowest at the top", "bar | x:workshop/ | sum bill |  | y asc |  |  |  | ")]
    [InlineData("bill by mechanic from the highest down", "bar | x:mechanic/ | sum bill |  | y desc |  |  |  | ")]
    [InlineData("bill by mechanic, from the smallest up", "bar | x:mechanic/ | sum bill |  | y asc |  |  |  | ")]
    [InlineData("top 2 mechanics by bill", "bar | x:mechanic/ | sum bill |  | y desc | 2 |  |  | ")]
    [InlineData("monthly bill with change vs the previous month", "line | x:brought_on/month | sum bill |  |  |  |  |  | previous_period")]
    [InlineData("minutes by kind as columns", "bar | x:kind/ | mean minutes |  |  |  |  |  | ")]
    [InlineData("heatmap of repairs with kind across and workshop down", "heatmap | kind/,workshop/ | count |  |  |  |  |  | ")]
    [InlineData("bill against minutes, one dot per repair", "scatter |  | none bill,none minutes |  |  |  |  |  | ")]
    [InlineData("adult vs child by workshop", "bar | x:workshop/,series:rider/ | count |  |  |  |  |  | ")]
    [InlineData("Harbour vs Mill minutes", "bar | x:workshop/ | mean minutes | workshop in [Harbour,Mill] |  |  |  |  | ")]
    [InlineData("repairs per workshop without the temps", "bar | x:workshop/ | count | mechanic not_in [Temp 1,Temp 2] |  |  |  |  | ")]
    [InlineData("repairs without spare parts by kind", "bar | x:kind/ | count | spare_parts = 0 |  |  |  |  | ")]
    [InlineData("repairs that arent Brake by workshop", "bar | x:workshop/ | count | kind != Brake |  |  |  |  | ")]
    [InlineData("average torque by kind", "bar | x:kind/ | mean max_torque,mean min_torque |  |  |  |  |  | ")]
    [InlineData("max torque by kind", "bar | x:kind/ | mean max_torque |  |  |  |  |  | ")]
    [InlineData("daily minutes by kind", "line | x:brought_on/day,series:kind/ | mean minutes |  |  |  |  |  | ")]
    [InlineData("mechanic count per workshop", "bar | x:workshop/ | count_distinct mechanic |  |  |  |  |  | ")]
    [InlineData("保証になっていない修理の件数をworkshop別に", "bar | x:workshop/ | count | 保証 = false |  |  |  |  | ")]
    [InlineData("保証が必要な修理はworkshopごとに何件", "bar | x:workshop/ | count | 保証 = true |  |  |  |  | ")]
    [InlineData("保証とそうでないものの平均minutes", "bar | x:保証/ | mean minutes |  |  |  |  |  | ")]
    [InlineData("200m以上離れた修理は何件", "big_number |  | count | distance_m >= 200 |  |  |  |  | ")]
    [InlineData("minutesとbillの散布図、workshopで色を付けて", "scatter | workshop/ | none bill,none minutes |  |  |  |  |  | ")]
    [InlineData("保証した修理のkindの割合", "pie | x:kind/ | count | 保証 = true |  |  |  |  | ")]
    [InlineData("Harbour以外のworkshopでbillが5000を超えるのは", "bar | x:workshop/ | sum bill | sum(bill) > 5000;workshop != Harbour |  |  |  |  | ")]
    [InlineData("kinds seen more than 4 times", "bar | x:kind/ | count | count() > 4 |  |  |  |  | ")]
    public void A_request_is_read(string words, string expected)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Repairs])).Readings[0].Query;
        Assert.Equal(expected, Judge.Say(query, Repairs));
    }

    [Theory]
    [InlineData("how did Ida fare in 2026", "mechanic = Ida")]
    [InlineData("everything Rolf logged in 2026 apart from Chain", "kind != Chain")]
    [InlineData("Harbour経由の修理は何件", "workshop = Harbour")]
    [InlineData("Millで見た修理の件数", "workshop = Mill")]
    public void A_verb_or_a_relation_adds_no_condition_and_loses_none(string words, string condition)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(words, [Repairs])).Readings[0].Query;
        Assert.Contains(condition, Judge.Say(query, Repairs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("壊れた修理の件数")]
    [InlineData("泣いた修理の件数をworkshop別に")]
    [InlineData("angry repairs by workshop")]
    public void A_verb_that_alone_narrows_is_asked_about(string words) => Assert.IsType<Unsure>(InterpreterTests.Ask(words, [Repairs]));

    [Theory]
    [InlineData("repairs brought before 2025")]
    [InlineData("everything Ida logged in 2026")]
    [InlineData("Millの修理を全員見せて")]
    public void Rows_are_listed(string words) =>
        Assert.Equal(ChartType.Table, Assert.IsType<Understood>(InterpreterTests.Ask(words, [Repairs])).Readings[0].Query.ChartType);

    [Theory]
    [InlineData("who is going to win the race")]
    [InlineData("which mechanic will become the best")]
    [InlineData("誰が優勝しそう")]
    [InlineData("どのチームが勝つと思う？")]
    public void What_nobody_can_know_is_refused(string words) => Assert.IsType<Refused>(InterpreterTests.Ask(words, [Repairs]));

    [Theory]
    [InlineData("top 5 mechanics by bill", "cut it to 2", "bar | x:mechanic/ | sum bill |  | y desc | 2 |  |  | ")]
    [InlineData("mechanic別のbill 上位4", "2人に減らして", "bar | x:mechanic/ | sum bill |  | y desc | 2 |  |  | ")]
    [InlineData("bill per month of Harbour", "compare with Mill", "line | x:brought_on/month,series:workshop/ | sum bill | workshop in [Harbour,Mill] |  |  |  |  | ")]
    [InlineData("bill by bay, stacked by kind", "drop bay 2", "bar | x:bay/,series:kind/ | sum bill | bay != 2 |  |  | stacked |  | ")]
    [InlineData("bill by bay, stacked by kind", "drop the bay", "bar | x:kind/ | sum bill |  |  |  |  |  | ")]
    public void A_chart_is_edited(string before, string words, string expected)
    {
        var previous = Assert.IsType<Understood>(InterpreterTests.Ask(before, [Repairs])).Readings[0].Query;
        var locale = words.Any(c => c > 0x2E7F) ? "ja" : "en";
        var edited = Assert.IsType<Understood>(Interpreter.Read(new Request(words, locale, [Repairs], Corpus.Calendar, Corpus.Today, previous))).Readings[0].Query;
        Assert.Equal(expected, Judge.Say(edited, Repairs));
    }
}
