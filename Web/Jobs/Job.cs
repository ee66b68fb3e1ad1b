namespace Web.Jobs;

public enum JobStatus { Queued, Running, Done, Failed }

/// <summary>A piece of work that outlives the request that caused it. Only its worker changes it, and only while it holds it.</summary>
public sealed class Job
{
    private Job()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Which <see cref="IJobWork"/> does it.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>On whose behalf; null: the company's own.</summary>
    public Guid? MemberId { get; private init; }

    /// <summary>What the work needs to know, as JSON.</summary>
    public string Payload { get; private init; } = "{}";
    public JobStatus Status { get; private set; }

    /// <summary>From 0 to 1.</summary>
    public float Progress { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public Guid? Holder { get; private set; }

    /// <summary>What came of it, as JSON.</summary>
    public string? Result { get; private set; }

    /// <summary>Why it failed, as the JSON of a <see cref="JobError"/>.</summary>
    public string? Error { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }

    internal static Job Queue(string kind, string payload, Guid? member, DateTimeOffset now, DateTimeOffset due) => new()
    {
        Id = Guid.CreateVersion7(now), Kind = kind, Payload = payload, MemberId = member, CreatedAt = now, DueAt = due,
    };
}
