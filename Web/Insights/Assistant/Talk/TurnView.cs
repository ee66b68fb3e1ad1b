using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Teaching;

namespace Web.Insights.Assistant.Talk;

/// <summary>One request in the log of a conversation, and what came of it.</summary>
public sealed record TurnView(Guid Conversation, Guid Id, string Words, TurnStatus Status, string Sentence)
{
    public IReadOnlyList<string> Unexplained { get; init; } = [];
    /// <summary>The words that were not known, for those who may teach them.</summary>
    public IReadOnlyList<UnknownWord> Unknown { get; init; } = [];
    /// <summary>Why it was not the language model that read the words.</summary>
    public string? Note { get; init; }
    public ChartLink? Chart { get; init; }
    public IReadOnlyList<string> Choices { get; init; } = [];
    public IReadOnlyList<string> Samples { get; init; } = [];
    /// <summary>The answer with its chart, where the log is all there is: in the panel.</summary>
    public AnswerView? Answer { get; init; }
    /// <summary>Whether its chart is the one in the answer pane.</summary>
    public bool Shown { get; init; }
    public bool InPanel { get; init; }
    /// <summary>The answer of this very request, not of an earlier one.</summary>
    public bool Fresh { get; init; }
}

/// <param name="Took">How long it took, in seconds; of past charts nothing is said.</param>
public sealed record ChartLink(string Icon, string Text, string? Took);
