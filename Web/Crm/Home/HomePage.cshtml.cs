using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Access.Start;
using Web.Crm.Deals;
using Web.Crm.Tasks;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Home;

/// <summary>The first page of the day: what to do, what changed, how the month stands. Who may not see the CRM is told what they may.</summary>
internal sealed class HomePage(AppDb db, CurrentMember member, EnteredTenant entered, Moment now, GuidedSteps start, IStringLocalizer<CrmTexts> texts) : PageModel
{
    private const int TasksRead = 200, TasksShown = 5;

    public bool MayRead => member.Can(Permission.CrmRead);
    public bool MayWrite => member.Can(Permission.CrmWrite);
    public bool MayAsk => member.Can(Permission.ChartsAsk);
    public Days Days { get; private set; } = null!;
    public IReadOnlyList<TaskGroup> Tasks { get; private set; } = [];
    public int TaskCount { get; private set; }
    public IReadOnlyList<MovedDeal> Moved { get; private set; } = [];
    public StartView? Start { get; private set; }
    public MonthResults Results { get; private set; } = null!;
    public int DaysLeftInYear => entered.Required.Calendar.PeriodOf(CalendarUnit.FiscalYear, now.Today).To!.Value.DayNumber - now.Today.DayNumber;
    public int FiscalYear => entered.Required.Calendar.FiscalYearOf(now.Today);
    public string Currency => entered.Required.Currency;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (HttpContext.Shell().Person!.OnlyReadsTheLog) return Redirect("/settings/audit");
        Days = new Days(entered.Required.Calendar, now.At);
        if (!MayRead) return Page();
        Start = await start.ReadAsync(cancellation);
        await ReadTasksAsync(cancellation);
        var (stages, people) = (await db.StagesAsync(cancellation), await db.PeopleAsync(cancellation));
        Moved = await new RecentlyMoved(db, texts, stages, people, Days).ReadAsync(cancellation);
        Results = await db.ResultsAsync(now.Today, Currency, cancellation);
        return Page();
    }

    private async Task ReadTasksAsync(CancellationToken cancellation)
    {
        var endOfNextWeek = entered.Required.Calendar.PeriodOf(CalendarUnit.Week, now.Today, 1).To!.Value;
        var due = db.Tasks.Undone().AssignedTo(member.Id).DueBy(endOfNextWeek);
        TaskCount = await due.CountAsync(cancellation);
        var lines = await due.MostUrgentFirst().Take(TasksRead).AsLines(db).ToListAsync(cancellation);
        var thisWeek = entered.Required.Calendar.PeriodOf(CalendarUnit.Week, now.Today).To!.Value;
        Tasks = [.. lines.GroupBy(line => line.DueOn < now.Today ? "Overdue" : line.DueOn == now.Today ? "Today" : line.DueOn <= thisWeek ? "ThisWeek" : "NextWeek")
            .Select(same => new TaskGroup(texts["Home.Tasks." + same.Key], same.Count(), TaskLines.Of([.. same.Take(TasksShown)], texts, Days, member)))];
    }
}

/// <param name="Count">Of all of them; the first few are shown.</param>
public sealed record TaskGroup(string Title, int Count, TaskLines Lines);
