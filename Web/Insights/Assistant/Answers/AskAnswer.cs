using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Web.Insights.Assistant.Feedback;
using Web.Insights.Assistant.Models;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Answers;

/// <summary>
/// What the assistant answers: a chart, a question back, or a refusal. All three are good answers (HTTP 200); <c>status</c> tells which.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "status")]
[JsonDerivedType(typeof(ChartAnswer), "chart")]
[JsonDerivedType(typeof(QuestionAnswer), "question")]
[JsonDerivedType(typeof(RefusedAnswer), "refused")]
public abstract record AskAnswer(Guid ConversationId)
{
    /// <summary>The turn that keeps it.</summary>
    [JsonIgnore] public Guid TurnId { get; init; }

    /// <summary>Who read the words: <c>embedded</c>, or the language model's provider.</summary>
    [JsonIgnore] public string ReadBy { get; init; } = Assistant.Embedded;

    /// <summary>What asking a language model took; null when nobody was asked.</summary>
    [JsonIgnore] public AnswerCost? Cost { get; init; }

    /// <summary>Why it was not the language model that somebody chose, in the caller's language.</summary>
    [JsonIgnore] public string? Note { get; init; }
}

/// <summary>A chart with its rows, and how the words were read.</summary>
/// <param name="Template">The id of the chart's template.</param>
/// <param name="Explanation">The reading in one sentence, in the caller's language.</param>
/// <param name="Interpreter"><c>embedded</c>, or the language model's provider.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Assumptions">What was filled in without being said.</param>
/// <param name="Unexplained">Words that no part of the query explains.</param>
/// <param name="Option">An ECharts option; tables and single figures have a <c>type</c> of their own.</param>
public sealed record ChartAnswer(
    Guid ConversationId, string Template, ChartQuery Query, string Explanation, string Interpreter, double Confidence,
    IReadOnlyList<string> Assumptions, IReadOnlyList<string> Unexplained, IReadOnlyList<Alternative> Alternatives,
    ResultTable Result, JsonObject Option) : AskAnswer(ConversationId)
{
    /// <summary>The words and their parts of the query, for the page's threads.</summary>
    [JsonIgnore] public KeptReading Reading { get; init; } = KeptReading.None;

    [JsonIgnore] public string Utterance { get; init; } = "";

    /// <summary>For whom it was drawn; the page offers what fits them.</summary>
    [JsonIgnore] public ChartReader Reader { get; init; } = null!;

    [JsonIgnore] public AroundAnswer Around { get; init; } = new(false, null);
}

/// <summary>What the page knows of a chart of one's own beside the chart.</summary>
/// <param name="Undoes">Whether it came after another one, which it can be taken back to.</param>
/// <param name="Feedback">What its person said of it; null: nothing yet.</param>
public sealed record AroundAnswer(bool Undoes, FeedbackView? Feedback);

/// <summary>Another way to read the same words.</summary>
public sealed record Alternative(string Label, ChartQuery Query);

/// <summary>The words allow charts with different data; each choice is one of them.</summary>
public sealed record QuestionAnswer(Guid ConversationId, string Question, IReadOnlyList<Alternative> Choices) : AskAnswer(ConversationId)
{
    /// <summary>The words that are not known, as typed.</summary>
    [JsonIgnore] public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Who is asked.</summary>
    [JsonIgnore] public ChartReader Reader { get; init; } = null!;
}

/// <summary>No chart can be made of the words. <paramref name="Code"/> is stable, <paramref name="Message"/> says what to do.</summary>
public sealed record RefusedAnswer(Guid ConversationId, string Code, string Message) : AskAnswer(ConversationId);

/// <summary>What is kept of a reading beside its query; of a question, its choices as alternatives and the words that are not known.</summary>
public sealed record KeptReading(
    double Confidence, IReadOnlyList<WordThread> Threads, IReadOnlyList<Assumption> Assumptions, IReadOnlyList<string> Unexplained, IReadOnlyList<Alternative> Alternatives)
{
    /// <summary>The words that the threads lie in, when a click has changed the chart since they were said.</summary>
    public string? Words { get; init; }

    /// <summary>The sentence of a question or a refusal.</summary>
    public string? Sentence { get; init; }

    /// <summary>Why the embedded interpreter read the words although a language model was chosen.</summary>
    public string? Note { get; init; }

    /// <summary>What asking a language model took.</summary>
    public AnswerCost? Cost { get; init; }

    /// <summary>Whether the company's analysts said that these very words mean this.</summary>
    public bool Reviewed { get; init; }

    /// <summary>Of a query that nobody put into words: a click.</summary>
    public static KeptReading None { get; } = new(1, [], [], [], []);
}
