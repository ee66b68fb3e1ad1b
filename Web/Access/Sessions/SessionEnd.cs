using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;

namespace Web.Access.Sessions;

internal static class SessionEnd
{
    /// <summary>Ends a session now, on this instance at once and on the others within seconds.</summary>
    public static async Task EndSessionAsync(this AppDb db, SignedIn person, LiveSessions live, DateTimeOffset now, CancellationToken cancellation)
    {
        var session = await db.Sessions.SingleAsync(session => session.Id == person.SessionId, cancellation);
        session.End(now);
        db.Note(now, "auth.signed_out", "auth", person.Id);
        await db.SaveChangesAsync(cancellation);
        live.Forget(db.TenantId, person.SessionId);
    }
}
