using Web.Kernel;
using Web.Semantics;

namespace Web.Language;

/// <summary>What somebody typed, and all that may be used to read it.</summary>
/// <param name="Utterance">The words as typed.</param>
/// <param name="Locale"><c>ja</c> or <c>en</c>: the language of the answer, not of the words.</param>
/// <param name="Datasets">The datasets this person may use; nothing else exists.</param>
/// <param name="Previous">The last chart of the conversation, which the words may edit.</param>
public sealed record Request(
    string Utterance, string Locale, IReadOnlyList<DatasetContract> Datasets, Calendar Calendar, DateOnly Today, ChartQuery? Previous = null)
{
    /// <summary>Values that are not listed in a contract and whose names the words may say.</summary>
    public IReadOnlyList<FoundValue> Found { get; init; } = [];

    /// <summary>The words just before, when they were answered by a question: what is said now may be about them.</summary>
    public string? Open { get; init; }
}

/// <summary>How the words were read: charts, a question back, or a refusal.</summary>
public abstract record Interpretation;

/// <summary>One or more readings, the best first; the others are alternatives that would show other data.</summary>
public sealed record Understood(IReadOnlyList<Reading> Readings) : Interpretation;

/// <summary>The words allow readings with different data and none stands out.</summary>
public sealed record Unsure(string Question, IReadOnlyList<Choice> Choices) : Interpretation
{
    /// <summary>The words that are not known, as typed; none where the question is about something else.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>No chart can be made of the words. <see cref="Code"/> is <c>not_a_chart_request</c>, <c>no_matching_field</c>, <c>dataset_not_found</c> …</summary>
public sealed record Refused(string Code, string Message) : Interpretation;

/// <summary>One way to read the words.</summary>
/// <param name="Confidence">0 to 1: how likely the reading is what was meant, as learnt from requests with known answers; words that no slot explains lower it.</param>
/// <param name="Threads">Which words became which part of the query.</param>
/// <param name="Assumptions">What was filled in without being said, in the person's language.</param>
/// <param name="Unexplained">Content words that no part of the query explains, as typed.</param>
/// <param name="Label">The reading in a few words, to tell it from its alternatives.</param>
public sealed record Reading(
    ChartQuery Query, double Confidence, IReadOnlyList<WordThread> Threads, IReadOnlyList<Assumption> Assumptions,
    IReadOnlyList<string> Unexplained, string Label)
{
    /// <summary>Where the confidence is less, the chart says itself that it may be read wrongly.</summary>
    public const double Sure = Sureness.Enough;
}

/// <summary>The words at <c>[Start, Start + Length)</c> of the utterance (UTF-16) and the JSON pointer of the part they became: <c>/filters/0</c>.</summary>
public sealed record WordThread(int Start, int Length, string Slot);

/// <summary>A part of the query that was not said: its JSON pointer and a sentence about it; or what was made of a word that is not known, without a pointer.</summary>
public sealed record Assumption(string Slot, string Text)
{
    /// <summary>What the word was taken for; null of all that is no word, and of a word that was left out.</summary>
    public GuessedWord? Guess { get; init; }

    internal static Assumption OfWord(string text, GuessedWord? guess = null) => new("", text) { Guess = guess };

    public bool IsOfWord => Slot.Length == 0;
}

/// <summary>A word that is not known and what it was taken for: a column, a value of it, or without either the rows themselves.</summary>
/// <param name="Word">As typed.</param>
/// <param name="Column">The column's name.</param>
public sealed record GuessedWord(string Word, string? Column, string? Value);

/// <summary>A one-click answer to a question.</summary>
public sealed record Choice(string Label, ChartQuery Query);
