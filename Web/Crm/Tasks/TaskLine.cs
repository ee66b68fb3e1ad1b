using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Crm.Accounts;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Crm.Tasks;

/// <summary>A task as a line says it, with the record it is for.</summary>
public sealed record TaskLine(
    Guid Id, string Title, DateOnly? DueOn, TaskPriority Priority, Guid? AssigneeId, bool Done, RecordKind? Entity, Guid? EntityId, string? Deal, string? Account, string? Family, string? Given)
{
    public string? About => Deal ?? Account ?? (Family is null ? null : Naming.Full(Family, Given));

    public string? Href => Entity switch { RecordKind.Deal => $"/deals/{EntityId}", RecordKind.Account => $"/accounts/{EntityId}", _ => null };
}

/// <summary>Lines under one heading, ready to be written.</summary>
/// <param name="Swapped">The lines take the places of those with their ids.</param>
public sealed record TaskLines(IReadOnlyList<TaskLine> Lines, Days Days, bool MayWrite, string TickText, string UntickText, string HighText, bool About = true, bool Swapped = false)
{
    public static TaskLines Of(IReadOnlyList<TaskLine> lines, IStringLocalizer<CrmTexts> texts, Days days, CurrentMember member, bool about = true) =>
        new(lines, days, member.Can(Permission.CrmWrite), texts["Tasks.Tick"], texts["Tasks.Untick"], texts["Tasks.High"], about);
}

public static class TaskLinesOfCompany
{
    public static IQueryable<TaskLine> AsLines(this IQueryable<TaskItem> tasks, AppDb db)
    {
        var (deals, accounts, contacts) = (db.Deals, db.Accounts, db.Contacts);
        return tasks.Select(task => new TaskLine(
            task.Id, task.Title, task.DueOn, task.Priority, task.AssigneeId, task.DoneAt != null, task.Entity, task.EntityId,
            deals.Where(deal => task.Entity == RecordKind.Deal && deal.Id == task.EntityId).Select(deal => deal.Name).FirstOrDefault(),
            accounts.Where(account => task.Entity == RecordKind.Account && account.Id == task.EntityId).Select(account => account.Name).FirstOrDefault(),
            contacts.Where(contact => task.Entity == RecordKind.Contact && contact.Id == task.EntityId).Select(contact => contact.FamilyName).FirstOrDefault(),
            contacts.Where(contact => task.Entity == RecordKind.Contact && contact.Id == task.EntityId).Select(contact => contact.GivenName).FirstOrDefault()));
    }

    public static async Task<TaskItem> TaskAsync(this AppDb db, Guid id, CancellationToken cancellation) =>
        await db.Tasks.SingleOrDefaultAsync(task => task.Id == id, cancellation) ?? throw RefusalException.NotFound();
}
