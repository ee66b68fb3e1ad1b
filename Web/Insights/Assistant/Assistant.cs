using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Feedback;
using Web.Insights.Assistant.History;
using Web.Insights.Assistant.Models;
using Web.Insights.Assistant.Talk;
using Web.Insights.Charts;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Loading;
using Web.Insights.Review;
using Web.Kernel;
using Web.Language;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Assistant;

/// <summary>
/// From words to a chart. An interpreter, the embedded one or a language model, only chooses a template and its parameters; what it
/// chose passes the same gate as anybody's query. Rows are read in a read-only unit of work, the turn is kept in one of its own; while
/// a language model thinks, none is open, and the right to ask is looked at again before anything is drawn.
/// </summary>
public sealed class Assistant(
    AppDb db, CurrentMember member, EnteredTenant entered, PermittedDatasets datasets, ChartRender render, TemplateGate gate,
    ModelChoice choice, ModelInterpreter models, AskSteps steps, Examples examples, IStringLocalizer<InsightsTexts> texts, IStringLocalizer<ReviewTexts> around, TimeProvider time)
{
    public const string Embedded = "embedded";
    public const int LongestUtterance = 2000;
    private const int MostExamples = 5;

    /// <exception cref="RefusalException">422: neither words nor a query, too long, or a query that does not fit; 404: not one's conversation.</exception>
    public async Task<AskAnswer> AnswerAsync(Ask ask, CancellationToken cancellation)
    {
        MustBeAskable(ask);
        Tell(ask, AskStep.Reading);
        var opened = await OpenAsync(ask, cancellation);
        var answer = opened.Answer ?? await AskModelAsync(ask, opened, cancellation);
        return await KeepAsync(ask, opened.Conversation, answer, cancellation);
    }

    private static void MustBeAskable(Ask ask)
    {
        if (ask.Query is not null) return;
        if (string.IsNullOrWhiteSpace(ask.Utterance)) throw RefusalException.Invalid(new Kernel.Fault("/utterance", "required"));
        if (ask.Utterance.Length > LongestUtterance) throw RefusalException.Invalid(new Kernel.Fault("/utterance", "too_long", LongestUtterance));
    }

    /// <summary>Reads what is needed, and answers at once where no language model is to be asked.</summary>
    private async Task<Opened> OpenAsync(Ask ask, CancellationToken cancellation)
    {
        await using var reading = await db.BeginAsync(readOnly: true, cancellation);
        var reader = await ReaderAsync(ask, cancellation);
        var (conversation, previous, open) = await LoadAsync(ask, reader.Catalog, cancellation);
        var opened = new Opened(conversation, reader, null, null, null);
        if (ask.Query is { } chosen) opened = opened with { Answer = await DrawChosenAsync(chosen, ask, reader, cancellation) };
        else if (RequestOf(ask, reader, previous, open) is not { } request) opened = opened with { Answer = NoDataset() };
        else if (await examples.ReadAsync(request, reader, cancellation) is { } reviewed)
            opened = opened with { Answer = await DrawReadAsync(new WordsRead(reviewed, Embedded, around["Answer.Reviewed"]) { Reviewed = true }, ask, reader, cancellation) };
        else
        {
            var model = request.Datasets.Count == 0 ? null : await choice.OfAsync(db, reader.Calendar, time.GetUtcNow(), cancellation);
            opened = model is null
                ? opened with { Answer = await DrawReadAsync(new WordsRead(Interpreter.Read(request), Embedded, null), ask, reader, cancellation) }
                : opened with { Request = request, Model = model, Examples = await NearAsync(request, reader, model, cancellation) };
        }
        await reading.CommitAsync(cancellation);
        return opened;
    }

    private Task<IReadOnlyList<KnownExample>> NearAsync(Request request, ChartReader reader, ChosenModel model, CancellationToken cancellation) =>
        examples.NearAsync(request.Utterance, Offered(request, reader), model.ShareValues, MostExamples, cancellation);

    private static ChartReader Offered(Request request, ChartReader reader) =>
        reader with { Catalog = new Catalog(request.Datasets.Select(contract => reader.Catalog.Find(contract.Key)!)) { Found = request.Found } };

    private async Task<AskAnswer> AskModelAsync(Ask ask, Opened opened, CancellationToken cancellation)
    {
        var request = opened.Request!;
        var words = new ModelRequest(ask.Utterance!, Offered(request, opened.Reader), request.Previous, Interpreter.Read(request), opened.Model!) { Examples = opened.Examples };
        var read = await models.ReadAsync(words, step => Tell(ask, step), cancellation);
        Tell(ask, AskStep.Drawing);
        await using var drawing = await db.BeginAsync(readOnly: true, cancellation);
        await MustStillBeAllowedAsync(cancellation);
        var answer = await DrawReadAsync(read, ask, await ReaderAsync(ask, cancellation), cancellation);
        await drawing.CommitAsync(cancellation);
        return answer;
    }

    /// <summary>A model may take many seconds, in which somebody may have lost a role or their place.</summary>
    private async Task MustStillBeAllowedAsync(CancellationToken cancellation)
    {
        var now = await db.Members.AsNoTracking().Where(m => m.Id == member.Id && m.DeactivatedAt == null).Select(m => new { m.Role }).SingleOrDefaultAsync(cancellation)
            ?? throw new RefusalException(401, "not_signed_in");
        if (now.Role != member.Person.Role) member.Be(member.Person.Becoming(now.Role));
        member.MustHave(Permission.ChartsAsk);
    }

    private async Task<ChartReader> ReaderAsync(Ask ask, CancellationToken cancellation)
    {
        var calendar = entered.Required.Calendar;
        return new ChartReader(await datasets.CatalogAsync(ask.Query is null ? ask.Utterance : null, cancellation), calendar, calendar.DateOf(time.GetUtcNow()), ask.Locale);
    }

    private async Task<(Conversation? Conversation, ChartQuery? Previous, string? Open)> LoadAsync(Ask ask, Catalog catalog, CancellationToken cancellation)
    {
        if (ask.ConversationId is not { } id) return (null, null, null);
        var conversation = await db.Conversations.AsNoTracking().Of(member.Id).SingleOrDefaultAsync(c => c.Id == id, cancellation) ?? throw RefusalException.NotFound();
        var turns = ask.Again is { } again ? db.Turns.Where(turn => turn.Id < again) : db.Turns;
        var last = await turns.LastQueryAsync(conversation.Id, cancellation);
        var previous = last is null ? null : JsonSerializer.Deserialize<ChartQuery>(last, ChartJson.Options);
        return (conversation, previous is not null && catalog.Find(previous.Dataset) is not null ? previous : null, await turns.LastQuestionAsync(conversation.Id, cancellation));
    }

    /// <returns>Null when the dataset that was named is none of this person's.</returns>
    private static Request? RequestOf(Ask ask, ChartReader reader, ChartQuery? previous, string? open)
    {
        IReadOnlyList<DatasetContract> contracts = [.. reader.Catalog.Contracts];
        if (ask.Dataset is { Length: > 0 } key)
        {
            if (reader.Catalog.Find(key) is not { } named) return null;
            contracts = [named.Contract];
            if (previous?.Dataset != key) previous = null;
        }
        return new Request(ask.Utterance!, ask.Locale, contracts, reader.Calendar, reader.Today, previous) { Found = reader.Catalog.Found, Open = open };
    }

    private RefusedAnswer NoDataset() => new(default, "dataset_not_found", texts["Refused.DatasetNotFound"]);

    private async Task<AskAnswer> DrawReadAsync(WordsRead read, Ask ask, ChartReader reader, CancellationToken cancellation)
    {
        var answer = read.Interpretation switch
        {
            Unsure unsure => new QuestionAnswer(default, unsure.Question, [.. unsure.Choices.Select(choice => new Alternative(choice.Label, choice.Query))]) { Unknown = unsure.Unknown, Reader = reader },
            Refused refused => new RefusedAnswer(default, refused.Code, refused.Message),
            Understood understood => await DrawBestAsync(understood.Readings, read, ask, reader, cancellation),
            _ => throw new InvalidOperationException("A reading nobody thought of."),
        };
        return answer with { ReadBy = read.By, Note = read.Note, Cost = read.Cost };
    }

    private async Task<AskAnswer> DrawBestAsync(IReadOnlyList<Reading> readings, WordsRead read, Ask ask, ChartReader reader, CancellationToken cancellation)
    {
        var best = readings[0];
        var others = readings.Skip(1).Select(other => new Alternative(other.Label, other.Query)).ToList();
        var kept = new KeptReading(best.Confidence, best.Threads, best.Assumptions, best.Unexplained, others) { Note = read.Note, Cost = read.Cost, Reviewed = read.Reviewed };
        return await render.RenderAsync(best.Query, reader, db, cancellation) switch
        {
            RenderOutcome.Drawn drawn => Chart(best.Query, kept, drawn, ask.Utterance, reader, read.By),
            RenderOutcome.Faulty faulty => new RefusedAnswer(default, faulty.Faults[0].Code, faulty.Faults[0].MessageIn(ask.Locale)),
            _ => NoDataset(),
        };
    }

    private async Task<AskAnswer> DrawChosenAsync(JsonElement chosen, Ask ask, ChartReader reader, CancellationToken cancellation) =>
        await render.RenderAsync(chosen, reader, db, cancellation) switch
        {
            RenderOutcome.Drawn drawn => Chart(gate.Read(chosen).Query!, ask.Reading, drawn, ask.Utterance, reader, Embedded),
            RenderOutcome.Faulty faulty => throw ChartFaults.Refusal(faulty.Faults, ask.Locale),
            _ => NoDataset(),
        };

    internal static ChartAnswer Chart(ChartQuery query, KeptReading kept, RenderOutcome.Drawn drawn, string? words, ChartReader reader, string readBy)
    {
        var contract = reader.Catalog.Find(query.Dataset)!.Contract;
        var explanation = Wording.Explain(query, contract, reader.Locale, reader.Calendar, reader.Today);
        IEnumerable<string> note = kept.Note is { } why ? [why] : [];
        return new ChartAnswer(
            default, query.Template ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(query.ChartType.ToString()), query, explanation, readBy,
            Math.Round(kept.Confidence, 3), [.. note, .. kept.Assumptions.Select(assumption => assumption.Text)], kept.Unexplained, kept.Alternatives,
            drawn.Result, drawn.Option)
        {
            Reading = kept,
            Utterance = words ?? explanation,
            Reader = reader,
            ReadBy = readBy,
            Note = kept.Note,
        };
    }

    private async Task<AskAnswer> KeepAsync(Ask ask, Conversation? conversation, AskAnswer answer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var chart = answer as ChartAnswer;
        var words = ask.Utterance ?? chart?.Utterance ?? "";
        if (words.Length > LongestUtterance) words = words[..LongestUtterance];
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        if (conversation is null) db.Conversations.Add(conversation = Conversation.Begin(member.Id, words, now, ask.Chart));
        else await db.Conversations.Where(c => c.Id == conversation.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.UpdatedAt, now), cancellation);
        var turn = Turn.Of(
            conversation.Id, words, StatusOf(answer), answer.ReadBy, chart?.Query.ToJson(), JsonSerializer.Serialize(Kept(answer), ChartJson.Options), now);
        db.Turns.Add(turn);
        db.NoteConversation(conversation.Id, "asked", now, chart?.Query.Dataset);
        var before = await db.Turns.AnyAsync(t => t.ConversationId == conversation.Id && t.Status == TurnStatus.Chart && t.UndoneAt == null, cancellation);
        // A first change to what was read from words says what was meant.
        if (ask.Changes is { } changed && chart is { Reading.Threads.Count: > 0 }) db.AnswerFeedback.Add(AnswerFeedback.Change(changed, member.Id, chart.Query.ToJson(), now));
        if (datasets.AwaitsValues) await db.RenewValuesAsync(now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        if (chart is not null) answer = chart with { Around = new AroundAnswer(before, null) };
        return answer with { ConversationId = conversation.Id, TurnId = turn.Id };
    }

    private void Tell(Ask ask, AskStep step) => steps.Tell(db.TenantId, member.Id, ask.Watch, step);

    private static KeptReading Kept(AskAnswer answer) => answer switch
    {
        ChartAnswer chart => chart.Reading,
        QuestionAnswer question => KeptReading.None with { Alternatives = question.Choices, Unexplained = question.Unknown, Sentence = question.Question, Note = question.Note, Cost = question.Cost },
        RefusedAnswer refused => KeptReading.None with { Sentence = refused.Message, Note = refused.Note, Cost = refused.Cost },
        _ => KeptReading.None,
    };

    private static TurnStatus StatusOf(AskAnswer answer) => answer switch
    {
        ChartAnswer => TurnStatus.Chart,
        QuestionAnswer => TurnStatus.Question,
        _ => TurnStatus.Refused,
    };

    /// <summary>What was read before anybody was asked: an answer already, or words for a language model.</summary>
    private sealed record Opened(Conversation? Conversation, ChartReader Reader, Request? Request, ChosenModel? Model, AskAnswer? Answer)
    {
        public IReadOnlyList<KnownExample> Examples { get; init; } = [];
    }
}
