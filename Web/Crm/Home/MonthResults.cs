using Microsoft.EntityFrameworkCore;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Home;

/// <summary>What was won and lost from the first of the month until today, beside the same days of last month. One currency's sums; counts are of all.</summary>
public sealed record MonthResults(DateOnly From, DateOnly Today, IReadOnlyList<Money> Won, IReadOnlyList<Money> Lost, int WonCount, int LostCount, double? Change)
{
    /// <summary>Won among closed.</summary>
    public double? WinRate => WonCount + LostCount == 0 ? null : (double)WonCount / (WonCount + LostCount);
}

public static class ResultsOfCompany
{
    public static async Task<MonthResults> ResultsAsync(this AppDb db, DateOnly today, string currency, CancellationToken cancellation)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var (before, sameDay) = (first.AddMonths(-1), today.AddMonths(-1));
        var sums = await db.Deals.Where(deal => deal.ClosedOn >= before && deal.ClosedOn <= today && (deal.ClosedOn >= first || deal.ClosedOn <= sameDay))
            .GroupBy(deal => new { deal.Status, deal.Currency, Now = deal.ClosedOn >= first })
            .Select(same => new { same.Key.Status, same.Key.Currency, same.Key.Now, Count = same.Count(), Sum = same.Sum(deal => (decimal)(deal.AmountMinor ?? 0)) })
            .ToListAsync(cancellation);
        Money[] Of(DealStatus status) => [.. sums.Where(sum => sum.Now && sum.Status == status).OrderByDescending(sum => sum.Currency == currency).ThenBy(sum => sum.Currency)
            .Select(sum => new Money((long)sum.Sum, sum.Currency)).DefaultIfEmpty(new Money(0, currency))];
        int Count(DealStatus status) => sums.Where(sum => sum.Now && sum.Status == status).Sum(sum => sum.Count);
        decimal Sum(bool thisMonth) => sums.Where(sum => sum.Now == thisMonth && sum.Status == DealStatus.Won && sum.Currency == currency).Sum(sum => sum.Sum);
        var was = Sum(false);
        return new MonthResults(first, today, Of(DealStatus.Won), Of(DealStatus.Lost), Count(DealStatus.Won), Count(DealStatus.Lost), was == 0 ? null : (double)(Sum(true) / was - 1));
    }
}
