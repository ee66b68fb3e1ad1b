using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;
using Web.Audit;
using Web.Data;
using Web.Language;

namespace Web.Insights.Assistant.Models;

/// <summary>How words were read, and by whom.</summary>
/// <param name="By"><c>embedded</c>, or the provider.</param>
/// <param name="Note">Why it was not the language model, in the reader's language.</param>
public sealed record WordsRead(Interpretation Interpretation, string By, string? Note)
{
    /// <summary>What asking took; null when nobody was asked.</summary>
    public AnswerCost? Cost { get; init; }

    /// <summary>Whether the company's analysts said so.</summary>
    public bool Reviewed { get; init; }
}

/// <summary>
/// Lets a language model read words. What it proposes passes the same gate as anybody's query, with one more try when it does not;
/// when nothing comes of it, the embedded interpreter's reading stands and the page says why. No transaction is open meanwhile.
/// </summary>
public sealed class ModelInterpreter(
    LanguageModel models, ModelPrompt prompt, ModelGate gate, TwoReadings both, KeptPlans plans, AppDb db, IStringLocalizer<ModelTexts> texts, TimeProvider time)
{
    private const int Rounds = 2;

    /// <param name="tell">Hears how far it is.</param>
    public async Task<WordsRead> ReadAsync(ModelRequest request, Action<AskStep> tell, CancellationToken cancellation)
    {
        var key = PlanKey.Of(db.TenantId, request);
        if (plans.Find(key) is { } kept && gate.StillFits(kept, request.Reader)) return Read(kept, repaired: false, request); // costs nothing, so no budget forbids it
        if (request.Model.Spent) return Embedded(request, "spent");
        if (!models.IsWorthAsking(request.Model)) return Embedded(request, "resting");
        List<ModelCall> calls = [];
        var rejected = false;
        try
        {
            var reading = await AskAsync(request, calls, () => rejected = true, tell, cancellation);
            if (!rejected) plans.Keep(key, reading);
            return Read(reading, repaired: calls.Count > 1, request) with { Cost = AnswerCost.Of(calls) };
        }
        finally
        {
            await NoteAsync(request, calls, rejected); // it was used, even if nobody waits any more
        }
    }

    private WordsRead Read(ModelReading reading, bool repaired, ModelRequest request) => reading switch
    {
        ModelReading.Chart chart => new WordsRead(both.Weigh(chart.Query, repaired, request), request.Model.Provider.Word, null),
        ModelReading.Nothing nothing => Embedded(request, nothing.Why),
        _ when TwoReadings.IsSure(request.Hints) => Embedded(request, "hesitated"),
        ModelReading.Choices choices => new WordsRead(both.Asked(choices.Queries, request), request.Model.Provider.Word, null),
        ModelReading.Refuses refuses => new WordsRead(new Refused(refuses.Code, texts["Model.Refused." + refuses.Code]), request.Model.Provider.Word, null),
        _ => throw new InvalidOperationException("A reading nobody thought of."),
    };

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
            Cost = model.Price?.Of(reply.InputTokens, reply.OutputTokens), Currency = model.Price?.Currency,
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
}
