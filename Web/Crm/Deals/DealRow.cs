using Microsoft.EntityFrameworkCore;
using Web.Crm.Accounts;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>A deal as a line of a list says it.</summary>
public sealed record DealRow(
    Guid Id, string Name, string SortKey, string? Account, Guid? AccountId, Guid StageId, DealStatus Status, long? AmountMinor, string Currency, short Probability,
    DateOnly? ExpectedCloseOn, DateOnly? ClosedOn, string? NextStep, DateOnly? NextStepOn, Guid? OwnerId, DateTimeOffset UpdatedAt)
{
    public Money? Amount => AmountMinor is { } minor ? new Money(minor, Currency) : null;
    public Money? Weighted => AmountMinor is { } minor ? new Money((long)Math.Round(minor * Probability / 100m, MidpointRounding.AwayFromZero), Currency) : null;
}

/// <summary>What a list comes to in one currency.</summary>
public sealed record DealSum(string Currency, int Count, int Valued, decimal SumMinor, decimal WeightedMinor)
{
    public Money Sum => new((long)SumMinor, Currency);
    public Money Weighted => new((long)WeightedMinor, Currency);
    /// <summary>Of those whose amount is known.</summary>
    public Money? Mean => Valued == 0 ? null : new((long)Math.Round(SumMinor / Valued, MidpointRounding.AwayFromZero), Currency);
}

public static class DealRows
{
    public static IQueryable<DealRow> AsRows(this IQueryable<Deal> deals, AppDb db) => deals.LeftJoin(
        db.Accounts, deal => deal.AccountId, account => account.Id, (deal, account) => new DealRow(
            deal.Id, deal.Name, deal.SortKey, account!.Name, deal.AccountId, deal.StageId, deal.Status, deal.AmountMinor, deal.Currency, deal.Probability,
            deal.ExpectedCloseOn, deal.ClosedOn, deal.NextStep, deal.NextStepOn, deal.OwnerId, deal.UpdatedAt));

    // In whole numbers, rounded half away from zero as money is: dividing decimals costs the database more than reading the rows.
    public static async Task<IReadOnlyList<DealSum>> SumsAsync(this IQueryable<Deal> deals, CancellationToken cancellation) =>
        [.. (await deals.GroupBy(deal => deal.Currency).Select(same => new DealSum(same.Key, same.Count(), same.Count(deal => deal.AmountMinor != null),
                same.Sum(deal => (decimal)(deal.AmountMinor ?? 0)),
                same.Sum(deal => (decimal)(((deal.AmountMinor ?? 0) * deal.Probability + (deal.AmountMinor < 0 ? -50 : 50)) / 100))))
            .ToListAsync(cancellation)).OrderByDescending(sum => sum.Count)];
}
