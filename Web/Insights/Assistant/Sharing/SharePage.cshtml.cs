using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.History;
using Web.Insights.Assistant.Talk;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Assistant.Sharing;

/// <summary>A link to a chart of one's own, for colleagues. Whoever opens it sees what they themselves may see.</summary>
[Requires(Permission.ChartsAsk)]
internal sealed class SharePage(AppDb db, PastAnswers past, TimeProvider time) : PageModel
{
    public Guid Turn { get; private set; }
    public Guid Conversation { get; private set; }

    /// <summary>Null when there is no link.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid turn, CancellationToken cancellation)
    {
        if (RouteData.Values["handler"] is not null) return NotFound(); // no handler of ours has that name
        return Drawn(await past.FindAsync(turn, cancellation), null);
    }

    public Task<IActionResult> OnPostAsync(Guid turn, CancellationToken cancellation) => ShareAsync(turn, time.GetUtcNow(), cancellation);

    public Task<IActionResult> OnPostStopAsync(Guid turn, CancellationToken cancellation) => ShareAsync(turn, null, cancellation);

    private async Task<IActionResult> ShareAsync(Guid turn, DateTimeOffset? at, CancellationToken cancellation)
    {
        var kept = await past.FindAsync(turn, cancellation);
        if (kept.Query is null) throw RefusalException.NotFound();
        await db.Turns.Where(t => t.Id == turn).ExecuteUpdateAsync(set => set.SetProperty(t => t.SharedAt, at), cancellation);
        db.NoteConversation(kept.ConversationId, at is null ? "sharing_stopped" : "shared", time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Drawn(kept, at);
    }

    private IActionResult Drawn(Turn kept, DateTimeOffset? since)
    {
        (Turn, Conversation) = (kept.Id, kept.ConversationId);
        Link = (since ?? (Request.Method == "GET" ? kept.SharedAt : null)) is null ? null : $"{Request.Scheme}://{Request.Host}/ask/shared/{kept.Id}";
        return Request.WantsFragment() ? Partial("_ShareDialog", this) : Page();
    }
}
