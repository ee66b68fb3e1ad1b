using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;
using Web.Kernel;

namespace Web.Insights.Assistant.Models;

/// <summary>What a model said, or how it failed to.</summary>
public sealed record ModelReply(ModelOutcome Outcome, string Text, int InputTokens, int OutputTokens, TimeSpan Took)
{
    /// <summary>The server's wish before it is asked again.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}

/// <summary>
/// The one place where language models are met. It keeps them to time and size, tries again what may pass, leaves alone what is dead,
/// and says how a call ended in one word. What it is told it neither logs nor believes.
/// </summary>
public sealed partial class LanguageModel(IOptions<LanguageModelOptions> options, Circuits circuits, TimeProvider time, ILogger<LanguageModel> logger) : IDisposable
{
    private const int Tries = 3;
    private const int CharactersInAToken = 3; // an estimate, for answers that do not say
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private readonly HttpClient toCompanies = Client(options.Value, ToCompanies(options.Value)), toInstallation = Client(options.Value, OutsideHttp.ToAnywhere());
    private readonly ConcurrentDictionary<string, bool> withoutSchema = new(StringComparer.Ordinal);

    /// <summary>Whether the model has not just failed several times in a row.</summary>
    public bool IsWorthAsking(ChosenModel model) => circuits.MayCall(model);

    /// <summary>Asks, and asks again what may pass. Never throws but when the caller gives up.</summary>
    /// <param name="schema">The form of the answer, for those that can be held to one.</param>
    /// <param name="deadline">The end of the time there is for the whole question.</param>
    /// <param name="cancellation">The caller gives up.</param>
    public async Task<ModelReply> AskAsync(ChosenModel model, IReadOnlyList<ChatMessage> messages, JsonElement schema, CancellationToken deadline, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellation);
        using var client = Open(model);
        var reply = new ModelReply(ModelOutcome.TooSlow, "", 0, 0, default);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            reply = await TryAsync(client, model, messages, schema, end.Token, cancellation);
            if (reply.Outcome is not (ModelOutcome.Busy or ModelOutcome.Failed or ModelOutcome.Unreachable) || attempt == Tries) break;
            if (!await PauseAsync(attempt, reply.RetryAfter, end.Token)) break;
        }
        cancellation.ThrowIfCancellationRequested();
        if (reply.Outcome is ModelOutcome.Answered or ModelOutcome.Unreadable) circuits.Succeeded(model);
        else
        {
            circuits.Failed(model);
            LogFailed(model.Provider.Word, reply.Outcome, model.OfCompany);
        }
        return reply with { Took = Stopwatch.GetElapsedTime(started) };
    }

    public void Dispose()
    {
        toCompanies.Dispose();
        toInstallation.Dispose();
    }

    private async Task<ModelReply> TryAsync(IChatClient client, ChosenModel model, IReadOnlyList<ChatMessage> messages, JsonElement schema, CancellationToken end, CancellationToken cancellation)
    {
        var form = $"{model.Mark} {model.Endpoint} {model.Model}";
        var asked = new ChatOptions { MaxOutputTokens = options.Value.MaxOutputTokens };
        // Anthropic's forms must name every property to the last; ours leaves the query to the gate.
        if (model.Provider != ModelProvider.Anthropic && !withoutSchema.ContainsKey(form)) asked.ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "answer");
        try
        {
            var answer = await client.GetResponseAsync(messages, asked, end);
            var text = answer.Text ?? "";
            var input = Tokens(answer.Usage?.InputTokenCount) ?? messages.Sum(m => m.Text.Length) / CharactersInAToken;
            return new ModelReply(ModelOutcome.Answered, text, input, Tokens(answer.Usage?.OutputTokenCount) ?? text.Length / CharactersInAToken, default);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            return new ModelReply(ModelOutcome.Cancelled, "", 0, 0, default);
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            return new ModelReply(ModelOutcome.TooSlow, "", 0, 0, default);
        }
