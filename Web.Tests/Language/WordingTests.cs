using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language;

public sealed class WordingTests
{
    private static readonly ChartQuery Query = new()
    {
        ChartType = ChartType.Bar,
        Dataset = "crm_deals",
        Dimensions = [new ChartDimension("owner")],
        Measures = [new ChartMeasure("amount", "sum")],
        Filters = [ChartFilter.On("status", FilterOp.Equal, "won"), ChartFilter.On("closed_on", FilterOp.InPeriod, "this_month"), ChartFilter.On("amount", FilterOp.GreaterOrEqual, 1000000)],
        Sort = new ChartSort(SortBy.Y, SortOrder.Desc),
        Limit = 5,
    };

    [Fact]
    public void A_query_is_explained_in_English() => Assert.Equal(
        "Shows the total Amount by Owner. Only where Status is won; Closed on is 2026-11-01 to 2026-11-30; Amount is at least ¥1,000,000. "
        + "Ordered by total Amount, highest first. The first 5 only. Dates in Asia/Tokyo.",
        Wording.Explain(Query, CrmContracts.Deals, "en", Corpus.Calendar, Corpus.Today));

    [Fact]
    public void A_query_is_explained_in_Japanese() => Assert.Equal(
        "金額の合計を担当者ごとに集計しています。条件：状態が受注、完了日が2026/11/1〜2026/11/30、金額が¥1,000,000以上。金額の合計の大きい順。上位5件のみ。日付はAsia/Tokyoです。",
        Wording.Explain(Query, CrmContracts.Deals, "ja", Corpus.Calendar, Corpus.Today));

    [Theory]
    [InlineData("en", "Total Amount by Owner")]
    [InlineData("ja", "担当者別の金額の合計")]
    public void A_chart_has_a_title(string locale, string title) => Assert.Equal(title, Wording.Title(Query, CrmContracts.Deals, locale));

    [Fact]
    public void Chips_name_every_part_and_mark_what_was_assumed()
    {
        var reading = Assert.IsType<Understood>(InterpreterTests.Ask("won deals by month this year", [CrmContracts.Deals])).Readings[0];
        var chips = Wording.Chips(reading, CrmContracts.Deals, "en", Corpus.Calendar, Corpus.Today);
        Assert.Equal(["/measures/0", "/dimensions/0", "/filters/0", "/filters/1", "/chart_type"], chips.Select(c => c.Slot));
        Assert.Equal(["number of deals", "month of Closed on", "Status is won", "2026-01-01 – 2026-12-31", "line chart"], chips.Select(c => c.Value));
        Assert.Equal([true, false, false, false, true], chips.Select(c => c.Assumed));
    }

    [Fact]
    public void Every_query_of_the_corpora_can_be_said_in_both_languages()
    {
        foreach (var file in new[] { "deals.jsonl", "bare.jsonl" })
        {
            foreach (var (example, _) in Corpus.Load(file))
            {
                if (Corpus.Ask(example, file) is not Understood understood) continue;
                foreach (var reading in understood.Readings)
                {
                    var contract = Corpus.Contracts[reading.Query.Dataset];
                    foreach (var locale in new[] { "en", "ja" })
                    {
                        Assert.DoesNotContain("{", Wording.Explain(reading.Query, contract, locale, Corpus.Calendar, Corpus.Today), StringComparison.Ordinal);
                        Assert.NotEmpty(Wording.Title(reading.Query, contract, locale));
                        Assert.All(Wording.Chips(reading, contract, locale, Corpus.Calendar, Corpus.Today), c => Assert.NotEmpty(c.Value));
                    }
                }
            }
        }
    }
}
