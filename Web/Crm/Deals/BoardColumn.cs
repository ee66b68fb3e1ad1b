using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>A deal as its card on the board says it.</summary>
public sealed record BoardCard(
    Guid Id, Guid StageId, string Rank, string Name, string? Account, long? AmountMinor, string Currency,
    string? NextStep, DateOnly? NextStepOn, Guid? OwnerId, DateTimeOffset UpdatedAt, uint Version)
{
    /// <summary>Nothing happened for two weeks, and nothing is going to.</summary>
    public bool IsStale(Moment now) => UpdatedAt < now.At.AddDays(-DealFilter.StaleDays) && !(NextStepOn >= now.Today);
}

/// <summary>Deals in one currency added up; two currencies are never added.</summary>
public sealed record BoardSum(Guid StageId, string Currency, int Count, long SumMinor, long WeightedMinor)
{
    public Money Sum => new(SumMinor, Currency);
    public Money Weighted => new(WeightedMinor, Currency);

    /// <summary>One sum for each currency over several columns, the greatest first.</summary>
    public static IReadOnlyList<BoardSum> Add(IEnumerable<BoardSum> sums) =>
        [.. sums.GroupBy(sum => sum.Currency)
            .Select(same => new BoardSum(Guid.Empty, same.Key, same.Sum(sum => sum.Count), same.Sum(sum => sum.SumMinor), same.Sum(sum => sum.WeightedMinor)))
            .OrderByDescending(sum => sum.Count)];
}

/// <summary>A stage of the board: what stands in it, added up, and the cards that are shown of it.</summary>
/// <param name="Share">Its part (0 to 1) of the greatest weighted sum; what its thread's thickness says.</param>
/// <param name="Hidden">How many more cards there are than shown.</param>
public sealed record BoardColumn(Stage Stage, IReadOnlyList<BoardSum> Sums, IReadOnlyList<BoardCard> Cards, double Share, int Hidden)
{
    public int Count => Sums.Sum(sum => sum.Count);
}