#pragma warning disable CA1031 // The clients throw what they like at an answer they did not expect; all of it means that there is none.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            if (asked.ResponseFormat is not null && StatusOf(cause) is 400 or 422)
            {
                if (withoutSchema.Count > 1000) withoutSchema.Clear();
                withoutSchema[form] = true; // not every server can be held to a form; the gate does not need it
                return await TryAsync(client, model, messages, schema, end, cancellation);
            }
            return new ModelReply(OutcomeOf(cause), "", 0, 0, default) { RetryAfter = RetryAfterOf(cause) };
        }
    }

    private async Task<bool> PauseAsync(int attempt, TimeSpan? wished, CancellationToken end)
    {
        var pause = FirstPause * Math.Pow(2, attempt - 1) * (0.75 + Random.Shared.NextDouble() / 2);
        if (wished > pause) pause = wished.Value;
        if (pause > TimeSpan.FromSeconds(5)) return false;
        await Task.Delay(pause, time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !end.IsCancellationRequested;
    }

    /// <summary>Our own settings only: nothing is taken from the environment of the process, which is not the company's.</summary>
    private IChatClient Open(ChosenModel model)
    {
        var http = model.OfCompany ? toCompanies : toInstallation;
        var patience = model.TimeOut + TimeSpan.FromSeconds(5); // the deadline ends it first
        if (model.Provider == ModelProvider.Anthropic)
            return new AnthropicClient(new ClientOptions
            {
                ApiKey = model.Key ?? "", BaseUrl = model.Endpoint.AbsoluteUri.TrimEnd('/'), HttpClient = http, MaxRetries = 0, Timeout = patience,
                ExtraHeaders = new Dictionary<string, string>(), OpenTelemetry = false,
            }).AsIChatClient(model.Model, options.Value.MaxOutputTokens);
        return new OpenAiChat(new OpenAI.Chat.ChatClient(model.Model, new ApiKeyCredential(model.Key is { Length: > 0 } key ? key : "none"), new OpenAIClientOptions
        {
            Endpoint = model.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = patience,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        }));
    }

    private static SocketsHttpHandler ToCompanies(LanguageModelOptions options) =>
        options.CompaniesMayUsePrivateAddresses ? OutsideHttp.ToNearAndPublic(options.Ports) : OutsideHttp.ToPublic(options.Ports);

    private static HttpClient Client(LanguageModelOptions options, HttpMessageHandler handler) =>
        new(new CappedAnswers(handler, options.MaxAnswerBytes)) { Timeout = Timeout.InfiniteTimeSpan };

    private static int? Tokens(long? count) => count is > 0 and < 100_000_000 ? (int)count : null;

    private static ModelOutcome OutcomeOf(Exception cause) => StatusOf(cause) switch
    {
        401 or 403 => ModelOutcome.WrongKey,
        404 => ModelOutcome.UnknownModel,
        408 or 429 => ModelOutcome.Busy,
        >= 500 => ModelOutcome.Failed,
        >= 300 => ModelOutcome.Refused,
        _ when Chain(cause).Any(e => e is AnswerTooLongException) => ModelOutcome.TooLong,
        _ when Chain(cause).Any(e => e is OperationCanceledException or TimeoutException) => ModelOutcome.TooSlow,
        _ when Chain(cause).Any(e => e is HttpRequestException or IOException or AnthropicIOException or System.Net.Sockets.SocketException) => ModelOutcome.Unreachable,
        _ => ModelOutcome.Unreadable,
    };

    private static int StatusOf(Exception cause) => cause switch
    {
        ClientResultException openAi => openAi.Status,
        AnthropicApiException anthropic => (int)anthropic.StatusCode,
        HttpRequestException { StatusCode: HttpStatusCode status } => (int)status,
        _ => 0,
    };

    private static TimeSpan? RetryAfterOf(Exception cause) =>
        cause is ClientResultException openAi && openAi.GetRawResponse() is { } raw && raw.Headers.TryGetValue("Retry-After", out var text)
        && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 ? TimeSpan.FromSeconds(seconds) : null;

    private static IEnumerable<Exception> Chain(Exception cause)
    {
        for (Exception? at = cause; at is not null; at = at.InnerException) yield return at;
        if (cause is AggregateException many)
            foreach (var inner in many.InnerExceptions) yield return inner;
    }

    [LoggerMessage(LogLevel.Warning, "A language model of {Provider} did not answer: {Outcome} (the company's own: {OfCompany})")]
    private partial void LogFailed(string provider, ModelOutcome outcome, bool ofCompany);
}
