using Web.Insights.Assistant.Answers;

namespace Web.Insights.Assistant.Talk;

/// <summary>A conversation as its page shows it; none yet when it has no id.</summary>
/// <param name="Draft">What was typed and could not be asked.</param>
public sealed record TalkView(Guid? Id, string? Title, IReadOnlyList<TurnView> Turns, IReadOnlyList<Conversation> Recent, string? Draft)
{
    public static TalkView None { get; } = new(null, null, [], [], null);
}

/// <summary>The one dataset that is asked about, when somebody came from it.</summary>
public sealed record AboutDataset(string Key, string Title);

/// <summary>What an answer changes on a page that stays.</summary>
/// <param name="Pane">The new chart; null leaves the pane as it is.</param>
/// <param name="Recent">The person's conversations, when a new one has begun.</param>
public sealed record StayView(TurnView Turn, AnswerView? Pane, IReadOnlyList<Conversation>? Recent);
