using System.Text.Json;
using Web.Audit;
using Web.Crm;
using Web.Crm.Deals;

namespace Web.Demo;

/// <summary>The log of the history that was played: each entry is dated when it happened, and says so without repeating the record.</summary>
internal static class DemoLog
{
    public static IEnumerable<AuditEntry> Of(DemoBook book) =>
    [
        .. book.Accounts.Select(pair => Made(pair.Account)), .. book.Contacts.Select(Made), .. book.Tasks.Select(Made),
        .. book.Tasks.Where(task => task.IsDone).Select(task => Entry(task.EntityName, task.Id, "done", task.DoneAt!.Value, task.AssigneeId)),
        .. book.Deals.SelectMany(deal => deal.History).Select(step => Entry("deal", step.DealId, Verb(step.Step), step.At, step.MemberId, Changes(step))),
    ];

    private static AuditEntry Made(CrmRecord record) => Entry(record.EntityName, record.Id, "created", record.CreatedAt, record.OwnerId);

    private static AuditEntry Entry(string entity, Guid id, string verb, DateTimeOffset at, Guid? by, object? changes = null) => new()
    {
        Id = Guid.CreateVersion7(at),
        At = at,
        EventType = $"{entity}.{verb}",
        EventCategory = "crm",
        MemberId = by,
        Entity = entity,
        EntityId = id,
        Changes = changes is null ? null : JsonSerializer.Serialize(changes),
    };

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
