using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>Finds the one deal that somebody wants to change.</summary>
public static class DealReading
{
    /// <param name="version">What the caller saw; a deal that was changed since then cannot be saved.</param>
    /// <exception cref="RefusalException">404: there is none, or it is another company's.</exception>
    public static async Task<Deal> DealAsync(this AppDb db, Guid id, uint? version, CancellationToken cancellation)
    {
        var deal = await db.Deals.SingleOrDefaultAsync(deal => deal.Id == id, cancellation) ?? throw RefusalException.NotFound();
        if (version is { } seen) db.Entry(deal).Property(one => one.Version).OriginalValue = seen;
        return deal;
    }

    /// <summary>Which deal stands above another in its column.</summary>
    public static Task<Guid?> AboveAsync(this AppDb db, Deal deal, CancellationToken cancellation) => db.Deals.Open().In(deal.StageId)
        .Where(other => other.Id != deal.Id && other.Rank.CompareTo(deal.Rank) < 0)
        .OrderByDescending(other => other.Rank).Select(other => (Guid?)other.Id).FirstOrDefaultAsync(cancellation);

    public static async Task<Stage> StageAsync(this AppDb db, Guid? id, CancellationToken cancellation) =>
        await db.Stages.SingleOrDefaultAsync(stage => stage.Id == id, cancellation) ?? throw RefusalException.Invalid(new Fault("stage", "reference_not_found"));

    /// <summary>Managers may put any record in the bin, others only their own.</summary>
    public static bool MayBin(this CurrentMember member, CrmRecord record) =>
        member.Can(Permission.CrmDelete) || member.Can(Permission.CrmDeleteOwn) && record.OwnerId == member.Id;
}
