using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Web.Audit;
using Web.Crm;
using Web.Crm.Deals;
using Web.Crm.Tasks;
using Web.Data;

namespace Web.Demo;

/// <summary>
/// Stands in for the recorder while history is played: each entry is dated when it happened in the play, and says
/// what happened without repeating the whole record.
/// </summary>
internal sealed class DemoLog : ISaveChangesInterceptor
{
    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDb)eventData.Context!;
        var added = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        foreach (var thing in added)
        {
            if (thing is CrmRecord record and not Deal) Add(db, record.EntityName, record.Id, "created", record.CreatedAt, record.OwnerId);
            if (thing is TaskItem { DoneAt: { } at } task) Add(db, task.EntityName, task.Id, "done", at, task.AssigneeId);
            if (thing is StageStep step) Add(db, "deal", step.DealId, Verb(step.Step), step.At, step.MemberId, Changes(step));
        }
        return new(result);
    }

    private static void Add(AppDb db, string entity, Guid id, string verb, DateTimeOffset at, Guid? by, object? changes = null) => db.AuditEntries.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(at), At = at, EventType = $"{entity}.{verb}", EventCategory = "crm", MemberId = by, Entity = entity, EntityId = id,
        Changes = changes is null ? null : JsonSerializer.Serialize(changes),
    });

    private static string Verb(StepKind step) => step switch
    {
        StepKind.Opened => "created",
        StepKind.Moved => "stage_changed",
        StepKind.Won => "won",
        StepKind.Lost => "lost",
        _ => "reopened",
    };

    private static object? Changes(StageStep step) => step.Step switch
    {
        StepKind.Moved => new { stage_id = new[] { step.FromStageId, step.StageId } },
        StepKind.Won => new { status = new[] { "open", "won" } },
        StepKind.Lost => new { status = new[] { "open", "lost" } },
        _ => null,
    };
}
