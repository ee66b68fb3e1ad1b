using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Talk;
using Web.Insights.Review;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Assistant.Teaching;

/// <summary>A word is taught where it was missed: it becomes another name, and the words that it stood in are asked again.</summary>
internal sealed class Lessons(AppDb db, ReviewActs acts, Assistant assistant)
{
    public const int LongestWord = 100;

    /// <param name="place">In the data that the turn is about.</param>
    /// <exception cref="RefusalException">404 and 422 as of <see cref="ReviewActs.NameAsync"/>; nothing was asked then.</exception>
    public async Task<(Ask Ask, AskAnswer Answer)> TeachAsync(Turn turn, string word, SynonymPlace? place, CancellationToken cancellation)
    {
        if (word.Trim().Length > LongestWord) throw RefusalException.Invalid(new Fault("/word", "too_long", LongestWord));
        if (place is null) throw RefusalException.Invalid(new Fault("/place", "required"));
        var ask = new Ask(turn.ReadReading().Words ?? turn.Utterance, null, place.Dataset, turn.ConversationId, Locales.Current);
        await using (var work = await db.BeginAsync(readOnly: false, cancellation))
        {
            await acts.NameAsync(ask.Utterance!, word, place, cancellation);
            ask = ask with { Again = await SaidAsync(turn, ask.Utterance!, cancellation) };
            await work.CommitAsync(cancellation);
        }
        return (ask, await assistant.AnswerAsync(ask, cancellation));
    }

    /// <summary>Where the words were said; a click may have changed their chart since.</summary>
    private async Task<Guid> SaidAsync(Turn turn, string words, CancellationToken cancellation)
    {
        if (turn.Utterance == words) return turn.Id;
        var said = await db.Turns.Where(one => one.ConversationId == turn.ConversationId && one.Utterance == words && one.Id < turn.Id).OrderByDescending(one => one.Id).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellation);
        return said ?? turn.Id;
    }
}
