using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Feedback;
using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>Why a request is worth a look.</summary>
public enum FlagKind { Question, Refused, Down, Changed }

/// <summary>One request that went wrong for somebody: what they said, what they saw.</summary>
/// <param name="Shown">The chart, where there was one.</param>
/// <param name="Sentence">What was asked back or why it was refused.</param>
public sealed record FlaggedTurn(Guid Turn, Guid Conversation, string Words, DateTimeOffset At, Guid MemberId, string Who, FlagKind Kind, string ReadBy, ChartQuery? Shown, string? Sentence)
{
    /// <summary>The other readings that were offered.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    public IReadOnlyList<string> Unexplained { get; init; } = [];

    /// <summary>What the person wrote about it.</summary>
    public string? Comment { get; init; }

    /// <summary>Which part they say is wrong.</summary>
    public WrongPart? Wrong { get; init; }

    /// <summary>What they made of it themselves.</summary>
    public ChartQuery? Correction { get; init; }

    public string Key { get; } = SameWords.KeyOf(Words);

    /// <summary>Every query that it tells of.</summary>
    public IEnumerable<ChartQuery> Queries => [.. new[] { Shown, Correction }.OfType<ChartQuery>(), .. Alternatives.Select(other => other.Query)];
}

/// <summary>Requests in the same words, the latest first.</summary>
public sealed record FlagGroup(IReadOnlyList<FlaggedTurn> Turns, ReviewDecision? Decision)
{
    public FlaggedTurn Latest => Turns[0];

    public IReadOnlyList<FlagKind> Kinds => [.. Turns.Select(turn => turn.Kind).Distinct().Order()];

    public int People => Turns.Select(turn => turn.MemberId).Distinct().Count();

    /// <summary>Whether somebody dealt with it since it was asked last; what was dismissed stays dismissed.</summary>
    public bool IsDone => Decision is { } decision && (decision.Kind == DecisionKind.Dismissed || decision.DecidedAt >= Latest.At);
}
