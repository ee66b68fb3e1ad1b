namespace Web.Crm.Tasks;

/// <summary>What people write about a task.</summary>
public sealed record TaskDetails
{
    public string? Title { get; init; }
    public DateOnly? DueOn { get; init; }
    public TaskPriority? Priority { get; init; }
    public Guid? AssigneeId { get; init; }
    public RecordKind? Entity { get; init; }
    public Guid? EntityId { get; init; }
    public Guid? OwnerId { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }

    public Check Check() => new Check().Required("title", Title).NoLonger("title", Title, 300).NoLonger("tags", Tags, 60, 50)
        .That(Entity is not null || EntityId is null, "entity", "required").That(EntityId is not null || Entity is null, "entity_id", "required");
}
