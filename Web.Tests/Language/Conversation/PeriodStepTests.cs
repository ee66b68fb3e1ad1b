using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Conversation;

/// <summary>The period beside the one that is shown.</summary>
public sealed class PeriodStepTests
{
    [Theory]
    [InlineData("number of orders last month", "and the month before?", "2026-09")]
    [InlineData("先月の注文の件数", "その前の月は？", "2026-09")]
    [InlineData("number of orders in 2025", "and the year before?", "2024")]
    [InlineData("number of orders in 2025-Q3", "what about the quarter after?", "2025-Q4")]
    [InlineData("number of orders in March 2025", "the year before", "2024-03")]
    [InlineData("今月の注文の件数", "前の月は", "last_month|2026-10")]
    public void It_is_a_step_away(string before, string after, string period)
    {
        var query = Asked(after, Asked(before, null)!)!;
        Assert.Contains(query.Filters.Single(f => f.Op == FilterOp.InPeriod).Value!.Value.ToString(), period.Split('|'));
    }

    [Theory]
    [InlineData("orders before 2024")]
    [InlineData("number of orders by studio in the year before Clay House opened")]
    public void A_request_of_its_own_is_none(string words) => Assert.Null(PeriodStep.Of(Asked("number of orders last month", null)!, words, Corpus.Calendar, Corpus.Today));

    private static ChartQuery? Asked(string words, ChartQuery? previous) => InterpreterTests.Ask(words, [Pottery.Orders], previous) is Understood { Readings: [var best, ..] } ? best.Query : null;
}
