using Microsoft.EntityFrameworkCore;
using Web.Crm.Accounts;
using Web.Data;

namespace Web.Crm.Deals;

/// <summary>Reads the columns of a board: one query for the sums, one for the cards.</summary>
public static class BoardReading
{
    /// <summary>How many cards a column shows at first.</summary>
    public const int Cap = 50;

    /// <param name="deals">The deals that the filter lets through.</param>
    /// <param name="only">The stages whose cards are wanted; the others come with their sums only.</param>
    public static async Task<IReadOnlyList<BoardColumn>> ColumnsAsync(
        this AppDb db, Pipeline pipeline, IQueryable<Deal> deals, IReadOnlyCollection<Guid>? only, CancellationToken cancellation)
    {
        var open = deals.Open().Through(pipeline.Id);
        var sums = (await open.GroupBy(deal => new { deal.StageId, deal.Currency })
            .Select(same => new BoardSum(same.Key.StageId, same.Key.Currency, same.Count(), same.Sum(deal => deal.AmountMinor ?? 0),
                same.Sum(deal => ((deal.AmountMinor ?? 0) * deal.Probability + 50) / 100)))
            .ToListAsync(cancellation)).ToLookup(sum => sum.StageId);
        var cards = (await db.CardsAsync(deals, pipeline.Stages.Where(stage => only?.Contains(stage.Id) != false), cancellation)).ToLookup(card => card.StageId);
        var greatest = pipeline.Stages.Max(stage => Thickness(sums[stage.Id]));
        return
        [
            .. pipeline.Stages.Select(stage =>
            {
                BoardSum[] here = [.. sums[stage.Id].OrderByDescending(sum => sum.Count)];
                BoardCard[] shown = [.. cards[stage.Id].OrderBy(card => card.Rank, StringComparer.Ordinal).ThenBy(card => card.Id)];
                return new BoardColumn(stage, here, shown, greatest == 0 ? 0 : (double)Thickness(here) / greatest, here.Sum(sum => sum.Count) - shown.Length);
            }),
        ];
    }

    /// <summary>The cards below the last one that is shown.</summary>
    public static async Task<IReadOnlyList<BoardCard>> CardsBelowAsync(
        this AppDb db, IQueryable<Deal> deals, Guid stage, Guid last, CancellationToken cancellation)
    {
        var rank = await db.Deals.Where(deal => deal.Id == last).Select(deal => deal.Rank).SingleOrDefaultAsync(cancellation) ?? "";
        var below = deals.Open().In(stage).Where(deal => EF.Functions.GreaterThan(ValueTuple.Create(deal.Rank, deal.Id), ValueTuple.Create(rank, last)));
        var cards = await below.AsArranged().Take(Cap).AsCards(db).ToListAsync(cancellation);
        return [.. cards.OrderBy(card => card.Rank, StringComparer.Ordinal).ThenBy(card => card.Id)];
    }

    // Each column by itself walks its index and stops; asked at once, every open deal would be numbered.
    private static async Task<IReadOnlyList<BoardCard>> CardsAsync(this AppDb db, IQueryable<Deal> deals, IEnumerable<Stage> stages, CancellationToken cancellation)
    {
        IQueryable<Deal>[] columns = [.. stages.Select(stage => deals.Open().In(stage).AsArranged().Take(Cap))];
        return columns is [] ? [] : await columns.Aggregate(Queryable.Concat).AsCards(db).ToListAsync(cancellation);
    }

    private static IQueryable<BoardCard> AsCards(this IQueryable<Deal> deals, AppDb db) => deals.LeftJoin(
        db.Accounts, deal => deal.AccountId, account => account.Id, (deal, account) => new BoardCard(
            deal.Id, deal.StageId, deal.Rank, deal.Name, account!.Name, deal.AmountMinor, deal.Currency,
            deal.NextStep, deal.NextStepOn, deal.OwnerId, deal.UpdatedAt, deal.Version));

    private static long Thickness(IEnumerable<BoardSum> sums) => sums.Select(sum => sum.WeightedMinor).DefaultIfEmpty().Max();
}
