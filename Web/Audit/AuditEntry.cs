using System.Net;

namespace Web.Audit;

/// <summary>Something that happened, kept for good. <see cref="Changes"/> is <c>{field: [old, new]}</c> as JSON.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string EventType { get; init; }
    public required string EventCategory { get; init; }
    public string RiskLevel { get; init; } = "low";

    /// <summary>Why it counts as risky: words such as <c>new_device</c>.</summary>
    public IReadOnlyList<string> RiskReasons { get; init; } = [];
    public Guid? MemberId { get; init; }
    public string? Entity { get; init; }
    public Guid? EntityId { get; init; }
    public string? Description { get; init; }
    public string? Changes { get; init; }
    public IPAddress? IpAddress { get; init; }
    public string? UserAgent { get; init; }
}
