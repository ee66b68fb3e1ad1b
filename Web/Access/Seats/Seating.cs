using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.Seats;

/// <summary>
/// The seats of one company while its plan's row is held: the one way to give, hold and free them. Whoever comes at the same
/// moment waits, so that there are never more than were bought.
/// </summary>
public sealed class Seating
{
    private readonly AppDb db;
    private readonly DateTimeOffset now;
    private readonly List<Seat> seats;

    private Seating(AppDb db, Plan plan, List<Seat> seats, DateTimeOffset now) => (this.db, Plan, this.seats, this.now) = (db, plan, seats, now);

    public Plan Plan { get; }

    public bool HasRoom => Plan.Seats is not { } bought || Taken < bought;

    public int Taken => seats.Count(seat => seat.IsTaken(now));

    public static async Task<Seating> HoldAsync(AppDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var plan = await db.HoldPlanAsync(cancellation);
        return new Seating(db, plan, await db.Seats.ToListAsync(cancellation), now);
    }

    public bool Has(Guid member) => seats.Exists(seat => seat.MemberId == member);

    /// <summary>Gives one to somebody who needs it and has none; their role must be known.</summary>
    /// <exception cref="RefusalException">402: all are taken.</exception>
    public void Give(Member member)
    {
        if (!member.Role.NeedsSeat || Has(member.Id)) return;
        MustHaveRoom();
        Add(Seat.Of(member.Id, now));
    }

    /// <summary>Holds one for somebody who is invited, or holds it longer.</summary>
    /// <exception cref="RefusalException">402: all are taken.</exception>
    public void Hold(Guid invitation, Role role, DateTimeOffset until)
    {
        if (!role.NeedsSeat) return;
        var held = seats.Find(seat => seat.InvitationId == invitation);
        if (held is null || !held.IsTaken(now)) MustHaveRoom();
        if (held is null) Add(Seat.HeldFor(invitation, until, now));
        else held.HoldUntil(until);
    }

    /// <returns>False: all are taken.</returns>
    public bool TryHold(Guid invitation, Role role, DateTimeOffset until)
    {
        if (role.NeedsSeat && !HasRoom) return false;
        Hold(invitation, role, until);
        return true;
    }

    /// <summary>Gives the one that was held; where it has run out, any that is free.</summary>
    /// <exception cref="RefusalException">402: all are taken.</exception>
    public void Give(Member member, Guid invitation)
    {
        var held = seats.Find(seat => seat.InvitationId == invitation);
        if (held is not null && member.Role.NeedsSeat && held.IsTaken(now))
        {
            held.Give(member.Id);
            return;
        }
        if (held is not null) Remove(held);
        Give(member);
    }

    public void Free(Member member) => Free(seats.Find(seat => seat.MemberId == member.Id));

    public void Free(Guid invitation) => Free(seats.Find(seat => seat.InvitationId == invitation));

    private void Free(Seat? seat)
    {
        if (seat is not null) Remove(seat);
    }

    /// <exception cref="RefusalException">402: all are taken.</exception>
    public void MustHaveRoom()
    {
        if (!HasRoom) throw new RefusalException(402, "plan_limit_reached", Plan.Seats!) { TextKey = "seats_all_taken", Limit = Plan.Seats, Used = Taken };
    }

    private void Add(Seat seat)
    {
        seats.Add(seat);
        db.Seats.Add(seat);
    }

    private void Remove(Seat seat)
    {
        seats.Remove(seat);
        db.Seats.Remove(seat);
    }
}
