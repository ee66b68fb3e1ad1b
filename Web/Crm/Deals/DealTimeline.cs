using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Audit;
using Web.Crm.Accounts;
using Web.Crm.Activities;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Data;
using Web.Ui;

namespace Web.Crm.Deals;

public enum EventGroup { Notes, Tasks, Talks, Changes }

/// <summary>Something that happened around a deal.</summary>
/// <param name="Kind">How its mark looks: <c>stage</c>, <c>won</c>, <c>lost</c> or nothing.</param>
public sealed record DealEvent(DateTimeOffset At, EventGroup Group, string Icon, string Kind, string Who, string Text, FieldChange? Change = null, string? Body = null, string BodyKind = "");

/// <summary>What happened around one deal, newest first, from five sources with a query each.</summary>
internal sealed class DealTimeline(AppDb db, IStringLocalizer<CrmTexts> texts, StageMap stages, People people, Days days)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<DealEvent>> ReadAsync(Deal deal, IReadOnlyList<StageStep> steps, CancellationToken cancellation)
    {
        List<DealEvent> events =
        [
            .. steps.Select(step => Tell(step, deal)),
            .. await NotesAsync(deal.Id, cancellation), .. await TasksAsync(deal.Id, cancellation), .. await TalksAsync(deal.Id, cancellation), .. await ChangesAsync(deal, cancellation),
        ];
        return [.. events.OrderByDescending(one => one.At).Take(3 * Most)];
    }

    private async Task<IEnumerable<DealEvent>> NotesAsync(Guid deal, CancellationToken cancellation) =>
        (await db.Notes.About(deal).OrderByDescending(note => note.CreatedAt).Take(Most).Select(note => new { note.CreatedAt, note.AuthorId, note.Body }).ToListAsync(cancellation))
            .Select(note => new DealEvent(note.CreatedAt, EventGroup.Notes, "note", "", Name(note.AuthorId), texts["Event.Note"], Body: note.Body, BodyKind: "note"));

    private async Task<IEnumerable<DealEvent>> TasksAsync(Guid deal, CancellationToken cancellation) =>
        (await db.Tasks.About(deal).Done().OrderByDescending(task => task.DoneAt).Take(Most).Select(task => new { task.DoneAt, task.AssigneeId, task.Title }).ToListAsync(cancellation))
            .Select(task => new DealEvent(task.DoneAt!.Value, EventGroup.Tasks, "tasks", "", Name(task.AssigneeId), texts["Event.TaskDone", task.Title]));

    private async Task<IEnumerable<DealEvent>> TalksAsync(Guid deal, CancellationToken cancellation) =>
        (await db.Activities.About(deal).OrderByDescending(talk => talk.HappenedAt).Take(Most)
            .Select(talk => new { talk.HappenedAt, talk.Kind, talk.Incoming, talk.OwnerId, talk.Subject, talk.Body, talk.Minutes }).ToListAsync(cancellation))
            .Select(talk => new DealEvent(talk.HappenedAt, EventGroup.Talks, talk.Kind switch { ActivityKind.Call => "phone", ActivityKind.Mail => "mail", _ => "calendar" }, "", Name(talk.OwnerId),
                texts[$"Event.{talk.Kind}{(talk.Incoming ? ".In" : "")}", talk.Subject], Body: talk.Body, BodyKind: talk.Kind == ActivityKind.Mail ? "quote" : ""));

    private async Task<IEnumerable<DealEvent>> ChangesAsync(Deal deal, CancellationToken cancellation)
    {
        var entries = await db.AuditEntries.Of(deal.Id).Where(entry => entry.Entity == "deal" && entry.EventType != "deal.created" && entry.Changes != null)
            .Take(Most).Select(entry => new { entry.At, entry.MemberId, entry.Changes }).ToListAsync(cancellation);
        var named = entries.SelectMany(entry => ChangeWords.AccountsIn(entry.Changes)).Distinct().ToArray();
        var accounts = named is [] ? [] : await db.Accounts.Where(account => named.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Name, cancellation);
        var words = new ChangeWords(texts, stages, people, days, accounts);
        return entries.SelectMany(entry => words.Of(entry.Changes, deal.Currency, steps: false)
            .Select(change => new DealEvent(entry.At, EventGroup.Changes, "edit", "", Name(entry.MemberId), texts["Event.Changed", change.Field], change)));
    }

    private DealEvent Tell(StageStep step, Deal deal) => step.Step switch
    {
        StepKind.Won => Step(step, "won", "check", texts["Event.Won"]),
        StepKind.Lost => Step(step, "lost", "close", deal.LostReason is { } reason ? texts["Event.LostBecause", ChangeWords.Reason(texts, reason)!] : texts["Event.Lost"]),
        StepKind.Reopened => Step(step, "stage", "undo", texts["Event.Reopened"]),
        StepKind.Opened => Step(step, "stage", "plus", texts["Event.Opened", stages.NameOf(step.StageId) ?? ""]),
        _ => Step(step, "stage", "deals", texts["Event.Changed", texts["Deals.Stage"].Value], new FieldChange(texts["Deals.Stage"], stages.NameOf(step.FromStageId), stages.NameOf(step.StageId))),
    };

    private DealEvent Step(StageStep step, string kind, string icon, string text, FieldChange? change = null) =>
        new(step.At, EventGroup.Changes, icon, kind, Name(step.MemberId), text, change);

    private string Name(Guid? member) => people.NameOf(member) ?? texts["Event.Nobody"];
}
