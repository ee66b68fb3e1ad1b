using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Saved;
using Web.Jobs;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Assistant.History;

/// <summary>The name of a conversation, and its way to the bin and back.</summary>
[Requires(Permission.ChartsAsk)]
internal sealed class ConversationPage(AppDb db, ConversationHistory history, TimeProvider time, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public Guid Id { get; private set; }
    public string? Name { get; private set; }
    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (RouteData.Values["handler"] is not null) return NotFound(); // no handler of ours has that name
        (Id, Name) = (id, (await history.FindAsync(id, cancellation)).Title);
        return Drawn();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? title, CancellationToken cancellation)
    {
        var conversation = await history.FindAsync(id, cancellation);
        try
        {
            conversation.Rename(title);
        }
        catch (RefusalException refusal) when (refusal.Status == 422)
        {
            (Id, Name, Error) = (id, title, Problem.Say(sentences, refusal.Faults[0].Code, refusal.Faults[0].Arguments));
            Response.StatusCode = 422;
            return Drawn();
        }
        db.NoteConversation(id, "renamed", time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Gone.To(this, "/ask/history");
    }

    public async Task<IActionResult> OnPostBinAsync(Guid id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        (await history.FindAsync(id, cancellation)).PutInBin(now);
        db.NoteConversation(id, "deleted", now);
        db.EnqueueForCompany(ConversationErasure.Kind, new ConversationErasure.Order(id), now, now + ConversationErasure.InBin);
        await db.SaveChangesAsync(cancellation);
        return Gone.To(this, $"/ask/history?binned={id}");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        (await history.FindInBinAsync(id, cancellation)).Restore();
        db.NoteConversation(id, "restored", time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Gone.To(this, "/ask/history");
    }

    private IActionResult Drawn() => Request.WantsFragment() ? Partial("_NameDialog", this) : Page();
}
