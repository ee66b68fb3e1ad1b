using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Tasks;

/// <summary>What is to be done, the most urgent first.</summary>
[Requires(Permission.CrmRead)]
internal sealed class TasksPage(AppDb db, CurrentMember member, EnteredTenant entered, Moment now, IStringLocalizer<CrmTexts> texts) : PageModel
{
    // Those without a day come last.
    private static readonly DateOnly Never = new(9999, 12, 31);

    public RecordFilter Filter { get; private set; } = new("/tasks", null, null);
    public TaskLines Lines { get; private set; } = null!;
    public string? After { get; private set; }
    public People People { get; private set; } = null!;
    public bool MayWrite => member.Can(Permission.CrmWrite);

    public Task OnGetAsync([FromQuery(Name = "after")] string? cursor, CancellationToken cancellation) => ReadAsync(cursor, cancellation);

    public async Task<IActionResult> OnPostAsync(string? title, DateOnly? due, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        db.Tasks.Add(TaskItem.Plan(new TaskDetails { Title = title, DueOn = due, AssigneeId = member.Id, OwnerId = member.Id }, now));
        await db.SaveChangesAsync(cancellation);
        return Redirect("/tasks?owner=me");
    }

    private async Task ReadAsync(string? cursor, CancellationToken cancellation)
    {
        Filter = RecordFilter.Of("/tasks", Request.Query);
        var tasks = db.Tasks.Undone();
        if (Filter.Words is { } words) tasks = tasks.Where(task => EF.Functions.ILike(task.Title, "%" + words.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%"));
        if (Filter.OwnerOr(member.Id) is { } assignee) tasks = tasks.AssignedTo(assignee);
        if (RecordPage<TaskLine>.Below(cursor) is { } last && DateOnly.TryParse(last.Key, System.Globalization.CultureInfo.InvariantCulture, out var day))
            tasks = tasks.Where(task => EF.Functions.GreaterThan(ValueTuple.Create(task.DueOn ?? Never, task.Id), ValueTuple.Create(day, last.Id)));
        var rows = await tasks.OrderBy(task => task.DueOn ?? Never).ThenBy(task => task.Id).Take(RecordPage<TaskLine>.Size + 1).AsLines(db).ToListAsync(cancellation);
        var page = RecordPage<TaskLine>.Of(rows, row => (Days.Iso(row.DueOn ?? Never), row.Id));
        (Lines, After) = (TaskLines.Of(page.Rows, texts, new Days(entered.Required.Calendar, now.At), member), page.After);
        People = await db.PeopleAsync(cancellation);
    }
}
