using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;
using Web.Audit;
using Web.Data;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Models;

/// <summary>How words were read, and by whom.</summary>
/// <param name="By"><c>embedded</c>, or the provider.</param>
/// <param name="Note">Why it was not the language model, in the reader's language.</param>
public sealed record WordsRead(Interpretation Interpretation, string By, string? Note);

/// <summary>
/// Lets a language model read words. What it proposes passes the same gate as anybody's query, with one more try when it does not;
/// when nothing comes of it, the embedded interpreter's reading stands and the page says why. No transaction is open meanwhile.
/// </summary>
public sealed class ModelInterpreter(
    LanguageModel models, ModelPrompt prompt, ModelGate gate, AppDb db, IStringLocalizer<ModelTexts> texts, TimeProvider time)
{
    private const int Rounds = 2;
    /// <summary>How sure one may be of a model's reading when the rules had none of their own, and when they had another.</summary>
    private const double Alone = 0.8, Disputed = 0.6, Agreed = 0.9;

    /// <param name="tell">Hears how far it is.</param>
    public async Task<WordsRead> ReadAsync(ModelRequest request, Action<AskStep> tell, CancellationToken cancellation)
    {
        if (request.Model.Spent) return Embedded(request, "spent");
        if (!models.IsWorthAsking(request.Model)) return Embedded(request, "resting");
        List<ModelCall> calls = [];
        var rejected = false;
        try
        {
            return await AskAsync(request, calls, () => rejected = true, tell, cancellation) switch
            {
                ModelReading.Chart chart => new WordsRead(Understood(chart.Query, request), request.Model.Provider.Word, null),
                ModelReading.Nothing nothing => Embedded(request, nothing.Why),
                _ when IsSure(request.Hints) => Embedded(request, "hesitated"),
                ModelReading.Choices choices => new WordsRead(Unsure(choices.Queries, request), request.Model.Provider.Word, null),
                ModelReading.Refuses refuses => new WordsRead(new Refused(refuses.Code, texts["Model.Refused." + refuses.Code]), request.Model.Provider.Word, null),
                _ => throw new InvalidOperationException("A reading nobody thought of."),
            };
        }
        finally
        {
            await NoteAsync(request, calls, rejected); // it was used, even if nobody waits any more
        }
    }

    private async Task<ModelReading> AskAsync(ModelRequest request, List<ModelCall> calls, Action reject, Action<AskStep> tell, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(request.Model.TimeOut, time);
        var messages = prompt.Of(request);
        for (var round = 1; round <= Rounds; round++)
        {
            tell(round == 1 ? AskStep.Asking : AskStep.Repairing);
            var reply = await CallAsync(request, messages, calls, deadline.Token, cancellation);
            if (reply.Outcome != ModelOutcome.Answered) return new ModelReading.Nothing(ModelTexts.WordOf(reply.Outcome));
            tell(AskStep.Checking);
            List<string> complaints = [];
            if (gate.Read(reply.Text, request.Reader, complaints) is { } reading) return reading;
            if (complaints.Contains(ModelGate.NoDataset)) reject();
            messages = ModelPrompt.Again(messages, reply.Text, complaints);
        }
        return new ModelReading.Nothing("unusable");
    }

    private async Task<ModelReply> CallAsync(ModelRequest request, IReadOnlyList<ChatMessage> messages, List<ModelCall> calls, CancellationToken deadline, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var reply = new ModelReply(ModelOutcome.Cancelled, "", 0, 0, default);
        try
        {
            return reply = await models.AskAsync(request.Model, messages, ModelAnswer.Schema, deadline, cancellation);
        }
        finally
        {
            calls.Add(Call(request.Model, reply with { Took = time.GetElapsedTime(started) }));
        }
    }

    /// <summary>One call as it is kept.</summary>
    public ModelCall Call(ChosenModel model, ModelReply reply)
    {
        var now = time.GetUtcNow();
        return new ModelCall
        {
            Id = Guid.CreateVersion7(now), At = now, MemberId = db.Scope.MemberId ?? throw new InvalidOperationException("Nobody asks."),
            Provider = model.Provider.Word, Model = model.Model, InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens,
            Milliseconds = (int)reply.Took.TotalMilliseconds, Outcome = reply.Outcome,
        };
    }

    private async Task NoteAsync(ModelRequest request, List<ModelCall> calls, bool rejected)
    {
        await using var work = await db.BeginAsync(readOnly: false, CancellationToken.None);
        var now = time.GetUtcNow();
        if (rejected) db.Note(now, "assistant.proposal_rejected", "insights", description: request.Model.Provider.Word, risk: "medium");
        await db.AddModelCallsAsync(calls, ModelUsage.MonthOf(request.Reader.Calendar, now), now, CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
    }

    private WordsRead Embedded(ModelRequest request, string why) => new(request.Hints, Assistant.Embedded, texts["Model.Note." + why]);

    private static bool IsSure(Interpretation hints) => hints is Understood { Readings: [{ Confidence: >= Agreed, Unexplained.Count: 0 }, ..] };

    /// <summary>Where the rules read the same, their threads from words to parts are kept; where they read otherwise, theirs is offered too.</summary>
    private static Understood Understood(ChartQuery query, ModelRequest request)
    {
        var own = request.Hints is Understood { Readings: var readings } ? readings : [];
        var others = own.Where(reading => !Same(reading.Query, query)).Take(3);
        if (own.FirstOrDefault(reading => Same(reading.Query, query)) is { } same)
            return new Understood([same with { Query = query, Confidence = Math.Max(same.Confidence, Agreed) }, .. others]);
        var confidence = IsSure(request.Hints) ? Disputed : Alone;
        return new Understood([new Reading(query, confidence, [], [], [], Label(query, request)), .. others]);
    }

    private Unsure Unsure(IReadOnlyList<ChartQuery> queries, ModelRequest request) =>
        new(texts["Model.Question"], [.. queries.Select(query => new Choice(Label(query, request), query))]);

    private static string Label(ChartQuery query, ModelRequest request) =>
        Wording.Label(query, request.Reader.Catalog.Find(query.Dataset)!.Contract, request.Reader.Locale, request.Reader.Calendar, request.Reader.Today);

    private static bool Same(ChartQuery one, ChartQuery other) => (one with { Template = null }).ToJson() == (other with { Template = null }).ToJson();
}
