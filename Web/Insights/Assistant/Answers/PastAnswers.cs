using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Feedback;
using Web.Insights.Assistant.Talk;
using Web.Insights.Charts;
using Web.Insights.Datasets.Access;
using Web.Kernel;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Assistant.Answers;

/// <summary>A conversation opened again, with one of its charts drawn anew.</summary>
/// <param name="Shown">The chart, or why it cannot be shown to this person any more; null when nothing was drawn yet.</param>
public sealed record OpenedConversation(Guid Id, string Title, IReadOnlyList<Turn> Turns, ChartReader Reader, AskAnswer? Shown);

/// <summary>What was asked before. Queries are kept, rows never: a chart is drawn with what its reader may see now.</summary>
public sealed class PastAnswers(AppDb db, CurrentMember member, EnteredTenant entered, PermittedDatasets datasets, ChartRender render, TimeProvider time)
{
    /// <summary>The latest turns of a conversation that its page shows, and the latest conversations that its menu shows.</summary>
    public const int MostTurns = 50, MostConversations = 12;

    /// <param name="turn">The chart to show; the last one when none is named.</param>
    /// <exception cref="RefusalException">404: not one's conversation.</exception>
    public async Task<OpenedConversation> OpenAsync(Guid id, Guid? turn, string locale, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var conversation = await db.Conversations.AsNoTracking().Of(member.Id).SingleOrDefaultAsync(c => c.Id == id, cancellation) ?? throw RefusalException.NotFound();
        var turns = await db.Turns.AsNoTracking().Where(t => t.ConversationId == id && t.UndoneAt == null).OrderByDescending(t => t.Id).Take(MostTurns).ToListAsync(cancellation);
        turns.Reverse();
        var reader = await ReaderAsync(locale, cancellation);
        var shown = turns.FindLast(t => t.Status == TurnStatus.Chart && (turn is null || t.Id == turn));
        var answer = shown is null ? null : await DrawAsync(shown, reader, cancellation);
        if (answer is ChartAnswer chart) answer = chart with { Around = await AroundAsync(chart, turns, cancellation) };
        await work.CommitAsync(cancellation);
        return new OpenedConversation(id, conversation.Title, turns, reader, answer);
    }

    /// <summary>What stands around a chart of one's own, in the unit of work that is open.</summary>
    private async Task<AroundAnswer> AroundAsync(ChartAnswer chart, List<Turn> turns, CancellationToken cancellation)
    {
        var said = await db.AnswerFeedback.AsNoTracking().SingleOrDefaultAsync(one => one.TurnId == chart.TurnId && one.MemberId == member.Id && one.Verdict != Verdict.Changed, cancellation);
        var charts = turns.Where(one => one.Status == TurnStatus.Chart).Select(one => one.Id).ToList();
        return new AroundAnswer(charts.Count > 1 && charts[^1] == chart.TurnId, said is null ? null : new FeedbackView(chart.TurnId, chart.ConversationId, said.Verdict, said.Reason, said.Words, Thanked: true));
    }

    /// <summary>A chart that a colleague gave a link to, drawn with what this person may see; needs an open unit of work.</summary>
    /// <returns>The answer; refused with <c>dataset_not_found</c> where its data is not theirs.</returns>
    /// <exception cref="RefusalException">404: there is no such link.</exception>
    public async Task<(Turn Turn, AskAnswer Answer)> DrawSharedAsync(Guid turn, string locale, CancellationToken cancellation)
    {
        var conversations = db.Conversations;
        var kept = await db.Turns.AsNoTracking().SingleOrDefaultAsync(t => t.Id == turn && t.SharedAt != null && t.UndoneAt == null && conversations.Any(c => c.Id == t.ConversationId), cancellation);
        if (kept?.Query is null) throw RefusalException.NotFound();
        return (kept, await DrawAsync(kept, await ReaderAsync(locale, cancellation), cancellation));
    }

