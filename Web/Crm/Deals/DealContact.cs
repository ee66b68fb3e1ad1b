using Web.Audit;

namespace Web.Crm.Deals;

/// <summary>Somebody who has a say in a deal. The log tells of it as a change of the deal.</summary>
public sealed class DealContact : IRecorded
{
    private string? happening;

    private DealContact()
    {
    }

    [NotRecorded] public Guid Id { get; private init; }
    [NotRecorded] public Guid DealId { get; private init; }
    public Guid ContactId { get; private init; }
    public string? Role { get; private set; }

    Guid IRecorded.Id => DealId;
    string IRecorded.EntityName => "deal";
    string IRecorded.EventCategory => "crm";

    internal static DealContact Join(Guid deal, Guid contact, string? role, Moment now) => new()
    {
        Id = Guid.CreateVersion7(now.At),
        DealId = deal,
        ContactId = contact,
        Role = Check.Trimmed(role),
        happening = "contact_added",
    };

    internal void PlayRole(string? role)
    {
        if (Check.Trimmed(role) is var now && now == Role) return;
        (Role, happening) = (now, "contact_changed");
    }

    internal void Leave() => happening = "contact_removed";

    string? IRecorded.TakeHappening()
    {
        var taken = happening;
        happening = null;
        return taken;
    }
}
