using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>Tells the boards that others have open of every deal that a save opens, changes or removes.</summary>
internal sealed class DealNews : ISaveChangesInterceptor
{
    public static readonly Topic Topic = new("deal", Permission.CrmRead)
    {
        Seen = (db, ids, cancellation) => db.Database.SqlQuery<Guid>($"select id from app.deals where tenant_id = {db.TenantId} and id = any({ids})").ToListAsync(cancellation), // binned ones too
    };

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDb)eventData.Context!;
        foreach (var entry in db.ChangeTracker.Entries<Deal>())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted) db.Tell(Topic, entry.Entity.Id);
        return new(result);
    }
}
