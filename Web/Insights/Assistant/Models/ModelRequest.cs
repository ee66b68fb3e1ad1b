using Web.Insights.Charts;
using Web.Insights.Review;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Models;

/// <summary>Words to be read by a language model, and all that it may be told: the catalogue is this person's own.</summary>
/// <param name="Hints">What the embedded interpreter made of the words.</param>
public sealed record ModelRequest(string Utterance, ChartReader Reader, ChartQuery? Previous, Interpretation Hints, ChosenModel Model)
{
    /// <summary>What the company's analysts said of words like these; only what exists for this person.</summary>
    public IReadOnlyList<KnownExample> Examples { get; init; } = [];
}

/// <summary>What a model proposed, once it has passed the gate.</summary>
public abstract record ModelReading
{
    public sealed record Chart(ChartQuery Query) : ModelReading;

    public sealed record Choices(IReadOnlyList<ChartQuery> Queries) : ModelReading;

    public sealed record Refuses(string Code) : ModelReading;

    /// <summary>Nothing that can be used. <paramref name="Why"/> is the last part of a text's key.</summary>
    public sealed record Nothing(string Why) : ModelReading;
}
