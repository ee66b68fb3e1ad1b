using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;
using Web.Insights.Assistant.Feedback;

namespace Web.Insights.Assistant.Talk;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.KeyedInTenant("conversations");
        builder.Property(conversation => conversation.SearchKey).MadeByDatabase();
        builder.IsReferencedBy<Conversation, Turn>(nameof(Turn.ConversationId));
    }
}

internal sealed class TurnTable : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.KeyedInTenant("conversation_turns");
        builder.Property(turn => turn.SearchKey).MadeByDatabase();
        builder.IsReferencedBy<Turn, AnswerFeedback>(nameof(AnswerFeedback.TurnId));
        builder.Property(turn => turn.Status).HasConversion<WordConverter<TurnStatus>>();
        builder.Property(turn => turn.Query).HasColumnType("jsonb");
        builder.Property(turn => turn.Reading).HasColumnType("jsonb");
    }
}

public static class ConversationSets
{
    extension(AppDb db)
    {
        public DbSet<Conversation> Conversations => db.Set<Conversation>();
        public DbSet<Turn> Turns => db.Set<Turn>();
    }

    /// <summary>A conversation is its person's alone; another's does not exist.</summary>
    public static IQueryable<Conversation> Of(this IQueryable<Conversation> conversations, Guid member) =>
        conversations.Where(conversation => conversation.MemberId == member);

    /// <summary>The last chart of a conversation.</summary>
    public static Task<string?> LastQueryAsync(this IQueryable<Turn> turns, Guid conversation, CancellationToken cancellation) =>
        turns.Where(turn => turn.ConversationId == conversation && turn.Status == TurnStatus.Chart && turn.UndoneAt == null)
            .OrderByDescending(turn => turn.Id).Select(turn => turn.Query).FirstOrDefaultAsync(cancellation);

    /// <summary>The words that were answered by a question, if nothing came after them.</summary>
    public static Task<string?> LastQuestionAsync(this IQueryable<Turn> turns, Guid conversation, CancellationToken cancellation) =>
        turns.Where(turn => turn.ConversationId == conversation && turn.UndoneAt == null)
            .OrderByDescending(turn => turn.Id).Select(turn => turn.Status == TurnStatus.Question ? turn.Utterance : null).FirstOrDefaultAsync(cancellation);
}
