using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Web.Tests.Insights.Assistant.Models;

/// <summary>What a language model was sent.</summary>
public sealed record Asked(string Path, string Authorization, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>All that was said, as the model would read it.</summary>
    public string Words => string.Join('\n', JsonDocument.Parse(Body).RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content")).Select(TextOf));

    private static string TextOf(JsonElement content) => content.ValueKind == JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
}

/// <summary>
/// A language model on a real listener that says what a test wants, in OpenAI's form and in Anthropic's. Each test has a script of
/// its own, named in the path.
/// </summary>
public sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Script> scripts = new();

    private FakeModel(WebApplication app) => this.app = app;

    public string Address { get; private set; } = "";

    public static async Task<FakeModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new FakeModel(builder.Build());
        model.app.Run(model.AnswerAsync);
        await model.app.StartAsync();
        model.Address = model.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return model;
    }

    /// <summary>A script by itself: each call is answered by the next of these, and then by the last again.</summary>
    public Script Plays(params Func<HttpContext, Task>[] answers)
    {
        var script = new Script(Guid.NewGuid().ToString("N"), this, answers);
        scripts[script.Name] = script;
        return script;
    }

    public Script Says(params string[] texts) => Plays([.. texts.Select(text => (Func<HttpContext, Task>)(context => SayAsync(context, text)))]);

    /// <summary>A right answer with this text.</summary>
    public static Task SayAsync(HttpContext context, string text)
    {
        var json = context.Request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal)
            ? JsonSerializer.Serialize(new { id = "m", type = "message", role = "assistant", model = "x", content = new[] { new { type = "text", text } }, stop_reason = "end_turn", stop_sequence = (string?)null, usage = new { input_tokens = 100, output_tokens = 20 } })
            : JsonSerializer.Serialize(new { id = "c", @object = "chat.completion", created = 1, model = "x", choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = "stop" } }, usage = new { prompt_tokens = 100, completion_tokens = 20, total_tokens = 120 } });
        return WriteAsync(context, json);
    }

    public static async Task WriteAsync(HttpContext context, string body, string type = "application/json", int status = 200)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        await context.Response.WriteAsync(body);
    }

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null, string body = """{"error":{"message":"no"}}""") => context =>
    {
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return WriteAsync(context, body, status: status);
    };

    /// <summary>Says nothing until the caller hangs up.</summary>
    public static async Task HangAsync(HttpContext context) => await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var script = scripts[context.Request.Path.Value!.Split('/')[1]];
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        script.Heard.Enqueue(new Asked(context.Request.Path, context.Request.Headers.Authorization.ToString(), context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()), body));
        await script.NextAsync(context);
    }

    public sealed class Script(string name, FakeModel model, Func<HttpContext, Task>[] answers)
    {
        private int calls;

        public string Name => name;

        public ConcurrentQueue<Asked> Heard { get; } = new();

        public string Endpoint => string.Create(CultureInfo.InvariantCulture, $"{model.Address}/{name}/v1");

        internal Task NextAsync(HttpContext context) => answers[Math.Min(Interlocked.Increment(ref calls), answers.Length) - 1](context);
    }
}
