using Web.Data;
using Web.Tenancy;

namespace Web.Access.Company;

/// <summary>
/// Changes what a company says of itself: one at a time, each whole. The instance that does it forgets what it knew before it
/// answers; the others hear of it with the commit.
/// </summary>
internal sealed class CompanySettings(AppDb db, TenantDirectory directory, TimeProvider time)
{
    /// <summary>In a unit of work of its own.</summary>
    /// <param name="change">Makes the new row from the one that is there, and refuses what cannot be.</param>
    public async Task<CompanyRow> ChangeAsync(Func<CompanyRow, Task<CompanyRow>> change, CancellationToken cancellation)
    {
        CompanyRow after;
        await using (var work = await db.BeginAsync(readOnly: false, cancellation))
        {
            var before = await db.CompanyAsync(hold: true, cancellation);
            await db.SaveAsync(before, await change(before), time.GetUtcNow(), cancellation);
            after = await db.CompanyAsync(hold: false, cancellation);
            await work.CommitAsync(cancellation);
        }
        directory.Forget(after.Id);
        return after;
    }
}
