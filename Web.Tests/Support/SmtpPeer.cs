using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Web.Tests.Support;

/// <summary>A real SMTP server on a free port, and the letters that it was given.</summary>
public sealed partial class SmtpPeer : IAsyncDisposable
{
    private readonly Process process;
    private bool ended;
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SmtpPeer(Process process) => this.process = process;

    public int Port => port.Task.Result;

    public ConcurrentQueue<Received> Letters { get; } = [];

    /// <param name="at">Where another one was before; otherwise any free port.</param>
    /// <param name="settings">Of <c>smtp-peer.mjs</c>.</param>
    public static async Task<SmtpPeer> StartAsync(int at = 0, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(SourceTree.Root, "Web.Tests/Support/smtp-peer.mjs")]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["SMTP_PORT"] = at.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var peer = new SmtpPeer(Process.Start(start)!);
        peer.process.OutputDataReceived += (_, line) => peer.Hear(line.Data);
        peer.process.BeginOutputReadLine();
        await peer.port.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return peer;
    }

    /// <summary>From here on nobody is put off or kept waiting.</summary>
    public Task OpenUpAsync() => process.StandardInput.WriteLineAsync("go");

    public async ValueTask DisposeAsync()
    {
        if (ended) return;
        ended = true;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        var said = JsonDocument.Parse(line).RootElement;
        if (said.TryGetProperty("port", out var number)) port.TrySetResult(number.GetInt32());
        else Letters.Enqueue(new Received(said.GetProperty("to")[0].GetString()!, said.GetProperty("secure").GetBoolean(), said.GetProperty("user").GetString(), said.GetProperty("raw").GetString()!));
    }

    /// <summary>A letter as it came over the wire.</summary>
    public sealed partial record Received(string To, bool Secure, string? User, string Raw)
    {
        private string Head => Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal);

        public IReadOnlyList<string> Headers => Head.Split("\r\n");

        public string Header(string name) => Decoded(Headers.Single(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..]);

        public string Text => Part("text/plain");

        public string Html => Part("text/html");

        private string Part(string type)
        {
            var at = Raw.IndexOf($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase);
            Assert.True(at > 0, $"There is no {type} in:\n{Raw}");
            var body = Raw[(Raw.IndexOf("\r\n\r\n", at, StringComparison.Ordinal) + 4)..];
            var end = body.IndexOf("\r\n--", StringComparison.Ordinal);
            return Encoding.UTF8.GetString(Convert.FromBase64String(body[..end].Replace("\r\n", "", StringComparison.Ordinal)));
        }

        private static string Decoded(string text) => Word().Replace(text.Replace("?= =?", "?==?", StringComparison.Ordinal), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value)));

        [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
        private static partial Regex Word();
    }
}
