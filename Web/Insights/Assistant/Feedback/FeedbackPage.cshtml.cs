using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Chips;
using Web.Insights.Assistant.History;
using Web.Insights.Assistant.Talk;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Assistant.Feedback;

/// <summary>What somebody thinks of an answer, as its thumbs show it.</summary>
/// <param name="Said">Null when nothing was said yet.</param>
public sealed record FeedbackView(Guid Turn, Guid Conversation, Verdict? Said, WrongPart? Reason, string? Words, bool Thanked = false);

/// <summary>Thumbs up, thumbs down, and what was wrong: one opinion of each person, which they may change.</summary>
[Requires(Permission.ChartsAsk)]
internal sealed class FeedbackPage(AppDb db, PastAnswers past, CurrentMember member, TimeProvider time) : PageModel
{
    public FeedbackView Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid turn, CancellationToken cancellation)
    {
        var kept = await past.FindAsync(turn, cancellation);
        var said = await OwnAsync(turn, cancellation);
        Shown = new FeedbackView(turn, kept.ConversationId, said?.Verdict, said?.Reason, said?.Words);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid turn, string? verdict, string? reason, string? words, CancellationToken cancellation)
    {
        var kept = await past.FindAsync(turn, cancellation);
        if (ChipWords.Read<Verdict>(verdict) is not (Verdict.Up or Verdict.Down) || kept.Status != TurnStatus.Chart) throw RefusalException.NotFound();
        var said = await OwnAsync(turn, cancellation) ?? db.AnswerFeedback.Add(AnswerFeedback.Of(turn, member.Id, time.GetUtcNow())).Entity;
        said.Say(ChipWords.Read<Verdict>(verdict)!.Value, ChipWords.Read<WrongPart>(reason), words, time.GetUtcNow());
        db.NoteConversation(kept.ConversationId, "answer_judged", time.GetUtcNow(), said.Verdict.ToString().ToLowerInvariant());
        await db.SaveChangesAsync(cancellation);
        var more = reason is not null || words is not null || said.Verdict == Verdict.Up;
        Shown = new FeedbackView(turn, kept.ConversationId, said.Verdict, said.Reason, said.Words, more);
        if (Request.WantsFragment()) return Partial("_Feedback", Shown);
        return more ? Redirect($"/ask?c={kept.ConversationId}&turn={turn}") : Page();
    }

    private Task<AnswerFeedback?> OwnAsync(Guid turn, CancellationToken cancellation) =>
        db.AnswerFeedback.SingleOrDefaultAsync(one => one.TurnId == turn && one.MemberId == member.Id && one.Verdict != Verdict.Changed, cancellation);
}
