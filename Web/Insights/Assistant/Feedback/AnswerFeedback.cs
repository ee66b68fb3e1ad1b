using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;
using Web.Kernel;

namespace Web.Insights.Assistant.Feedback;

public enum Verdict { Up, Down, Changed }

/// <summary>What was wrong with an answer, where somebody says so.</summary>
public enum WrongPart { Data, Measure, Groups, Conditions, Period, Chart, Other }

/// <summary>What one person thought of an answer, or what they changed in it. It is for whoever looks after the words and the contracts.</summary>
public sealed class AnswerFeedback
{
    public const int LongestWords = 2000;

    private AnswerFeedback()
    {
    }

    public Guid Id { get; private init; }
    public Guid TurnId { get; private init; }
    public Guid MemberId { get; private init; }
    public Verdict Verdict { get; private set; }
    public WrongPart? Reason { get; private set; }
    public string? Words { get; private set; }
    /// <summary>The QUERY that they made of it, as JSON.</summary>
    public string? CorrectedQuery { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static AnswerFeedback Of(Guid turn, Guid member, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), TurnId = turn, MemberId = member, CreatedAt = now, UpdatedAt = now };

    /// <summary>The answer was changed by a click: what it became is what was meant.</summary>
    public static AnswerFeedback Change(Guid turn, Guid member, string query, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), TurnId = turn, MemberId = member, Verdict = Verdict.Changed, CorrectedQuery = query, CreatedAt = now, UpdatedAt = now };

    /// <exception cref="RefusalException">422: too many words, or such as are no text.</exception>
    public void Say(Verdict verdict, WrongPart? reason, string? words, DateTimeOffset now)
    {
        words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        if (words?.Length > LongestWords) throw RefusalException.Invalid(new Fault("/words", "too_long", LongestWords));
        if (words?.Contains('\0') == true) throw RefusalException.Invalid(new Fault("/words", "text_invalid"));
        (Verdict, Reason, Words, UpdatedAt) = (verdict, verdict == Verdict.Down ? reason : null, words, now);
    }
}

internal sealed class AnswerFeedbackTable : IEntityTypeConfiguration<AnswerFeedback>
{
    public void Configure(EntityTypeBuilder<AnswerFeedback> builder)
    {
        builder.KeyedInTenant("answer_feedback");
        builder.Property(one => one.Verdict).HasConversion<WordConverter<Verdict>>();
        builder.Property(one => one.Reason).HasConversion<WordConverter<WrongPart>>();
        builder.Property(one => one.CorrectedQuery).HasColumnType("jsonb");
    }
}

public static class AnswerFeedbackSet
{
    extension(AppDb db)
    {
        public DbSet<AnswerFeedback> AnswerFeedback => db.Set<AnswerFeedback>();
    }
}
