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

/// <summary>Ticks a task off, and on again.</summary>
[Requires(Permission.CrmWrite)]
internal sealed class TaskTickPage(AppDb db, CurrentMember member, EnteredTenant entered, Moment now, IStringLocalizer<CrmTexts> texts) : PageModel
{
    public IActionResult OnGet() => Redirect("/tasks");

    public Task<IActionResult> OnPostDoneAsync(Guid id, string? from, CancellationToken cancellation) => TickAsync(id, from, task => task.Complete(now), done: true, cancellation);

    public Task<IActionResult> OnPostReopenAsync(Guid id, string? from, CancellationToken cancellation) => TickAsync(id, from, task => task.Reopen(now), done: false, cancellation);

    private async Task<IActionResult> TickAsync(Guid id, string? from, Action<TaskItem> act, bool done, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var task = await db.TaskAsync(id, cancellation);
        act(task);
        await db.SaveChangesAsync(cancellation);
        if (!Request.WantsFragment()) return LocalRedirect(Url.IsLocalUrl(from) ? from : "/tasks");
        if (done) new Toast(texts["Toast.TaskDone", task.Title], texts["Undo"], $"/tasks/{id}/reopen").Send(Response);
        var lines = await db.Tasks.Where(one => one.Id == id).AsLines(db).ToListAsync(cancellation);
        return Partial("_TaskLines", TaskLines.Of(lines, texts, new Days(entered.Required.Calendar, now.At), member) with { Swapped = !Request.Headers.ContainsKey("HX-Target") });
    }
}
