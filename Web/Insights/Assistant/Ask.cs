using System.Text.Json;
using Web.Insights.Assistant.Answers;

namespace Web.Insights.Assistant;

/// <summary>What is asked: words, or a query that somebody chose by a click.</summary>
/// <param name="Dataset">The one to look in, when the person named one.</param>
/// <param name="Locale"><c>ja</c> or <c>en</c>: the language of the answer.</param>
public sealed record Ask(string? Utterance, JsonElement? Query, string? Dataset, Guid? ConversationId, string Locale)
{
    /// <summary>How the words behind a changed chart were read; what a click did not change stays explained.</summary>
    public KeptReading Reading { get; init; } = KeptReading.None;

    /// <summary>By what name somebody asks how far it is.</summary>
    public Guid? Watch { get; init; }

    /// <summary>The saved chart that is taken up, when a conversation begins with one.</summary>
    public Guid? Chart { get; init; }

    /// <summary>The answer that this changes by a click.</summary>
    public Guid? Changes { get; init; }

    /// <summary>The turn whose words these are, asked once more: they are read as they would have been then.</summary>
    public Guid? Again { get; init; }
}