    /// <summary>One chart drawn anew.</summary>
    /// <exception cref="RefusalException">404: not one's turn, or no chart.</exception>
    public async Task<AskAnswer> RedrawAsync(Guid turn, string locale, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var kept = await FindAsync(turn, cancellation);
        if (kept.Query is null) throw RefusalException.NotFound();
        var answer = await DrawAsync(kept, await ReaderAsync(locale, cancellation), cancellation);
        await work.CommitAsync(cancellation);
        return answer;
    }

    /// <summary>One turn of a conversation of one's own.</summary>
    /// <exception cref="RefusalException">404: there is none.</exception>
    public async Task<Turn> TurnAsync(Guid turn, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var kept = await FindAsync(turn, cancellation);
        await work.CommitAsync(cancellation);
        return kept;
    }

    /// <summary>The datasets, calendar and day that this person's words are read with.</summary>
    public async Task<ChartReader> ReaderOfTodayAsync(string locale, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var reader = await ReaderAsync(locale, cancellation);
        await work.CommitAsync(cancellation);
        return reader;
    }

    /// <summary>The latest conversations of this person.</summary>
    public async Task<IReadOnlyList<Conversation>> RecentAsync(CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var recent = await db.Conversations.AsNoTracking().Of(member.Id).OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id)
            .Take(MostConversations).ToListAsync(cancellation);
        await work.CommitAsync(cancellation);
        return recent;
    }

    /// <summary>One turn of a conversation of one's own, in the unit of work that is open.</summary>
    /// <exception cref="RefusalException">404: there is none.</exception>
    public async Task<Turn> FindAsync(Guid turn, CancellationToken cancellation)
    {
        var own = db.Conversations.Of(member.Id);
        return await db.Turns.AsNoTracking().SingleOrDefaultAsync(t => t.Id == turn && own.Any(c => c.Id == t.ConversationId), cancellation) ?? throw RefusalException.NotFound();
    }

    /// <summary>In the unit of work that is open.</summary>
    public async Task<ChartReader> ReaderAsync(string locale, CancellationToken cancellation)
    {
        var calendar = entered.Required.Calendar;
        return new ChartReader(await datasets.CatalogAsync(cancellation), calendar, calendar.DateOf(time.GetUtcNow()), locale);
    }

    /// <summary>A reader who hears of one column's values those that hold some words.</summary>
    public async Task<ChartReader> WithSuggestionsAsync(ChartReader reader, string dataset, string field, string? words, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var suggesting = await datasets.WithSuggestionsAsync(reader.Catalog.Find(dataset)!, field, words, cancellation);
        await work.CommitAsync(cancellation);
        return reader with { Catalog = new Catalog(reader.Catalog.Datasets.Select(one => one.Contract.Key == dataset ? suggesting : one)) };
    }

    private async Task<AskAnswer> DrawAsync(Turn turn, ChartReader reader, CancellationToken cancellation)
    {
        var query = turn.ReadQuery()!;
        var answer = await render.RenderAsync(query, reader, db, cancellation) switch
        {
            RenderOutcome.Drawn drawn => Assistant.Chart(query, turn.ReadReading(), drawn, turn.Utterance, reader, turn.Interpreter),
            RenderOutcome.Faulty faulty => (AskAnswer)new RefusedAnswer(default, faulty.Faults[0].Code, faulty.Faults[0].MessageIn(reader.Locale)),
            _ => new RefusedAnswer(default, "dataset_not_found", ""),
        };
        return answer with { ConversationId = turn.ConversationId, TurnId = turn.Id };
    }
}

public static class KeptTurn
{
    extension(Turn turn)
    {
        /// <summary>The query of a chart.</summary>
        public ChartQuery? ReadQuery() => turn.Query is { } json ? JsonSerializer.Deserialize<ChartQuery>(json, ChartJson.Options) : null;

        /// <summary>What the words were about; null where nothing was understood.</summary>
        public string? ReadDataset() => turn.ReadQuery()?.Dataset ?? (turn.ReadReading().Alternatives is [var first, ..] ? first.Query.Dataset : null);

        public KeptReading ReadReading() =>
            turn.Reading is { } json ? JsonSerializer.Deserialize<KeptReading>(json, ChartJson.Options) ?? KeptReading.None : KeptReading.None;
    }
}
