using Web.Audit;
using Web.Data;

namespace Web.Crm;

/// <summary>What every record of the CRM has: an owner, tags, custom fields, its times, and the bin it goes to first.</summary>
public abstract class CrmRecord : IRecorded, IBinned
{
    private string? happening;

    private protected CrmRecord()
    {
    }

    public Guid Id { get; private protected init; }
    public Guid? OwnerId { get; private protected set; }
    public string[] Tags { get; private protected set; } = [];
    /// <summary>The values of the tenant's own fields, as a JSON object.</summary>
    public string Custom { get; private protected set; } = "{}";
    [NotRecorded] public DateTimeOffset CreatedAt { get; private protected init; }
    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }
    /// <summary>Changes with every write of the row; what an ETag is made from.</summary>
    [NotRecorded] public uint Version { get; private init; }

    public abstract string EntityName { get; }
    public string EventCategory => "crm";

    public bool IsInBin => DeletedAt is not null;

    public void PutInBin(Moment now)
    {
        DeletedAt ??= now.At;
        Touch(now, "deleted");
    }

    public void Restore(Moment now)
    {
        DeletedAt = null;
        Touch(now, "restored");
    }

    /// <summary>Something around this record changed (a note, a call), so it counts as fresh.</summary>
    public void Touch(Moment now)
    {
        if (now.At > UpdatedAt) UpdatedAt = now.At;
    }

    public string? TakeHappening()
    {
        var taken = happening;
        happening = null;
        return taken;
    }

    private protected void Touch(Moment now, string? what)
    {
        Touch(now);
        happening = what ?? happening;
    }
}
