using Microsoft.EntityFrameworkCore;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.TwoFactor;

/// <summary>Whoever has just set a factor up has shown it: their session goes on under a new id, proved by it.</summary>
internal sealed class OwnProof(AppDb db, EnteredTenant entered, CurrentMember current, LiveSessions live, TimeProvider time)
{
    /// <exception cref="RefusalException">403: it is no browser's session.</exception>
    public void MustBeBrowser()
    {
        if (current.Person.Kind != SessionKind.Browser) throw new RefusalException(403, "forbidden");
    }

    /// <summary>Saves what waits in the unit of work, too.</summary>
    public async Task RenewAsync(HttpContext http, Proof proof, CancellationToken cancellation)
    {
        var member = await db.Members.SingleAsync(one => one.Id == current.Id, cancellation);
        var renewed = await db.RenewSessionAsync(current.Person.SessionId, member, proof, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        live.Forget(db.TenantId, current.Person.SessionId);
        await BrowserCookie.SetAsync(http, entered.Required.Id, renewed);
    }
}
