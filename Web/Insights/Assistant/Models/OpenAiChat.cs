using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Web.Insights.Assistant.Models;

/// <summary>
/// OpenAI's client in the words of <see cref="IChatClient"/>: text in, text out, tokens counted. Microsoft.Extensions.AI.OpenAI
/// would replace it.
/// </summary>
internal sealed class OpenAiChat(ChatClient client) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = new ChatCompletionOptions { MaxOutputTokenCount = options?.MaxOutputTokens };
        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } json)
            asked.ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), null, jsonSchemaIsStrict: false);
        var answer = (await client.CompleteChatAsync(messages.Select(Message), asked, cancellationToken)).Value;
        var text = string.Concat(answer.Content.Where(part => part.Kind == ChatMessageContentPartKind.Text).Select(part => part.Text));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = answer.Model,
            FinishReason = new Microsoft.Extensions.AI.ChatFinishReason(answer.FinishReason.ToString()),
            Usage = answer.Usage is { } usage ? new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount } : null,
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Half an answer is no use to the gate: it is given in one piece.
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClient) ? client : null;

    public void Dispose()
    {
    }

    private static OpenAI.Chat.ChatMessage Message(ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
        : new UserChatMessage(message.Text);
}
