using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Log;

/// <summary>What somebody looks for in the log. Whatever is not said does not limit.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The first moment after.</param>
public sealed record LogSearch(Guid? Member, string? Event, string? Category, string? Risk, string? Words, DateTimeOffset? From, DateTimeOffset? Until)
{
    public const int LongestWords = 100;

    /// <summary>The categories and levels as the table knows them.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["auth", "access", "security", "tenant", "crm", "insights"];

    public static IReadOnlyList<string> Risks { get; } = ["low", "medium", "high"];

    /// <summary>The entries that fit. Ids carry their moment, so a period is a stretch of the key.</summary>
    public IQueryable<AuditEntry> In(AppDb db)
    {
        var entries = Words is { } words ? Containing(db, words) : db.AuditEntries;
        if (Member is { } member) entries = entries.Where(entry => entry.MemberId == member);
        if (Event is { } type) entries = entries.Where(entry => entry.EventType == type);
        if (Category is { } category) entries = entries.Where(entry => entry.EventCategory == category);
        if (Risk is { } risk) entries = entries.Where(entry => entry.RiskLevel == risk);
        if (From is { } from)
        {
            var least = EntryId.Least(from);
            entries = entries.Where(entry => entry.Id.CompareTo(least) >= 0 && entry.At >= from);
        }
        if (Until is { } until)
        {
            var most = EntryId.Least(until.AddMilliseconds(1));
            entries = entries.Where(entry => entry.Id.CompareTo(most) < 0 && entry.At < until);
        }
        return entries.AsNoTracking();
    }

    /// <summary>Days of the company's own calendar, the last one included.</summary>
    /// <exception cref="RefusalException">422: a day that is none.</exception>
    public LogSearch Between(string? from, string? to, Web.Kernel.Calendar calendar) => this with
    {
        From = DayOf("from", from) is { } first ? calendar.StartOf(first) : null,
        Until = DayOf("to", to) is { } last ? calendar.StartOf(last.AddDays(1)) : null,
    };

    private static DateOnly? DayOf(string field, string? text) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9000 ? day
        : throw RefusalException.Invalid(new Fault(field, "not_a_date"));

    private static IQueryable<AuditEntry> Containing(AppDb db, string words)
    {
        var pattern = $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return db.AuditEntries.FromSql(
            $"""
             select * from app.audit_entries e where e.tenant_id = {db.TenantId} and (
               concat_ws(' ', e.event_type, e.description, e.changes::text, host(e.ip_address), e.user_agent, e.entity_id::text) ilike {pattern}
               or e.member_id in (select m.id from app.members m where m.tenant_id = {db.TenantId} and (m.name ilike {pattern} or m.email ilike {pattern})))
             """);
    }
}
