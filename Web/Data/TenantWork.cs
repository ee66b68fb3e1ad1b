using Microsoft.EntityFrameworkCore;

namespace Web.Data;

/// <summary>Leases contexts to a scope; also for work beside the request, such as what a GET leaves behind.</summary>
internal sealed class TenantWork(IDbContextFactory<AppDb> contexts, TenantEntrance entrance, Remembered remembered)
{
    public AppDb Lease(TenantScope scope)
    {
        var db = contexts.CreateDbContext();
        db.LeaseTo(scope, entrance, remembered);
        return db;
    }
}
