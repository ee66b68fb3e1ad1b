using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Crm.Accounts;
using Web.Crm.Activities;
using Web.Crm.Deals;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Data;

namespace Web.Crm.Timeline;

/// <summary>One thing that happened around a record.</summary>
/// <param name="Kind"><c>change</c>, <c>note</c>, <c>task</c>, <c>call</c>, <c>mail</c> or <c>meeting</c>.</param>
/// <param name="Happening">For a change, what it was: <c>created</c>, <c>stage_changed</c>, <c>won</c>, <c>updated</c> …</param>
/// <param name="Changes">For a change, each field before and after; what refers to people, stages and accounts says their names.</param>
public sealed record TimelineItem(
    Guid Id, DateTimeOffset At, string Kind, Guid? MemberId, string? Member, string? Happening = null, string? Title = null, string? Body = null,
    DateOnly? DueOn = null, DateTimeOffset? DoneAt = null, int? Minutes = null, bool? Incoming = null, IReadOnlyDictionary<string, JsonElement[]>? Changes = null);

/// <summary>Everything about one record in the order of time, newest first.</summary>
public static class RecordTimeline
{
    /// <summary>The page after <paramref name="after"/>, or the newest.</summary>
    public static async Task<IReadOnlyList<TimelineItem>> TimelineAsync(
        this AppDb db, Guid record, (DateTimeOffset At, Guid Id)? after, int count, CancellationToken cancellation)
    {
        var (at, id) = after ?? (DateTimeOffset.MaxValue, Guid.AllBitsSet);
        List<TimelineItem> items =
        [
            .. (await db.AuditEntries.AsNoTracking().Where(entry => entry.EntityId == record && EF.Functions.LessThan(ValueTuple.Create(entry.At, entry.Id), ValueTuple.Create(at, id)))
                .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(count).ToListAsync(cancellation)).Select(OfEntry),
            .. await db.Notes.About(record).Where(note => EF.Functions.LessThan(ValueTuple.Create(note.CreatedAt, note.Id), ValueTuple.Create(at, id)))
                .OrderByDescending(note => note.CreatedAt).ThenByDescending(note => note.Id).Take(count)
                .Select(note => new TimelineItem(note.Id, note.CreatedAt, "note", note.AuthorId, null, null, null, note.Body, null, null, null, null, null)).ToListAsync(cancellation),
            .. await db.Tasks.About(record).Where(task => EF.Functions.LessThan(ValueTuple.Create(task.CreatedAt, task.Id), ValueTuple.Create(at, id)))
                .OrderByDescending(task => task.CreatedAt).ThenByDescending(task => task.Id).Take(count)
                .Select(task => new TimelineItem(task.Id, task.CreatedAt, "task", task.AssigneeId, null, null, task.Title, null, task.DueOn, task.DoneAt, null, null, null)).ToListAsync(cancellation),
            .. (await db.Activities.AsNoTracking().About(record).Where(activity => EF.Functions.LessThan(ValueTuple.Create(activity.HappenedAt, activity.Id), ValueTuple.Create(at, id)))
                .OrderByDescending(activity => activity.HappenedAt).ThenByDescending(activity => activity.Id).Take(count).ToListAsync(cancellation)).Select(OfActivity),
        ];
        var page = items.OrderByDescending(item => item.At).ThenByDescending(item => item.Id).Take(count).ToList();
        var names = await NamesAsync(db, page, cancellation);
        return [.. page.Select(item => item with { Member = item.MemberId is { } member ? names.GetValueOrDefault(member) : null, Changes = Named(item.Changes, names) })];
    }

    private static TimelineItem OfEntry(AuditEntry entry) => new(
        entry.Id, entry.At, "change", entry.MemberId, null, entry.EventType[(entry.EventType.IndexOf('.', StringComparison.Ordinal) + 1)..],
        Changes: entry.Changes is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(entry.Changes));

    private static TimelineItem OfActivity(Activity activity) => new(
        activity.Id, activity.HappenedAt, JsonNamingPolicy.SnakeCaseLower.ConvertName(activity.Kind.ToString()), activity.OwnerId, null,
        Title: activity.Subject, Body: activity.Body, Minutes: activity.Minutes, Incoming: activity.Incoming);

    private static async Task<Dictionary<Guid, string>> NamesAsync(AppDb db, List<TimelineItem> page, CancellationToken cancellation)
    {
        var ids = page.SelectMany(item => (item.Changes?.Values.SelectMany(pair => pair).Select(IdIn) ?? []).Append(item.MemberId)).OfType<Guid>().Distinct().ToArray();
        if (ids is []) return [];
        var named = await db.Members.Where(member => ids.Contains(member.Id)).Select(member => new { member.Id, member.Name })
            .Concat(db.Stages.Where(stage => ids.Contains(stage.Id)).Select(stage => new { stage.Id, stage.Name }))
            .Concat(db.Accounts.Where(account => ids.Contains(account.Id)).Select(account => new { account.Id, account.Name })).ToListAsync(cancellation);
        return named.ToDictionary(one => one.Id, one => one.Name);
    }

    private static Dictionary<string, JsonElement[]>? Named(IReadOnlyDictionary<string, JsonElement[]>? changes, Dictionary<Guid, string> names) =>
        changes?.ToDictionary(change => change.Key, change => change.Value.Select(value => IdIn(value) is { } id && names.TryGetValue(id, out var name) ? JsonSerializer.SerializeToElement(name) : value).ToArray());

    private static Guid? IdIn(JsonElement value) => value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : null;
}
