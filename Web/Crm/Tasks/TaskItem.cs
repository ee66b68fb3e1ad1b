namespace Web.Crm.Tasks;

public enum TaskPriority { Low, Normal, High }

/// <summary>Something that somebody is to do by a day, often for a record.</summary>
public sealed class TaskItem : CrmRecord
{
    private TaskItem()
    {
    }

    public string Title { get; private set; } = "";
    public DateOnly? DueOn { get; private set; }
    public TaskPriority Priority { get; private set; } = TaskPriority.Normal;
    public Guid? AssigneeId { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    [Audit.NotRecorded] public DateOnly? DoneOn { get; private set; }
    public RecordKind? Entity { get; private set; }
    public Guid? EntityId { get; private set; }

    public override string EntityName => "task";

    public bool IsDone => DoneAt is not null;

    public bool IsOverdue(DateOnly today) => !IsDone && DueOn < today;

    public TaskDetails Details => new()
    {
        Title = Title,
        DueOn = DueOn,
        Priority = Priority,
        AssigneeId = AssigneeId,
        Entity = Entity,
        EntityId = EntityId,
        OwnerId = OwnerId,
        Tags = Tags,
    };

    /// <exception cref="Kernel.RefusalException">422: see <see cref="TaskDetails.Check"/>.</exception>
    public static TaskItem Plan(TaskDetails details, Moment now)
    {
        var task = new TaskItem { Id = Guid.CreateVersion7(now.At), CreatedAt = now.At };
        task.Describe(details, now);
        return task;
    }

    /// <exception cref="Kernel.RefusalException">422: see <see cref="TaskDetails.Check"/>.</exception>
    public void Describe(TaskDetails details, Moment now)
    {
        details.Check().Throw();
        Title = details.Title!.Trim();
        (DueOn, Priority, AssigneeId) = (details.DueOn, details.Priority ?? TaskPriority.Normal, details.AssigneeId);
        (Entity, EntityId, OwnerId) = (details.Entity, details.EntityId, details.OwnerId);
        Tags = [.. details.Tags ?? []];
        Touch(now);
    }

    /// <summary>Done, now. Once is enough: doing it again changes nothing.</summary>
    public void Complete(Moment now)
    {
        if (IsDone) return;
        (DoneAt, DoneOn) = (now.At, now.Today);
        Touch(now, "done");
    }

    public void Reopen(Moment now)
    {
        if (!IsDone) return;
        (DoneAt, DoneOn) = (null, null);
        Touch(now, "reopened");
    }

    public void Postpone(DateOnly? dueOn, Moment now)
    {
        DueOn = dueOn;
        Touch(now);
    }

    public void Assign(Guid? member, Moment now)
    {
        AssigneeId = member;
        Touch(now);
    }
}
