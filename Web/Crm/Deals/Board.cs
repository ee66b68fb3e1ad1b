using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>The order of the deals in each stage's column.</summary>
public static class Board
{
    /// <summary>A place in a stage's column: below <paramref name="after"/>, or at its top.</summary>
    /// <param name="moving">The deal that is going to stand there, when it is on the board already.</param>
    /// <exception cref="RefusalException">422: <paramref name="after"/> does not stand in that column.</exception>
    public static async Task<string> PlaceAsync(this AppDb db, Stage stage, Guid? after, Guid? moving, CancellationToken cancellation)
    {
        var rank = await FindAsync(db, stage, after, moving, cancellation);
        if (!Rank.IsTooLong(rank)) return rank;
        await SpreadAsync(db, stage, cancellation);
        return await FindAsync(db, stage, after, moving, cancellation);
    }

    /// <summary>A place at the foot of a stage's column.</summary>
    public static async Task<string> FootAsync(this AppDb db, Stage stage, CancellationToken cancellation) =>
        Rank.Between(await db.Deals.Open().In(stage).MaxAsync(deal => (string?)deal.Rank, cancellation), null);

    private static async Task<string> FindAsync(AppDb db, Stage stage, Guid? after, Guid? moving, CancellationToken cancellation)
    {
        var column = db.Deals.Open().In(stage).Where(deal => deal.Id != moving);
        if (after is null) return Rank.Between(null, await column.MinAsync(deal => (string?)deal.Rank, cancellation));
        var above = await column.Where(deal => deal.Id == after).Select(deal => deal.Rank).SingleOrDefaultAsync(cancellation)
            ?? throw RefusalException.Invalid(new Fault("after", "reference_not_found"));
        var below = await column.Where(deal => deal.Rank.CompareTo(above) > 0).MinAsync(deal => (string?)deal.Rank, cancellation);
        return Rank.Between(above, below);
    }

    /// <summary>Gives the whole column even distances again; nobody sees a difference.</summary>
    private static async Task SpreadAsync(AppDb db, Stage stage, CancellationToken cancellation)
    {
        var ids = await db.Deals.Open().In(stage).AsArranged().Select(deal => deal.Id).ToArrayAsync(cancellation);
        var ranks = Rank.Spread(ids.Length).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
             update app.deals d set rank = n.rank from unnest({ids}, {ranks}) n(id, rank)
             where d.tenant_id = {db.TenantId} and d.id = n.id
             """, cancellation);
    }
}
