using System.CommandLine;
using Web.Tenancy;

namespace Web.Operations;

/// <summary>Asks the instance that runs on this machine whether it can do its work, for images that have no other program to ask with.</summary>
internal static class HealthQuestion
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Verb()
    {
        var url = new Option<Uri?>("--url") { Description = "Where it listens; otherwise as ASPNETCORE_URLS says." };
        var verb = new Command("health", "Ask the running instance's /healthz/ready; the exit code is 0 when it is ready.") { url };
        verb.SetAction((said, cancellation) => AskAsync(said.GetValue(url) ?? Listening(Environment.GetEnvironmentVariable("ASPNETCORE_URLS")), cancellation));
        return verb;
    }

    /// <summary>The address of this machine at which an instance with these <c>ASPNETCORE_URLS</c> answers.</summary>
    internal static Uri Listening(string? urls)
    {
        var first = (urls is null or "" ? TenancyRoom.DefaultUrl : urls).Split(';').MinBy(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))!;
        foreach (var everywhere in new[] { "//+", "//*", "//0.0.0.0", "//[::]" }) first = first.Replace(everywhere, "//127.0.0.1", StringComparison.Ordinal);
        return new Uri(first);
    }

    internal static async Task<int> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/healthz/ready"), cancellation);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellation));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address} does not answer: {cause.Message}");
            return 1;
        }
    }
}
