namespace Web.Insights.Assistant.Models;

/// <summary>How a call to a language model ended.</summary>
public enum ModelOutcome { Answered, TooSlow, Unreachable, WrongKey, UnknownModel, Refused, Busy, Failed, TooLong, Unreadable, Cancelled }

/// <summary>What one call cost; nothing of what was said.</summary>
public sealed class ModelCall
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid MemberId { get; init; }
    public required string Provider { get; init; }
    public required string Model { get; init; }
    public required int InputTokens { get; init; }
    public required int OutputTokens { get; init; }
    public required int Milliseconds { get; init; }
    public required ModelOutcome Outcome { get; init; }
    /// <summary>By the prices of that moment; null when none were known.</summary>
    public decimal? Cost { get; init; }
    public string? Currency { get; init; }
}

/// <summary>A company's sum of one of its months.</summary>
public sealed class ModelMonth
{
    public DateOnly Month { get; private init; }
    public long Calls { get; private init; }
    public long InputTokens { get; private init; }
    public long OutputTokens { get; private init; }
}
