using System.Net;
using System.Text.Json;
using System.Threading.Channels;

namespace Web.Tests.Support;

/// <summary>A page that listens: it reads a company's server-sent events until they end.</summary>
public sealed class EventReader : IAsyncDisposable
{
    private readonly Channel<(string Topic, Guid Id)> heard = Channel.CreateUnbounded<(string, Guid)>();
    private readonly CancellationTokenSource closing = new();
    private readonly HttpResponseMessage answer;

    private EventReader(HttpResponseMessage answer)
    {
        this.answer = answer;
        Ended = ReadAsync();
    }

    /// <summary>Completes when the server ends the stream.</summary>
    public Task Ended { get; }

    /// <summary>Nothing has been heard so far.</summary>
    public bool IsSilent => heard.Reader.Count == 0;

    public static async Task<EventReader> OpenAsync(HttpClient client, string path = "/events")
    {
        var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new EventReader(answer);
    }

    /// <summary>The next event; waits for it.</summary>
    public async Task<(string Topic, Guid Id)> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        return await heard.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Everything heard up to and including the event about this record; waits for it.</summary>
    public async Task<IReadOnlyList<Guid>> UntilAsync(Guid id)
    {
        List<Guid> all = [];
        do all.Add((await NextAsync()).Id);
        while (all[^1] != id);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        answer.Dispose();
        await Ended;
        closing.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(closing.Token));
            var topic = "";
            while (await reader.ReadLineAsync(closing.Token) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal)) topic = line[7..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal)) heard.Writer.TryWrite((topic, JsonDocument.Parse(line[6..]).RootElement.GetProperty("id").GetGuid()));
            }
        }
        catch (Exception cause) when (cause is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // the server cut it off, or the test is over
        }
        heard.Writer.TryComplete();
    }
}
