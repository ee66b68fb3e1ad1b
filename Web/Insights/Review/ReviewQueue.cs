using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Feedback;
using Web.Insights.Assistant.Models;
using Web.Insights.Assistant.Talk;
using Web.Insights.Charts;
using Web.Insights.Datasets.Access;
using Web.Semantics;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Review;

/// <summary>
/// What was asked in vain or marked, as far as an analyst may hear of it: only about data that they may use themselves, with no value
/// beyond the rows they may see, and not at all where the company does not keep it.
/// </summary>
public sealed class ReviewQueue(AppDb db, CurrentMember member, EnteredTenant entered, PermittedDatasets datasets, ExampleRights rights, TimeProvider time)
{
    private const int MostTurns = 1000, MostDecisions = 200;

    public async Task<ChartReader> ReaderAsync(CancellationToken cancellation)
    {
        var calendar = entered.Required.Calendar;
        return new ChartReader(await datasets.CatalogAsync(cancellation), calendar, calendar.DateOf(time.GetUtcNow()), Locales.Current);
    }

    /// <summary>The same reader with the values that some words may name.</summary>
    public async Task<ChartReader> HearingAsync(string words, ChartReader reader, CancellationToken cancellation) =>
        reader with { Catalog = await datasets.CatalogAsync(words, cancellation) };

    /// <summary>Whether the company lets requests be reviewed at all.</summary>
    public async Task<bool> IsKeptAsync(CancellationToken cancellation) => await db.CompanyModels.AsNoTracking().Select(model => (bool?)model.KeepsForReview).SingleOrDefaultAsync(cancellation) ?? true;

    /// <summary>Groups of equal words, the latest first.</summary>
    public async Task<IReadOnlyList<FlagGroup>> GroupsAsync(ReviewFilter filter, ChartReader reader, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - TimeSpan.FromDays(filter.Days);
        return [.. (await AllAsync(since, reader, cancellation)).Where(filter.Holds)];
    }

    /// <summary>The group that a turn is in; null where there is none, or none for this person.</summary>
    public async Task<FlagGroup?> FindAsync(Guid turn, ChartReader reader, CancellationToken cancellation) =>
        (await AllAsync(time.GetUtcNow() - TimeSpan.FromDays(ReviewFilter.MostDays), reader, cancellation)).FirstOrDefault(group => group.Turns.Any(one => one.Turn == turn));

    /// <summary>What was done, the latest first, as far as this person may use what it is about.</summary>
    public async Task<IReadOnlyList<ReviewDecision>> DecisionsAsync(ChartReader reader, CancellationToken cancellation)
    {
        var keys = reader.Catalog.Contracts.Select(contract => contract.Key).ToArray();
        var latest = await db.ReviewDecisions.AsNoTracking().Where(one => one.Dataset == null || keys.Contains(one.Dataset)).OrderByDescending(one => one.DecidedAt).ThenByDescending(one => one.Id).Take(MostDecisions).ToListAsync(cancellation);
        return [.. latest.Where(one => MayHear(DecisionDetail.Read(one.Detail), one, reader))];
    }

    private async Task<IReadOnlyList<FlagGroup>> AllAsync(DateTimeOffset since, ChartReader reader, CancellationToken cancellation)
    {
        if (!await IsKeptAsync(cancellation)) return [];
        var turns = (await TurnsAsync(since, cancellation)).Where(turn => turn.MemberId == member.Id || MayHear(turn, reader)).ToList();
        var keys = turns.Select(turn => turn.Key).Distinct().ToArray();
        var decisions = await db.ReviewDecisions.AsNoTracking().Where(one => one.UndoneAt == null && keys.Contains(one.WordsKey)).OrderBy(one => one.DecidedAt).ToListAsync(cancellation);
        var byKey = decisions.GroupBy(one => one.WordsKey).ToDictionary(of => of.Key, of => of.Last());
        return [.. turns.GroupBy(turn => turn.Key).Select(of => new FlagGroup([.. of.OrderByDescending(turn => turn.At)], byKey.GetValueOrDefault(of.Key))).OrderByDescending(group => group.Latest.At)];
    }

    private async Task<List<FlaggedTurn>> TurnsAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var rows = await (
            from turn in db.Turns.AsNoTracking()
            join conversation in db.Conversations on turn.ConversationId equals conversation.Id
            join person in db.Members on conversation.MemberId equals person.Id
            where turn.Status != TurnStatus.Chart && turn.CreatedAt >= since && turn.Utterance != ""
            orderby turn.CreatedAt descending, turn.Id descending
            select new { Turn = turn, conversation.MemberId, person.Name }).Take(MostTurns).ToListAsync(cancellation);
        var marked = await (
            from said in db.AnswerFeedback.AsNoTracking()
            join turn in db.Turns on said.TurnId equals turn.Id
            join conversation in db.Conversations on turn.ConversationId equals conversation.Id
            join person in db.Members on said.MemberId equals person.Id
            where said.Verdict != Verdict.Up && said.UpdatedAt >= since
            orderby said.UpdatedAt descending, said.Id descending
            select new { Turn = turn, Said = said, person.Name }).Take(MostTurns).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => Of(row.Turn, row.MemberId, row.Name, row.Turn.Status == TurnStatus.Question ? FlagKind.Question : FlagKind.Refused)),
            .. marked.Select(row => Of(row.Turn, row.Said.MemberId, row.Name, row.Said.Verdict == Verdict.Down ? FlagKind.Down : FlagKind.Changed) with
            {
                At = row.Said.UpdatedAt, Comment = row.Said.Words, Wrong = row.Said.Reason, Correction = ReadCorrection(row.Said.CorrectedQuery),
            }),
        ];
    }

    private FlaggedTurn Of(Turn turn, Guid who, string name, FlagKind kind)
    {
        var reading = turn.ReadReading();
        // What was said to somebody else without a query may name columns of data that this person may not use.
        var isTold = who == member.Id || turn.Status != TurnStatus.Refused && (turn.Query is not null || reading.Alternatives.Count > 0);
        // A chart that a click changed keeps the words that it began with; the click's own words say nothing.
        return new FlaggedTurn(turn.Id, turn.ConversationId, reading.Words ?? turn.Utterance, turn.CreatedAt, who, name, kind, turn.Interpreter, turn.ReadQuery(), isTold ? reading.Sentence : null)
        {
            Alternatives = reading.Alternatives,
            Unexplained = reading.Unexplained,
        };
    }

    private static ChartQuery? ReadCorrection(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<ChartQuery>(json, ChartJson.Options);
        }
        catch (JsonException)
        {
            return null; // of a form that this build does not know
        }
    }

    /// <summary>One query that is not this person's hides the request: the words may tell what the data says.</summary>
    private bool MayHear(FlaggedTurn turn, ChartReader reader) => turn.Queries.All(query => MayHear(query, reader));

    private bool MayHear(DecisionDetail detail, ReviewDecision decision, ChartReader reader) =>
        decision.DecidedBy == member.Id || new[] { detail.After, detail.Before }.OfType<ChartQuery>().All(query => MayHear(query, reader));

    private bool MayHear(ChartQuery query, ChartReader reader) =>
        reader.Catalog.Find(query.Dataset) is { } dataset && (dataset.RowFilters.Count == 0 || rights.Fit(query, reader, "") is not null);
}
