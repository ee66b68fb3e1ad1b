using Web.Data;

namespace Web.Audit;

public static class AuditLog
{
    /// <summary>Notes an event that is no change of a record (a sign-in, a refusal), in the current unit of work.</summary>
    public static void Note(
        this AppDb db, DateTimeOffset now, string eventType, string category, Guid? member = null, string? description = null, string risk = "low") =>
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            EventType = eventType,
            EventCategory = category,
            RiskLevel = risk,
            MemberId = member ?? db.Scope.MemberId,
            Description = description,
            IpAddress = db.Scope.Address,
            UserAgent = db.Scope.UserAgent,
        });
}
