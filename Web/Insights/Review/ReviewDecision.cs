using Web.Audit;

namespace Web.Insights.Review;

public enum DecisionKind { Example, Synonym, Measure, Dismissed }

/// <summary>What an analyst did about words. It is taken back, never erased.</summary>
public sealed class ReviewDecision : IRecorded
{
    public const int LongestReason = 500;

    private ReviewDecision()
    {
    }

    public Guid Id { get; private init; }
    public string Words { get; private init; } = "";
    [NotRecorded] public string WordsKey { get; private init; } = "";
    public DecisionKind Kind { get; private init; }
    public string? Reason { get; private init; }
    /// <summary>What it is about; only who may use that dataset hears of the decision.</summary>
    public string? Dataset { get; private init; }
    /// <summary>What is needed to take it back, as JSON: <see cref="DecisionDetail"/>.</summary>
    [NotRecorded] public string Detail { get; private init; } = "{}";
    [NotRecorded] public Guid? DecidedBy { get; private init; }
    [NotRecorded] public DateTimeOffset DecidedAt { get; private init; }
    public DateTimeOffset? UndoneAt { get; private set; }

    string IRecorded.EntityName => "review_decision";
    string IRecorded.EventCategory => "insights";

    public static ReviewDecision Of(string words, DecisionKind kind, string? dataset, string? reason, DecisionDetail detail, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Words = words, WordsKey = SameWords.KeyOf(words), Kind = kind, Dataset = dataset,
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Detail = detail.Write(), DecidedBy = by, DecidedAt = now,
    };

    public void TakeBack(DateTimeOffset now) => UndoneAt ??= now;
}
