using Web.Audit;
using Web.Data;

namespace Web.Crm.Activities;

public enum ActivityKind { Call, Mail, Meeting }

/// <summary>Something said or done with a customer: a call, a mail, a meeting.</summary>
public sealed class Activity : IRecorded, IBinned
{
    private Activity()
    {
    }

    public Guid Id { get; private init; }
    public ActivityKind Kind { get; private init; }
    public string Subject { get; private init; } = "";
    public string? Body { get; private init; }
    public RecordKind Entity { get; private init; }
    public Guid EntityId { get; private init; }
    public Guid? ContactId { get; private init; }
    /// <summary>The customer began it.</summary>
    public bool Incoming { get; private init; }
    public int? Minutes { get; private init; }
    public Guid? OwnerId { get; private init; }
    [NotRecorded] public DateOnly HappenedOn { get; private init; }
    public DateTimeOffset HappenedAt { get; private init; }
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }
    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }

    public string EntityName => "activity";
    public string EventCategory => "crm";

    /// <exception cref="Kernel.RefusalException">422: no subject, or longer than anybody talks.</exception>
    public static Activity Log(ActivityKind kind, RecordKind entity, Guid record, ActivityStory story, Moment now)
    {
        new Check().Required("subject", story.Subject).NoLonger("subject", story.Subject, 300).NoLonger("body", story.Body, 20_000)
            .Within("minutes", story.Minutes, 0, 10_000).Throw();
        return new Activity
        {
            Id = Guid.CreateVersion7(now.At),
            Kind = kind,
            Entity = entity,
            EntityId = record,
            Subject = story.Subject!.Trim(),
            Body = Check.Trimmed(story.Body),
            ContactId = story.ContactId,
            Incoming = story.Incoming,
            Minutes = story.Minutes,
            OwnerId = now.By,
            HappenedOn = now.Today,
            HappenedAt = now.At,
            CreatedAt = now.At,
            UpdatedAt = now.At,
        };
    }

    public void PutInBin(Moment now) => (DeletedAt, UpdatedAt) = (now.At, now.At);
}

public sealed record ActivityStory(string? Subject, string? Body = null, Guid? ContactId = null, bool Incoming = false, int? Minutes = null);
