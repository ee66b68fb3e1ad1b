using Web.Audit;

namespace Web.Access.Seats;

/// <summary>A place to work in the company: somebody's, or held for somebody who was invited. To be a member is not to have one.</summary>
public sealed class Seat : IRecorded
{
    private string? happening;

    private Seat()
    {
    }

    public Guid Id { get; private init; }
    public Guid? MemberId { get; private set; }
    public Guid? InvitationId { get; private set; }
    public DateTimeOffset? HeldUntil { get; private set; }
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }

    public string EntityName => "seat";
    public string EventCategory => "access";

    public static Seat Of(Guid member, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), MemberId = member, CreatedAt = now, happening = "assigned" };

    internal static Seat HeldFor(Guid invitation, DateTimeOffset until, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), InvitationId = invitation, HeldUntil = until, CreatedAt = now, happening = "reserved" };

    /// <summary>Whether it counts: one that was held for too long is free again.</summary>
    public bool IsTaken(DateTimeOffset now) => MemberId is not null || HeldUntil > now;

    /// <summary>Whoever was invited is here and takes it.</summary>
    internal void Give(Guid member) => (MemberId, InvitationId, HeldUntil, happening) = (member, null, null, "assigned");

    internal void HoldUntil(DateTimeOffset until) => HeldUntil = until;

    public string? TakeHappening()
    {
        var taken = happening;
        happening = null;
        return taken;
    }
}
