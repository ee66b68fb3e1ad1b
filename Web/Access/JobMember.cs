using Microsoft.EntityFrameworkCore;
using Web.Access.Seats;
using Web.Access.Sessions;
using Web.Access.Teams;
using Web.Access.TwoFactor;
using Web.Data;
using Web.Jobs;
using Web.Kernel;

namespace Web.Access;

/// <summary>A job acts with the rights that its member has when it runs, not when it was queued.</summary>
internal sealed class JobMember(TenantScope scope, TenantWork leases, CurrentMember current, TimeProvider time) : IJobActor
{
    /// <exception cref="RefusalException">403: the company asks for a second factor, and they have none in time.</exception>
    public async Task<bool> BecomeAsync(Guid member, CancellationToken cancellation)
    {
        await using var db = leases.Lease(scope);
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var seats = db.Seats;
        var found = await db.Members.AsNoTracking().Where(one => one.Id == member && one.DeactivatedAt == null)
            .Select(one => new
            {
                Person = new SignedIn(one.Id, one.Email, one.Name, one.Role, one.Locale, one.Theme, Guid.Empty, SessionKind.Program, seats.Any(seat => seat.MemberId == one.Id)),
                Joined = one.CreatedAt,
            }).SingleOrDefaultAsync(cancellation);
        if (found is not { Person: { MayEnter: true } person }) return false;
        if (!await db.HasSecondFactorAsync(member, cancellation)) person = person with { FactorDue = (await db.CurrentRulesAsync(cancellation)).DueFor(found.Joined) };
        if (person.IsOverdue(time.GetUtcNow())) throw new RefusalException(403, "two_factor_required") { TextKey = "two_factor_overdue" };
        if (person.Role == Role.Member) person = person with { Sees = await db.SightOfAsync(person.Id, cancellation) };
        current.Be(person);
        scope.ActAs(person.Id);
        scope.See(person.Sees);
        return true;
    }
}
