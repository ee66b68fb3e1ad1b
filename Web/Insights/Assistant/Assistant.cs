using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Insights.Charts;
using Web.Insights.Datasets;
using Web.Kernel;
using Web.Language;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Assistant;

/// <summary>What is asked: words, or a query that somebody chose by a click.</summary>
/// <param name="Dataset">The one to look in, when the person named one.</param>
/// <param name="Locale"><c>ja</c> or <c>en</c>: the language of the answer.</param>
public sealed record Ask(string? Utterance, JsonElement? Query, string? Dataset, Guid? ConversationId, string Locale)
{
    /// <summary>How the words behind a changed chart were read; what a click did not change stays explained.</summary>
    public KeptReading Reading { get; init; } = KeptReading.None;

    /// <summary>The saved chart that is taken up, when a conversation begins with one.</summary>
    public Guid? Chart { get; init; }
}

/// <summary>
/// From words to a chart. The interpreter only chooses a template and its parameters; what it chose passes the same gate as
/// anybody's query. Rows are read in a read-only unit of work, the turn is kept in one of its own.
/// </summary>
public sealed class Assistant(
    AppDb db, CurrentMember member, EnteredTenant entered, PermittedDatasets datasets, ChartRender render, TemplateGate gate,
    IStringLocalizer<InsightsTexts> texts, TimeProvider time)
{
    public const string Embedded = "embedded";
    public const int LongestUtterance = 2000;

    /// <exception cref="RefusalException">422: neither words nor a query, too long, or a query that does not fit; 404: not one's conversation.</exception>
    public async Task<AskAnswer> AnswerAsync(Ask ask, CancellationToken cancellation)
    {
        MustBeAskable(ask);
        var tenant = entered.Required;
        var today = tenant.Calendar.DateOf(time.GetUtcNow());
        await using var reading = await db.BeginAsync(readOnly: true, cancellation);
        var catalog = await datasets.CatalogAsync(cancellation);
        var reader = new ChartReader(catalog, tenant.Calendar, today, ask.Locale);
        var (conversation, previous) = await LoadAsync(ask.ConversationId, catalog, cancellation);
        var answer = ask.Query is { } chosen
            ? await DrawChosenAsync(chosen, ask, reader, cancellation)
            : await DrawReadAsync(Read(ask, reader, previous), ask, reader, cancellation);
        await reading.CommitAsync(cancellation);
        await reading.DisposeAsync();
        return await KeepAsync(ask, conversation, answer, cancellation);
    }

    private static void MustBeAskable(Ask ask)
    {
        if (ask.Query is not null) return;
        if (string.IsNullOrWhiteSpace(ask.Utterance)) throw RefusalException.Invalid(new Kernel.Fault("/utterance", "required"));
        if (ask.Utterance.Length > LongestUtterance) throw RefusalException.Invalid(new Kernel.Fault("/utterance", "too_long", LongestUtterance));
    }

    private async Task<(Conversation? Conversation, ChartQuery? Previous)> LoadAsync(Guid? id, Catalog catalog, CancellationToken cancellation)
    {
        if (id is null) return (null, null);
        var conversation = await db.Conversations.AsNoTracking().Of(member.Id).SingleOrDefaultAsync(c => c.Id == id, cancellation) ?? throw RefusalException.NotFound();
        var last = await db.Turns.LastQueryAsync(conversation.Id, cancellation);
        var previous = last is null ? null : JsonSerializer.Deserialize<ChartQuery>(last, ChartJson.Options);
        return (conversation, previous is not null && catalog.Find(previous.Dataset) is not null ? previous : null);
    }

    private Interpretation Read(Ask ask, ChartReader reader, ChartQuery? previous)
    {
        IReadOnlyList<DatasetContract> contracts = [.. reader.Catalog.Contracts];
        if (ask.Dataset is { Length: > 0 } key)
        {
            if (reader.Catalog.Find(key) is not { } named) return new Refused("dataset_not_found", texts["Refused.DatasetNotFound"]);
            contracts = [named.Contract];
            if (previous?.Dataset != key) previous = null;
        }
        return Interpreter.Read(new Request(ask.Utterance!, ask.Locale, contracts, reader.Calendar, reader.Today, previous));
    }

    private async Task<AskAnswer> DrawReadAsync(Interpretation interpretation, Ask ask, ChartReader reader, CancellationToken cancellation)
    {
        switch (interpretation)
        {
            case Unsure unsure:
                return new QuestionAnswer(default, unsure.Question, [.. unsure.Choices.Select(choice => new Alternative(choice.Label, choice.Query))]);
            case Refused refused:
                return new RefusedAnswer(default, refused.Code, refused.Message);
        }
        var readings = ((Understood)interpretation).Readings;
        var best = readings[0];
        var others = readings.Skip(1).Select(other => new Alternative(other.Label, other.Query)).ToList();
        var kept = new KeptReading(best.Confidence, best.Threads, best.Assumptions, best.Unexplained, others);
        return await render.RenderAsync(best.Query, reader, db, cancellation) switch
        {
            RenderOutcome.Drawn drawn => Chart(best.Query, kept, drawn, ask.Utterance, reader),
            RenderOutcome.Faulty faulty => new RefusedAnswer(default, faulty.Faults[0].Code, faulty.Faults[0].MessageIn(ask.Locale)),
            _ => new RefusedAnswer(default, "dataset_not_found", texts["Refused.DatasetNotFound"]),
        };
    }

    private async Task<AskAnswer> DrawChosenAsync(JsonElement chosen, Ask ask, ChartReader reader, CancellationToken cancellation) =>
        await render.RenderAsync(chosen, reader, db, cancellation) switch
        {
            RenderOutcome.Drawn drawn => Chart(gate.Read(chosen).Query!, ask.Reading, drawn, ask.Utterance, reader),
            RenderOutcome.Faulty faulty => throw ChartFaults.Refusal(faulty.Faults, ask.Locale),
            _ => new RefusedAnswer(default, "dataset_not_found", texts["Refused.DatasetNotFound"]),
        };

    internal static ChartAnswer Chart(ChartQuery query, KeptReading kept, RenderOutcome.Drawn drawn, string? words, ChartReader reader)
    {
        var contract = reader.Catalog.Find(query.Dataset)!.Contract;
        var explanation = Wording.Explain(query, contract, reader.Locale, reader.Calendar, reader.Today);
        return new ChartAnswer(
            default, query.Template ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(query.ChartType.ToString()), query, explanation, Embedded,
            Math.Round(kept.Confidence, 3), [.. kept.Assumptions.Select(assumption => assumption.Text)], kept.Unexplained, kept.Alternatives,
            drawn.Result, drawn.Option)
        {
            Reading = kept,
            Utterance = words ?? explanation,
            Reader = reader,
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
            conversation.Id, words, StatusOf(answer), Embedded, chart?.Query.ToJson(), JsonSerializer.Serialize(Kept(answer), ChartJson.Options), now);
        db.Turns.Add(turn);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return answer with { ConversationId = conversation.Id, TurnId = turn.Id };
    }

    private static KeptReading Kept(AskAnswer answer) => answer switch
    {
        ChartAnswer chart => chart.Reading,
        QuestionAnswer question => KeptReading.None with { Alternatives = question.Choices, Sentence = question.Question },
        RefusedAnswer refused => KeptReading.None with { Sentence = refused.Message },
        _ => KeptReading.None,
    };

    private static TurnStatus StatusOf(AskAnswer answer) => answer switch
    {
        ChartAnswer => TurnStatus.Chart,
        QuestionAnswer => TurnStatus.Question,
        _ => TurnStatus.Refused,
    };
}
