using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Talk;
using Web.Kernel;

namespace Web.Insights.Assistant.History;

/// <summary>What one person asked before: found, named, thrown away; and the way back within a conversation. Needs no open unit of work for the latter.</summary>
public sealed class ConversationHistory(AppDb db, CurrentMember member, TimeProvider time)
{
    /// <summary>Conversations whose title or words contain this, whatever their case and width.</summary>
    public IQueryable<Conversation> Matching(string? words)
    {
        var own = db.Conversations.Of(member.Id);
        if (string.IsNullOrWhiteSpace(words)) return own;
        var (key, turns) = (SearchText.Of(words), db.Turns);
        return own.Where(c => c.SearchKey.Contains(key) || turns.Any(t => t.ConversationId == c.Id && t.UndoneAt == null && t.SearchKey.Contains(key)));
    }

    /// <exception cref="RefusalException">404: not one's own.</exception>
    public async Task<Conversation> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.Conversations.Of(member.Id).SingleOrDefaultAsync(c => c.Id == id, cancellation) ?? throw RefusalException.NotFound();

    /// <summary>One that may lie in the bin.</summary>
    public async Task<Conversation> FindInBinAsync(Guid id, CancellationToken cancellation) =>
        await db.Conversations.IgnoreQueryFilters([Fencing.BinFilter]).Of(member.Id).SingleOrDefaultAsync(c => c.Id == id, cancellation) ?? throw RefusalException.NotFound();

    /// <summary>Takes the last chart back, with what came after it.</summary>
    /// <returns>The chart that was taken back, and the one before it.</returns>
    /// <exception cref="RefusalException">404: there is none before it, or it is not one's own.</exception>
    public async Task<(Guid Undone, Guid Shown)> UndoAsync(Guid conversation, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await FindAsync(conversation, cancellation);
        var last = await db.Turns.Where(t => t.ConversationId == conversation && t.Status == TurnStatus.Chart && t.UndoneAt == null)
            .OrderByDescending(t => t.Id).Take(2).Select(t => t.Id).ToListAsync(cancellation);
        if (last is not [var undone, var shown]) throw RefusalException.NotFound();
        var now = time.GetUtcNow();
        await db.Turns.Where(t => t.ConversationId == conversation && t.UndoneAt == null && t.Id.CompareTo(undone) >= 0)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.UndoneAt, now), cancellation);
        db.NoteConversation(conversation, "chart_undone", now);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return (undone, shown);
    }

    /// <summary>Brings back what was taken back with this chart, as long as nothing else came after.</summary>
    /// <returns>Its conversation.</returns>
    public async Task<Guid> RedoAsync(Guid turn, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var own = db.Conversations.Of(member.Id);
        var undone = await db.Turns.AsNoTracking().SingleOrDefaultAsync(t => t.Id == turn && t.UndoneAt != null && own.Any(c => c.Id == t.ConversationId), cancellation) ?? throw RefusalException.NotFound();
        if (await db.Turns.AnyAsync(t => t.ConversationId == undone.ConversationId && t.UndoneAt == null && t.Id.CompareTo(turn) > 0, cancellation)) throw RefusalException.NotFound();
        await db.Turns.Where(t => t.ConversationId == undone.ConversationId && t.UndoneAt == undone.UndoneAt).ExecuteUpdateAsync(set => set.SetProperty(t => t.UndoneAt, (DateTimeOffset?)null), cancellation);
        db.NoteConversation(undone.ConversationId, "chart_redone", time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return undone.ConversationId;
    }
}
