using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Web.Tests.Support;

/// <summary>The app as a process of its own, which can be killed like one.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private readonly Process process;

    private AppProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>The most memory that it has held so far, in bytes.</summary>
    public long PeakMemory => File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024).Single();

    public static async Task<AppProcess> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Web.dll")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        (start.Environment["ASPNETCORE_ENVIRONMENT"], start.Environment["ASPNETCORE_URLS"]) = ("Development", "http://127.0.0.1:0");
        (start.Environment["Tenancy__BaseDomain"], start.Environment["Demo__Seed"], start.Environment["Logging__Console__FormatterName"]) = ("localhost", "false", "simple");
        var process = Process.Start(start)!;
        var port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new System.Text.StringBuilder();
        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null) return;
            lock (said) said.AppendLine(line.Data);
            const string listening = "Now listening on: http://127.0.0.1:";
            if (line.Data.IndexOf(listening, StringComparison.Ordinal) is >= 0 and var at) port.TrySetResult(int.Parse(line.Data[(at + listening.Length)..], CultureInfo.InvariantCulture));
        }
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Task.WhenAny(port.Task, process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(60)));
        if (port.Task.IsCompletedSuccessfully) return new AppProcess(process, await port.Task);
        process.Kill();
        lock (said) throw new InvalidOperationException($"The app did not start:\n{said}");
    }

    /// <summary>A caller at one host of it.</summary>
    public HttpClient At(string host) => new() { BaseAddress = new Uri($"http://127.0.0.1:{Port}/"), DefaultRequestHeaders = { Host = host }, Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>A new demo company and its owner as a program.</summary>
    public async Task<(string Slug, string Email, string Password)> MakeCompanyAsync()
    {
        using var apex = At("localhost");
        var made = await (await apex.PostAsync("dev/create-demo-organization", null)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var owner = made.GetProperty("login_credentials").GetProperty("owner");
        return (made.GetProperty("organization").GetProperty("slug").GetString()!, owner.GetProperty("email").GetString()!, owner.GetProperty("password").GetString()!);
    }

    public async Task<HttpClient> ProgramAsync((string Slug, string Email, string Password) company)
    {
        var client = At($"{company.Slug}.localhost");
        var login = await client.PostAsJsonAsync("api/v1/tenant/auth/login", new { email = company.Email, password = company.Password });
        var token = (await login.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>As <c>kill -9</c> does: no farewell of any kind.</summary>
    public async Task KillAsync()
    {
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }
}
