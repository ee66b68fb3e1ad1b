using Web.Insights.Assistant.Answers;

namespace Web.Insights.Assistant.Talk;

public enum TurnStatus { Chart, Question, Refused }

/// <summary>One request and what came of it. The query is kept, the rows never: whoever opens it again sees what they may see then.</summary>
public sealed class Turn
{
    private Turn()
    {
    }

    public Guid Id { get; private init; }
    public Guid ConversationId { get; private init; }
    public string Utterance { get; private init; } = "";
    public TurnStatus Status { get; private init; }
    public string Interpreter { get; private init; } = "";
    /// <summary>The QUERY as JSON, of a chart.</summary>
    public string? Query { get; private init; }
    /// <summary>How the words were read, as JSON: <see cref="KeptReading"/>.</summary>
    public string? Reading { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    /// <summary>When it was taken back; it stays, so that it can come again.</summary>
    public DateTimeOffset? UndoneAt { get; private init; }
    /// <summary>When its person gave a link to it away; null: it is theirs alone.</summary>
    public DateTimeOffset? SharedAt { get; private init; }
    public string SearchKey { get; private init; } = "";

    public static Turn Of(Guid conversation, string utterance, TurnStatus status, string interpreter, string? query, string? reading, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ConversationId = conversation,
        Utterance = utterance,
        Status = status,
        Interpreter = interpreter,
        Query = query,
        Reading = reading,
        CreatedAt = now,
    };
}
