using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Saved;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Review;

/// <summary>What was asked in vain or marked as wrong, for those who can make it work.</summary>
[Requires(Permission.DatasetsManage)]
internal sealed class ReviewPage(
    ReviewQueue queue, ReviewActs acts, AppDb db, EnteredTenant entered, TimeProvider time, IStringLocalizer<ReviewTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public ReviewFilter Filter { get; private set; } = new(null, ReviewFilter.UsualDays, null, false);
    public IReadOnlyList<FlagGroup> Groups { get; private set; } = [];
    public IReadOnlyList<ReviewDecision> Decisions { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public bool IsKept { get; private set; } = true;
    public Days Days { get; private set; } = null!;
    public Toast? Toast { get; private set; }
    public string? Refused { get; private set; }

    /// <param name="done">The decision that has just been made.</param>
    public async Task OnGetAsync(Guid? done, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (done is { } id && await db.ReviewDecisions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.UndoneAt == null, cancellation) is { } made)
            Toast = new Toast(texts["Review.Done." + made.Kind.ToString().ToLowerInvariant()], texts["Review.Undo"], $"/settings/assistant/review?handler=undo&decision={id}");
    }

    /// <summary>Takes back what an analyst did, whoever it was.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid decision, CancellationToken cancellation)
    {
        var reader = await queue.ReaderAsync(cancellation);
        if ((await queue.DecisionsAsync(reader, cancellation)).All(one => one.Id != decision)) throw RefusalException.NotFound();
        var made = await db.ReviewDecisions.SingleAsync(one => one.Id == decision, cancellation);
        try
        {
            if (made.UndoneAt is null) await acts.UndoAsync(made, reader, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        catch (RefusalException refusal) when (refusal.Status is 404 or 409 or 422)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancellation);
            (Response.StatusCode, Refused) = (422, sentences[refusal.Code, refusal.Arguments]);
            return Page();
        }
        return Gone.To(this, "/settings/assistant/review?state=done");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var reader = await queue.ReaderAsync(cancellation);
        (Filter, Days, IsKept) = (ReviewFilter.Of(Request.Query), new Days(entered.Required.Calendar, time.GetUtcNow()), await queue.IsKeptAsync(cancellation));
        if (!Filter.Done)
        {
            Groups = await queue.GroupsAsync(Filter, reader, cancellation);
            return;
        }
        Decisions = await queue.DecisionsAsync(reader, cancellation);
        var people = Decisions.Select(one => one.DecidedBy).OfType<Guid>().Distinct().ToArray();
        Names = await db.Members.Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
    }
}
