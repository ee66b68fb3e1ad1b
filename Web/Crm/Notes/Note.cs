using Web.Audit;
using Web.Data;

namespace Web.Crm.Notes;

/// <summary>What somebody wrote down about a record.</summary>
public sealed class Note : IRecorded, IBinned
{
    private string? happening;

    private Note()
    {
    }

    public Guid Id { get; private init; }
    public RecordKind Entity { get; private init; }
    public Guid EntityId { get; private init; }
    public string Body { get; private set; } = "";
    public Guid? AuthorId { get; private init; }
    [NotRecorded] public DateOnly CreatedOn { get; private init; }
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }
    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }

    public string EntityName => "note";
    public string EventCategory => "crm";

    /// <exception cref="Kernel.RefusalException">422: it says nothing, or too much.</exception>
    public static Note Write(RecordKind entity, Guid record, string? body, Moment now)
    {
        var note = new Note { Id = Guid.CreateVersion7(now.At), Entity = entity, EntityId = record, AuthorId = now.By, CreatedOn = now.Today, CreatedAt = now.At };
        note.Rewrite(body, now);
        return note;
    }

    /// <exception cref="Kernel.RefusalException">422: it says nothing, or too much.</exception>
    public void Rewrite(string? body, Moment now)
    {
        new Check().Required("body", body).NoLonger("body", body, 20_000).Throw();
        (Body, UpdatedAt) = (body!.Trim(), now.At);
    }

    public void PutInBin(Moment now) => (DeletedAt, UpdatedAt, happening) = (now.At, now.At, "deleted");

    public void Restore(Moment now) => (DeletedAt, UpdatedAt, happening) = (null, now.At, "restored");

    public string? TakeHappening()
    {
        var taken = happening;
        happening = null;
        return taken;
    }
}
