using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>One deal: its facts, its way through the stages, what happened and what comes next.</summary>
[Requires(Permission.CrmRead)]
internal sealed class DealPage(
    AppDb db, CurrentMember member, EnteredTenant entered, Moment now, IStringLocalizer<CrmTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public Deal Deal { get; private set; } = null!;
    public StagePlace Place { get; private set; } = null!;
    public Pipeline Pipeline { get; private set; } = null!;
    public IReadOnlyList<StageStay> Stays { get; private set; } = [];
    public DealTalk Talk { get; private set; } = null!;
    public TaskLines Tasks { get; private set; } = null!;
    public IReadOnlyList<PersonInDeal> Contacts { get; private set; } = [];
    public AccountSummary? Account { get; private set; }
    public People People { get; private set; } = null!;
    public Days Days { get; private set; } = null!;
    public Toast? Toast { get; private set; }
    public bool MayWrite => member.Can(Permission.CrmWrite);
    public bool MayBin => member.MayBin(Deal);
    public string? LostReason => ChangeWords.Reason(texts, Deal.LostReason);

    public async Task OnGetAsync(Guid id, EventGroup? show, string? done, CancellationToken cancellation)
    {
        await ReadAsync(id, show, null, null, cancellation);
        Contacts = await db.PeopleOfAsync(id, cancellation);
        Account = await db.SummaryAsync(Deal.AccountId, cancellation);
        Toast = done is "won" or "lost" ? new Toast(texts[done == "won" ? "Toast.Won" : "Toast.Lost", Deal.Name], texts["Undo"], $"/deals/{id}/reopen")
            : done is not null && texts["Done." + done] is { ResourceNotFound: false } said ? new Toast(said) : null;
    }

    public async Task<IActionResult> OnPostNoteAsync(Guid id, string? body, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var deal = await db.DealAsync(id, null, cancellation);
        try
        {
            db.Notes.Add(Note.Write(RecordKind.Deal, id, body, now));
            deal.Touch(now);
            await db.SaveChangesAsync(cancellation);
        }
        catch (RefusalException refusal) when (refusal.Faults is [var fault, ..])
        {
            await ReadAsync(id, null, body, Problem.Say(sentences, fault.Code, fault.Arguments), cancellation);
            Response.StatusCode = refusal.Status;
            return Partial("_DealTalk", Talk);
        }
        return await AnswerAsync(id, "_DealTalk", cancellation);
    }

    public async Task<IActionResult> OnPostTaskAsync(Guid id, string? title, DateOnly? due, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var deal = await db.DealAsync(id, null, cancellation);
        db.Tasks.Add(TaskItem.Plan(new TaskDetails { Title = title, DueOn = due, AssigneeId = member.Id, OwnerId = member.Id, Entity = RecordKind.Deal, EntityId = id }, now));
        deal.Touch(now);
        await db.SaveChangesAsync(cancellation);
        return await AnswerAsync(id, "_DealTasks", cancellation);
    }

    /// <summary>The next step is done; a note remembers it.</summary>
    public async Task<IActionResult> OnPostStepDoneAsync(Guid id, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var deal = await db.DealAsync(id, null, cancellation);
        if (deal.NextStep is { } step) db.Notes.Add(Note.Write(RecordKind.Deal, id, texts["Deal.StepDoneNote", step], now));
        deal.PlanNextStep(null, null, now);
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/deals/{id}?done=step");
    }

    private async Task<IActionResult> AnswerAsync(Guid id, string fragment, CancellationToken cancellation)
    {
        if (!Request.WantsFragment()) return Redirect($"/deals/{id}");
        await ReadAsync(id, null, null, null, cancellation);
        return Partial(fragment, fragment == "_DealTasks" ? this : Talk);
    }

    private async Task ReadAsync(Guid id, EventGroup? show, string? draft, string? error, CancellationToken cancellation)
    {
        Deal = await db.Deals.AsNoTracking().SingleOrDefaultAsync(deal => deal.Id == id, cancellation) ?? throw RefusalException.NotFound();
        Days = new Days(entered.Required.Calendar, now.At);
        var stages = await db.StagesAsync(cancellation);
        People = await db.PeopleAsync(cancellation);
        (Place, Pipeline) = (stages.Of(Deal.StageId), stages.Choose(Deal.PipelineId)!);
        var steps = await db.StageHistory.AsNoTracking().Where(step => step.DealId == id).OrderBy(step => step.At).ToListAsync(cancellation);
        Stays = StageStay.Of(Pipeline, Deal, steps, now.At);
        Talk = new DealTalk(id, await new DealTimeline(db, texts, stages, People, Days).ReadAsync(Deal, steps, cancellation), show, Days, MayWrite, member.Id, member.Person.Name, draft, error);
        Tasks = TaskLines.Of(await db.Tasks.About(id).Undone().MostUrgentFirst().Take(50).AsLines(db).ToListAsync(cancellation), texts, Days, member, about: false);
    }
}

/// <summary>The note box and the timeline below it.</summary>
/// <param name="Show">Only this group; all when null.</param>
public sealed record DealTalk(
    Guid DealId, IReadOnlyList<DealEvent> Events, EventGroup? Show, Days Days, bool MayWrite, Guid Me, string MyName, string? Draft, string? Error)
{
    public IEnumerable<DealEvent> Shown => Events.Where(one => Show is null || one.Group == Show);

    public int Count(EventGroup group) => Events.Count(one => one.Group == group);
}
