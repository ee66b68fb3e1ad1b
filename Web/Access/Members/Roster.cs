using Microsoft.EntityFrameworkCore;
using Web.Access.Seats;
using Web.Access.Sessions;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Members;

/// <summary>
/// Who is who in a company, while nobody else changes it: the plan's row is held from the first look to the end of the unit of
/// work. The one who acts is judged by what they are now, not by what they were when the request began.
/// </summary>
internal sealed class Roster
{
    private readonly AppDb db;
    private readonly LiveSessions live;
    private readonly DateTimeOffset now;

    private Roster(AppDb db, LiveSessions live, Member actor, Seating seats, DateTimeOffset now) =>
        (this.db, this.live, Actor, Seats, this.now) = (db, live, actor, seats, now);

    public Member Actor { get; }

    public Seating Seats { get; }

    /// <exception cref="RefusalException">401: whoever acts has meanwhile been deactivated.</exception>
    public static async Task<Roster> HoldAsync(AppDb db, LiveSessions live, CurrentMember current, DateTimeOffset now, CancellationToken cancellation)
    {
        var roster = await HoldForAsync(db, live, current.Id, now, cancellation);
        if (current.Person.Key is not null) roster.Actor.ActAs(current.Person.Becoming(roster.Actor.Role).Rank);
        return roster;
    }

    /// <inheritdoc cref="HoldAsync"/>
    internal static async Task<Roster> HoldForAsync(AppDb db, LiveSessions live, Guid actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var seats = await Seating.HoldAsync(db, now, cancellation);
        var member = await db.Members.SingleOrDefaultAsync(one => one.Id == actor && one.DeactivatedAt == null, cancellation)
            ?? throw new RefusalException(401, "not_signed_in");
        return new Roster(db, live, member, seats, now);
    }

    /// <exception cref="RefusalException">404: nobody of the company, or removed.</exception>
    public async Task<Member> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.Members.SingleOrDefaultAsync(one => one.Id == id && one.RemovedAt == null, cancellation) ?? throw RefusalException.NotFound();

    /// <exception cref="RefusalException">402, 403, 409 or 422: see the verbs of <see cref="Member"/> and <see cref="Seating"/>.</exception>
    public async Task ChangeAsync(Member member, MemberChange change, CancellationToken cancellation)
    {
        Actor.MustGovern(member);
        var (stamp, sat) = (member.SecurityStamp, member.Role.NeedsSeat && member.IsActive);
        if (change.Attributes is { } attributes) member.Describe(attributes);
        if (change.ChangesTeam) member.WorkIn(change.Team);
        if (change.Role is { } role) member.Become(role, Actor);
        if (change.Active is { } active)
        {
            if (active) member.Reactivate(Actor);
            else member.Deactivate(now, Actor);
        }
        Seat(member, change.Seat ?? (sat ? null : true));
        await SaveAsync(member, member.SecurityStamp != stamp, cancellation);
    }

    /// <summary>Removes somebody; their records go to <paramref name="heir"/>.</summary>
    public async Task<int> RemoveAsync(Member member, Guid heir, IEnumerable<IHandsOver> rooms, CancellationToken cancellation)
    {
        member.Remove(now, Actor);
        if (heir == member.Id || !await db.Members.AnyAsync(one => one.Id == heir && one.DeactivatedAt == null, cancellation))
            throw RefusalException.Invalid(new Fault("records_to", "heir_needed"));
        Seats.Free(member);
        await SaveAsync(member, ended: true, cancellation);
        var given = 0;
        foreach (var room in rooms) given += await room.HandOverAsync(db, new Handover(member.Id, heir, now), cancellation);
        return given;
    }

    /// <summary>Makes another the owner in one's own place, and oneself an admin.</summary>
    public async Task HandOwnershipAsync(Member to, CancellationToken cancellation)
    {
        if (Actor.Rank != Role.Owner) throw RefusalException.Denied(Permission.OwnersManage);
        if (to.Id == Actor.Id || !to.IsActive) throw RefusalException.Invalid(new Fault("member", "new_owner_needed"));
        to.Become(Role.Owner, Actor);
        Seat(to, Seats.Has(to.Id) ? null : true);
        Actor.Become(Role.Admin, Actor);
        await SaveAsync(to, ended: true, cancellation);
        await SaveAsync(Actor, ended: true, cancellation);
    }

    /// <param name="wanted">Null: as it is, unless the role or the state of the member leaves no choice.</param>
    private void Seat(Member member, bool? wanted)
    {
        if (!member.IsActive || !member.Role.NeedsSeat) Seats.Free(member);
        else if (wanted == true) Seats.Give(member);
        else if (wanted == false && Seats.Has(member.Id))
        {
            Seats.Free(member);
            member.ChangeStamp();
        }
    }

    private async Task SaveAsync(Member member, bool ended, CancellationToken cancellation)
    {
        await MustKeepAnOwnerAsync(cancellation);
        if (ended)
            await db.Sessions.Where(session => session.MemberId == member.Id && session.EndedAt == null)
                .ExecuteUpdateAsync(session => session.SetProperty(one => one.EndedAt, now), cancellation);
        await db.SaveChangesAsync(cancellation);
        live.Forget(db.TenantId);
    }

    private async Task MustKeepAnOwnerAsync(CancellationToken cancellation)
    {
        await db.Members.Where(one => one.Role == Role.Owner && one.DeactivatedAt == null).LoadAsync(cancellation);
        if (!db.Members.Local.Any(one => one.Role == Role.Owner && one.IsActive)) throw new RefusalException(409, "last_owner");
    }
}
