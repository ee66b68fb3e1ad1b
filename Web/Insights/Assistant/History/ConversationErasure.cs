using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Insights.Assistant.Talk;
using Web.Jobs;

namespace Web.Insights.Assistant.History;

/// <summary>Erases a conversation that has been in the bin for 30 days, with everything that was said in it.</summary>
internal sealed class ConversationErasure(AppDb db, TimeProvider time) : IJobWork
{
    public const string Kind = "conversation.erase";
    public static readonly TimeSpan InBin = TimeSpan.FromDays(30);

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var (id, since) = (run.Payload<Order>().Conversation, time.GetUtcNow() - InBin);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var erased = await db.Conversations.IgnoreQueryFilters([Fencing.BinFilter]).Where(one => one.Id == id && one.DeletedAt <= since).ExecuteDeleteAsync(cancellation);
        if (erased > 0) db.NoteConversation(id, "erased", time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new JsonObject { ["erased"] = erased };
    }

    /// <summary>One that was brought back meanwhile is left alone; thrown away again, it has an order of its own.</summary>
    public sealed record Order(Guid Conversation);
}
