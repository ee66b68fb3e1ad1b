using Web.Crm;
using Web.Crm.Activities;
using Web.Crm.Notes;
using Web.Crm.Tasks;

namespace Web.Demo;

/// <summary>What people do around a deal: calls, mails, meetings, notes, and tasks done and to do.</summary>
internal sealed class DemoDesk(DemoBook book, DemoClock clock)
{
    private readonly Dice dice = clock.Dice;

    /// <summary>Between a deal's beginning and <paramref name="until"/>.</summary>
    public void Accompany(Part part, Moment until)
    {
        for (var i = dice.Between(0, 3); i > 0; i--) Log(part, Some(part, until));
        if (dice.Chance(0.55))
            book.Notes.Add(Note.Write(RecordKind.Deal, part.Deal.Id, dice.Pick(part.Words.Notes), Some(part, until)));
        if (dice.Chance(0.3))
        {
            var begun = Some(part, until);
            var task = Plan(part, begun, begun.Today.AddDays(dice.Between(1, 10)));
            task.Complete(clock.Within(begun.At, TimeSpan.FromDays(12)) with { By = part.Owner.Id });
        }
    }

    /// <summary>What is still to be done for an open deal: most of it soon, some of it late.</summary>
    public void PlanAhead(Part part)
    {
        for (var i = dice.Between(0, 2); i > 0; i--)
            Plan(part, clock.Within(part.Begun.At, TimeSpan.FromDays(400)) with { By = part.Owner.Id }, clock.Today.AddDays((int)dice.Spread(1, 26) - 5));
    }

    private void Log(Part part, Moment moment)
    {
        var kind = dice.Pick([ActivityKind.Call, ActivityKind.Call, ActivityKind.Mail, ActivityKind.Mail, ActivityKind.Meeting]);
        var subject = dice.Pick(kind switch { ActivityKind.Call => part.Words.Calls, ActivityKind.Mail => part.Words.Mails, _ => part.Words.Meetings });
        int? minutes = kind switch { ActivityKind.Call => dice.Between(3, 35), ActivityKind.Meeting => dice.Between(2, 6) * 15, _ => null };
        var contact = part.People.Count > 0 ? dice.Pick(part.People).Id : (Guid?)null;
        book.Activities.Add(Activity.Log(kind, RecordKind.Deal, part.Deal.Id,
            new ActivityStory(subject, dice.Chance(0.25) ? dice.Pick(part.Words.Notes) : null, contact, kind == ActivityKind.Mail && dice.Chance(0.4), minutes), moment));
    }

    private TaskItem Plan(Part part, Moment now, DateOnly due)
    {
        var task = TaskItem.Plan(new TaskDetails
        {
            Title = dice.Pick(part.Words.Tasks),
            DueOn = DemoClock.WorkingDay(due, DateOnly.MinValue),
            AssigneeId = part.Owner.Id,
            OwnerId = part.Owner.Id,
            Priority = dice.Pick([TaskPriority.Normal, TaskPriority.Normal, TaskPriority.Normal, TaskPriority.High, TaskPriority.Low]),
            Entity = RecordKind.Deal,
            EntityId = part.Deal.Id,
        }, now);
        book.Tasks.Add(task);
        return task;
    }

    private Moment Some(Part part, Moment until) => clock.Within(part.Begun.At, until.At - part.Begun.At) with { By = part.Owner.Id };
}
