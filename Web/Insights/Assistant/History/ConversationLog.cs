using Web.Audit;
using Web.Data;

namespace Web.Insights.Assistant.History;

/// <summary>What happened to a conversation, for the audit log: that it happened and when, never what was said. Conversations are their people's own.</summary>
internal static class ConversationLog
{
    public static void NoteConversation(this AppDb db, Guid conversation, string happening, DateTimeOffset now, string? description = null) =>
        db.Note(now, $"conversation.{happening}", "insights", description: description, detail: new() { Entity = "conversation", EntityId = conversation });
}
