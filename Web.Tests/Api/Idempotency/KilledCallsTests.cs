using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Tests.Operations;
using Web.Tests.Support;

namespace Web.Tests.Api.Idempotency;

/// <summary>
/// Equal calls at once to a real process, which is killed among them at a random moment, and the same calls again to the next one.
/// Whatever the moment, each key has had its effect exactly once, and whoever got an answer got the same.
/// </summary>
public sealed class KilledCallsTests(TestInstallation installation) : IAsyncDisposable
{
    /// <summary>How often the app is killed; <c>TSUMUGI_ROUNDS</c> asks for more.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TSUMUGI_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    private readonly List<Task<AppProcess>> lives = [];
    private int answered, unanswered;

    [Fact]
    public async Task Each_key_has_its_effect_once_whenever_the_app_dies()
    {
        var company = await TestTenant.MakeAsync(installation);
        var token = (await company.ProgramAsync(Role.Owner)).DefaultRequestHeaders.Authorization!;
        await using var all = Rows.All(installation);
        var life = await BeginAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var next = BeginAsync();
            EqualCalls[] keys = [EqualCalls.OfAccount($"account-{round}"), EqualCalls.OfInvitation($"invited-{round}"), EqualCalls.OfUpload($"upload_{round}")];
            await KillAmongAsync(life, company, token, keys);
            await GoneAsync(all, company, round);
            life = await next;
            using (var caller = CallerOf(life, company, token))
                foreach (var key in keys) await Eventually.TrueAsync(async () => await key.SendAsync(caller, () => { }) || key.IsEnded, 30);
            foreach (var key in keys) Assert.Equal((key.Name, key.Whole), (key.Name, await company.WorkAsync(key.EffectsAsync)));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Rounds} kills among {Rounds * 3} keys of {EqualCalls.AtOnce} equal calls: {answered} calls were answered before, {unanswered} died; each key had its effect once");
        Assert.True(unanswered > Rounds);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var life in lives) await (await life).DisposeAsync();
    }

    private Task<AppProcess> BeginAsync()
    {
        var process = new NpgsqlConnectionStringBuilder(installation.Settings["ConnectionStrings:Database"]) { ApplicationName = $"equal calls {lives.Count}" };
        var life = AppProcess.StartAsync(new Dictionary<string, string?>(installation.Settings) { ["Jobs:Workers"] = "0", ["ConnectionStrings:Database"] = process.ConnectionString });
        lives.Add(life);
        return life;
    }

    private async Task KillAmongAsync(AppProcess life, TestTenant company, AuthenticationHeaderValue token, EqualCalls[] keys)
    {
        using var caller = CallerOf(life, company, token);
        using (var warm = await caller.GetAsync("api/v1/accounts")) Assert.Equal(HttpStatusCode.OK, warm.StatusCode);
        var (until, enough) = (Random.Shared.Next(0, keys.Length * EqualCalls.AtOnce), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        void Answered()
        {
            Interlocked.Increment(ref answered);
            if (Interlocked.Decrement(ref until) == 0) enough.TrySetResult();
        }
        Random.Shared.Shuffle(keys);
        var calls = Task.WhenAll(keys.Select(key => key.SendAsync(caller, Answered)));
        if (until > 0) await Task.WhenAny(enough.Task, calls);
        await life.KillAsync();
        await calls;
        unanswered += keys.Sum(key => key.Died);
    }

    /// <summary>The server has ended what the dead one had begun, and nobody waits for its claims any more.</summary>
    private static async Task GoneAsync(NpgsqlDataSource all, TestTenant company, int life)
    {
        await Eventually.TrueAsync(async () => (long)(await Rows.ScalarAsync(all, $"select count(*) from pg_stat_activity where application_name = 'equal calls {life}'"))! == 0);
        await Rows.ScalarAsync(all, $"update app.idempotent_answers set leased_until = now() - interval '1 second' where tenant_id = '{company.Id}' and leased_until > now()");
    }

    private static HttpClient CallerOf(AppProcess life, TestTenant company, AuthenticationHeaderValue token)
    {
        var caller = life.At(company.Host);
        caller.DefaultRequestHeaders.Authorization = token;
        return caller;
    }
}
