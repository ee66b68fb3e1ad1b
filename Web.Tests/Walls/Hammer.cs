using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Web.Data;
using Web.Tests.Support;

namespace Web.Tests.Walls;

/// <summary>
/// Many companies at once over few connections, while handlers throw, callers hang up, statements fail and connections are
/// killed. Every answer may carry the canary of its own company and nobody else's.
/// </summary>
internal sealed class Hammer : IAsyncDisposable
{
    private const int Callers = 16;
    private const string FaultHeader = "X-Fault";
    private static readonly string[] Faults = ["throw", "error", "kill", "cancel"];
    private readonly TestApp app;
    private readonly List<(Neighbour Company, HttpClient Client)> companies = [];

    private Hammer(TestApp app) => this.app = app;

    /// <param name="connections">How many connections the app may have.</param>
    public static async Task<Hammer> MakeAsync(TestInstallation installation, int connections)
    {
        var settings = new Dictionary<string, string?>(installation.Settings)
        {
            ["ConnectionStrings:Database"] = new NpgsqlConnectionStringBuilder(installation.Settings["ConnectionStrings:Database"]) { MaxPoolSize = connections, Timeout = 60 }.ConnectionString,
            ["Jobs:Workers"] = "0",
            ["Logging:LogLevel:Default"] = "None",
        };
        var hammer = new Hammer(new TestApp(settings, services =>
        {
            services.AddLogging(logging => logging.ClearProviders());
            services.AddHttpContextAccessor();
            services.AddSingleton<Saboteur>();
            services.ConfigureDbContext<AppDb>((provider, options) => options.AddInterceptors(provider.GetRequiredService<Saboteur>()));
        }));
        for (var i = 0; i < 6; i++)
        {
            var company = await Neighbour.MoveInAsync(hammer.app);
            hammer.companies.Add((company, hammer.app.Bare(company.Host)));
        }
        return hammer;
    }

    /// <summary>Sends that many requests and says how many bodies were wrong, with some of them in words.</summary>
    public async Task<HammerReport> StrikeAsync(int requests)
    {
        var (left, clock) = (requests, Stopwatch.StartNew());
        var statuses = new ConcurrentDictionary<string, int>();
        var wrong = new ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var dice = new Random(caller);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var (company, client) = companies[dice.Next(companies.Count)];
                var fault = dice.Next(100) < 4 ? Faults[dice.Next(Faults.Length)] : null;
                var (what, said) = await StrikeOnceAsync(company, client, dice, fault);
                statuses.AddOrUpdate(what, 1, (_, count) => count + 1);
                if (said is not null) wrong.Enqueue(said);
            }
        })));
        return new HammerReport(requests, clock.Elapsed, wrong.Count, [.. wrong.Take(10)], new SortedDictionary<string, int>(statuses));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, client) in companies) client.Dispose();
        await app.StopAsync();
    }

    private static async Task<(string What, string? Wrong)> StrikeOnceAsync(Neighbour company, HttpClient client, Random dice, string? fault)
    {
        var (kind, request) = Draw(company, dice);
        using (request)
        {
            if (fault is not null and not "cancel") request.Headers.Add(FaultHeader, fault);
            using var hangingUp = new CancellationTokenSource();
            if (fault is "cancel") hangingUp.CancelAfter(TimeSpan.FromMilliseconds(dice.Next(1, 12)));
            try
            {
                using var answer = await client.SendAsync(request, hangingUp.Token);
                var body = await answer.Content.ReadAsStringAsync(hangingUp.Token);
                var status = (int)answer.StatusCode;
                return ($"{kind} {status}", Judge(company, kind, status, body, fault));
            }
            catch (Exception cause) when (fault is not null && cause is OperationCanceledException or HttpRequestException or IOException)
            {
                return ($"{kind} cut off", null);
            }
        }
    }

    private static string? Judge(Neighbour company, string kind, int status, string body, string? fault)
    {
        var own = false;
        for (var at = body.IndexOf("CANARY", StringComparison.Ordinal); at >= 0; at = body.IndexOf("CANARY", at + 1, StringComparison.Ordinal))
        {
            if (string.CompareOrdinal(body, at, company.Canary, 0, company.Canary.Length) != 0) return $"{kind}: the canary of another company";
            own = true;
        }
        if (status == 200 && !own) return $"{kind}: 200 without the company's own canary: {body[..Math.Min(200, body.Length)]}";
        var mayBe = status == 200 || fault is not null || (kind, status) is ("write", 409); // two may change one task at once; the second is told
        return mayBe ? null : $"{kind} answered {status}: {body[..Math.Min(200, body.Length)]}";
    }

    private static (string Kind, HttpRequestMessage Request) Draw(Neighbour company, Random dice)
    {
        var (kind, method, path, body) = dice.Next(100) switch
        {
            < 15 => ("page", "GET", "/", null),
            < 25 => ("board", "GET", "/deals/board?handler=fresh", null),
            < 45 => ("list", "GET", "/api/v1/deals?count=true", (object?)null),
            < 65 => ("list by hand", "GET", "/api/v1/deals", null),
            < 78 => ("chart", "POST", "/api/v1/charts/render", new { query = new { chart_type = "bar", dataset = "crm_deals", dimensions = new[] { new { field = "name" } }, measures = new[] { new { aggregate = "count" } } } }),
            < 82 => ("ask", "POST", "/api/v1/charts/ask", new { utterance = "number of deals by account", locale = "en" }),
            _ => ("write", "PATCH", $"/api/v1/tasks/{company.Task}", new { tags = new[] { $"{company.Canary} {dice.Next()}" } }),
        };
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (path.StartsWith("/api/", StringComparison.Ordinal)) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {company.Program.Token}");
        else request.Headers.TryAddWithoutValidation("Cookie", company.Owner.Cookie);
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        return (kind, request);
    }

    /// <summary>Does in the middle of a transaction what the request's header says.</summary>
    private sealed class Saboteur(IHttpContextAccessor http) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            command.CommandText += Wanted switch { "error" => ";\nselect 1 / 0", "kill" => ";\nselect pg_terminate_backend(pg_backend_pid())", _ => "" };
            return new(result);
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
            Wanted is "throw" ? throw new InvalidOperationException("In the middle of it.") : new(result);

        private string? Wanted => http.HttpContext?.Request.Headers[FaultHeader];
    }
}

internal sealed record HammerReport(int Requests, TimeSpan Took, int Wrong, IReadOnlyList<string> Some, IReadOnlyDictionary<string, int> Statuses)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Requests} requests in {Took.TotalSeconds:0} s ({Requests / Took.TotalSeconds:0} /s), {Wrong} wrong bodies; {string.Join(", ", Statuses.Select(pair => $"{pair.Key}: {pair.Value}"))}");
}
