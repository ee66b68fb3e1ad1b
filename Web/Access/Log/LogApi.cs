using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access.Sessions;
using Web.Api;
using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Log;

/// <summary>The audit log as programs read it.</summary>
internal static class LogApi
{
    private static readonly Listing<AuditEntry> Latest = new Listing<AuditEntry>(entry => entry.Id, "-timestamp").By("timestamp", entry => entry.Id);

    private static readonly Filters<AuditEntry> Filters = new Filters<AuditEntry>()
        .Id("user", entry => entry.MemberId)
        .Words("event_type", (entries, type) => entries.Where(entry => entry.EventType == type))
        .Words("category", (entries, category) => LogSearch.Categories.Contains(category) ? entries.Where(entry => entry.EventCategory == category) : throw NotOneOf("category", LogSearch.Categories))
        .Words("risk_level", (entries, risk) => LogSearch.Risks.Contains(risk) ? entries.Where(entry => entry.RiskLevel == risk) : throw NotOneOf("risk_level", LogSearch.Risks))
        .Words("from", (entries, text) => From(entries, MomentOf("from", text)))
        .Words("to", (entries, text) => Until(entries, MomentOf("to", text)));

    public static void MapAuditLogs(this IEndpointRouteBuilder api) =>
        api.MapGet("/tenant/audit-logs", ListAsync).WithTags("Audit").RequireAuthorization(new RequiresAttribute(Permission.AuditRead) { WithoutApiAccess = true })
            .WithSummary("What happened, the latest first; filters: user, event_type, category, risk_level, from, to");

    private static async Task<Page<LogEntry>> ListAsync([AsParameters] ListRequest list, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var (rows, next, total) = await Latest.ReadAsync(Filters.Apply(db.AuditEntries.AsNoTracking(), http.Request.Query), list, cancellation);
        return new([.. rows.Select(row => LogEntry.Of(row, db.TenantId))], next, total);
    }

    private static IQueryable<AuditEntry> From(IQueryable<AuditEntry> entries, DateTimeOffset from)
    {
        var least = EntryId.Least(from);
        return entries.Where(entry => entry.Id.CompareTo(least) >= 0 && entry.At >= from);
    }

    private static IQueryable<AuditEntry> Until(IQueryable<AuditEntry> entries, DateTimeOffset to)
    {
        var most = EntryId.Least(to.AddMilliseconds(1));
        return entries.Where(entry => entry.Id.CompareTo(most) < 0 && entry.At <= to);
    }

    private static DateTimeOffset MomentOf(string field, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is >= 1970 and < 9000 ? at.ToUniversalTime()
            : throw RefusalException.Invalid(new Fault(field, "not_a_time"));

    private static RefusalException NotOneOf(string field, IReadOnlyList<string> words) => RefusalException.Invalid(new Fault(field, "not_one_of", string.Join(", ", words)));
}

/// <summary>Something that happened, as programs read it.</summary>
/// <param name="UserId">Who did it; null: nobody who was signed in.</param>
/// <param name="Changes"><c>{field: [old, new]}</c>; null when nothing was changed.</param>
/// <param name="RiskReasons">Why it counts as risky.</param>
public sealed record LogEntry(
    Guid Id, Guid OrganizationId, Guid? UserId, string EventType, string EventCategory, string? Description, JsonElement? Changes, string? IpAddress, string? UserAgent,
    DateTimeOffset Timestamp, string RiskLevel, IReadOnlyList<string> RiskReasons, string? Entity, Guid? EntityId)
{
    internal static LogEntry Of(AuditEntry entry, Guid tenant) => new(
        entry.Id, tenant, entry.MemberId, entry.EventType, entry.EventCategory, entry.Description, entry.Changes is { } changes ? JsonSerializer.Deserialize<JsonElement>(changes) : null,
        entry.IpAddress?.MapToPlain(), entry.UserAgent, entry.At, entry.RiskLevel, entry.RiskReasons, entry.Entity, entry.EntityId);
}
