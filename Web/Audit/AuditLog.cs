using System.Text.Encodings.Web;
using System.Text.Json;
using Web.Data;

namespace Web.Audit;

public static class AuditLog
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Notes an event that is no change of a record (a sign-in, a refusal), in the current unit of work.</summary>
    public static void Note(
        this AppDb db, DateTimeOffset now, string eventType, string category, Guid? member = null, string? description = null, string risk = "low", NoteDetail? detail = null) =>
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            EventType = eventType,
            EventCategory = category,
            RiskLevel = risk,
            RiskReasons = detail?.Reasons ?? [],
            MemberId = member ?? db.Scope.MemberId,
            Entity = detail?.Entity,
            EntityId = detail?.EntityId,
            Description = description,
            Changes = detail?.Changes is { Count: > 0 } changes ? JsonSerializer.Serialize(changes, Json) : null,
            IpAddress = db.Scope.Address,
            UserAgent = db.Scope.UserAgent,
        });
}

/// <summary>What an entry says besides what happened.</summary>
public sealed record NoteDetail
{
    /// <summary>What it happened to: <c>conversation</c>, <c>member</c>.</summary>
    public string? Entity { get; init; }

    public Guid? EntityId { get; init; }

    /// <summary>Before and after, by field. Never with a secret in it.</summary>
    public IReadOnlyDictionary<string, object?[]>? Changes { get; init; }

    /// <summary>Why it counts as risky.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
