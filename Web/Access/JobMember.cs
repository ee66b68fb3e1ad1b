using Microsoft.EntityFrameworkCore;
using Web.Access.Seats;
using Web.Access.Sessions;
using Web.Data;
using Web.Jobs;

namespace Web.Access;

/// <summary>A job acts with the rights that its member has when it runs, not when it was queued.</summary>
internal sealed class JobMember(TenantScope scope, TenantWork leases, CurrentMember current) : IJobActor
{
    public async Task<bool> BecomeAsync(Guid member, CancellationToken cancellation)
    {
        await using var db = leases.Lease(scope);
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var seats = db.Seats;
        var person = await db.Members.AsNoTracking().Where(one => one.Id == member && one.DeactivatedAt == null)
            .Select(one => new SignedIn(one.Id, one.Email, one.Name, one.Role, one.Locale, one.Theme, Guid.Empty, SessionKind.Program, seats.Any(seat => seat.MemberId == one.Id)))
            .SingleOrDefaultAsync(cancellation);
        if (person is null) return false;
        current.Be(person);
        scope.ActAs(person.Id);
        return true;
    }
}
