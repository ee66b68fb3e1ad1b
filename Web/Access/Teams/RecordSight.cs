using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;

namespace Web.Access.Teams;

/// <summary>Whose records somebody sees; the tables themselves hold to it (policy <c>sight</c>), whoever asks.</summary>
internal static class RecordSight
{
    /// <summary>The company's rule for members: <c>all</c>, <c>team</c> or <c>own</c>.</summary>
    public static async Task<string> RecordSightAsync(this AppDb db, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<string>($"select record_sight from app.tenants where tenant_id = {db.TenantId}").ToListAsync(cancellation))[0];

    /// <summary>Every instance hears of it at the commit.</summary>
    public static async Task ChangeRecordSightAsync(this AppDb db, string before, string sight, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"update app.tenants set record_sight = {sight} where tenant_id = {db.TenantId}", cancellation);
        db.Note(now, "security.record_sight_changed", "security", risk: "medium", detail: new() { Changes = new Dictionary<string, object?[]> { ["record_sight"] = [before, sight] } });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The owners whose records this member sees; null: everybody's.</summary>
    public static async Task<Guid[]?> SightOfAsync(this AppDb db, Guid member, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<Guid[]?>($"select app.sight_of({member})").ToListAsync(cancellation)).SingleOrDefault();
}
