using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Audit;
using Web.Tests.Crm;
using Web.Tests.Operations;
using Web.Tests.Support;

namespace Web.Tests.Audit;

/// <summary>The app, as a real process, is killed among changes over and over: what is in the tables is in the log, and what is in the log is in the tables.</summary>
public sealed partial class KilledChangesTests(TestInstallation installation) : IAsyncDisposable
{
    private const int Kills = 4, Sellers = 6;
    private TestApp? app;

    [Fact]
    public async Task Each_change_has_its_entry_and_each_entry_its_change()
    {
        var database = await installation.CopyAsync(installation.Fresh);
        var settings = installation.SettingsFor(database);
        app = new TestApp(new Dictionary<string, string?>(settings) { ["Jobs:Workers"] = "0" });
        var company = await TestTenant.MakeAsync(app);
        var hands = await HandsAsync(company);
        await using var all = Rows.All(installation, database);
        await HurrySealingAsync(all);
        var token = (await company.ProgramAsync(Role.Owner)).DefaultRequestHeaders.Authorization!;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var process = await AppProcess.StartAsync(new Dictionary<string, string?>(settings) { ["Jobs:Workers"] = "2", ["ConnectionStrings:Database"] = Named(settings, $"life {kill}") });
            await WorkUntilKilledAsync(process, company, token, hands);
            await Eventually.TrueAsync(async () => (long)(await Rows.ScalarAsync(all, $"select count(*) from pg_stat_activity where application_name = 'life {kill}'"))! == 0); // what the dead one had sent is through
            var sofar = await Chains.VerifyAsync(app, company);
            Assert.True(sofar.Holds, sofar.First?.ToString());
        }
        await ToldAsync(company, hands);
        await Chains.SealAllAsync(app, company);
        var report = await Chains.VerifyAsync(app, company);
        Assert.True(report.Holds, report.First?.ToString());
        Assert.Equal(await company.WorkAsync(db => db.AuditEntries.LongCountAsync()), report.Sealed);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.StopAsync();
    }

    private static async Task<IReadOnlyList<BusyHand>> HandsAsync(TestTenant company)
    {
        var pipeline = await company.PipelineAsync();
        var stages = pipeline.Stages.Select(stage => stage.Id).ToList();
        IEnumerable<BusyHand> sellers = Enumerable.Range(0, Sellers).Select(n => new SellingHand($"seller-{n}", pipeline.Id, stages));
        return [.. sellers, new GoverningHand("governor-0", company.People[Role.Member]), new GoverningHand("governor-1", company.People[Role.Analyst])];
    }

    /// <summary>Kills it at a random one of the answers that it gives, while the others wait for theirs.</summary>
    private static async Task WorkUntilKilledAsync(AppProcess process, TestTenant company, AuthenticationHeaderValue token, IReadOnlyList<BusyHand> hands)
    {
        using var caller = process.At(company.Host);
        caller.DefaultRequestHeaders.Authorization = token;
        var (until, enough) = (Random.Shared.Next(60, 240), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        void Answered()
        {
            if (Interlocked.Decrement(ref until) == 0) enough.SetResult();
        }
        var working = Task.WhenAll(hands.Select(hand => hand.WorkAsync(caller, Answered)));
        await await Task.WhenAny(enough.Task, working);
        await process.KillAsync();
        await working;
    }

    private static async Task ToldAsync(TestTenant company, IReadOnlyList<BusyHand> hands)
    {
        var told = await company.WorkAsync(db => db.Database.SqlQuery<string>($"""select changes::text as "Value" from app.audit_entries where tenant_id = {company.Id} and changes is not null""").ToListAsync());
        var words = told.SelectMany(changes => Words().Matches(changes)).Select(match => match.Value).ToHashSet();
        Assert.Equal([], hands.SelectMany(hand => hand.Done).Where(word => !words.Contains(word))); // what was answered was not taken back
        var retelling = await company.WorkAsync(Retelling.OfAsync);
        Assert.Equal([], retelling.Differences);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {hands.Sum(hand => hand.Done.Count)} changes answered, {hands.Sum(hand => hand.Unanswered)} not; {retelling.Changes} entries tell {retelling.Records} records as they are");
        Assert.True(hands.Sum(hand => hand.Unanswered) >= Kills * hands.Count / 2);
    }

    /// <summary>Sealing is due at once, so that it too is killed in the midst.</summary>
    private static Task HurrySealingAsync(NpgsqlDataSource all) => Rows.ScalarAsync(all, """
        create function public.hurry() returns trigger language plpgsql as 'begin new.due_at := clock_timestamp(); return new; end';
        create trigger hurry before insert on app.jobs for each row when (new.kind = 'audit.seal') execute function public.hurry();
        select 1
        """);

    [GeneratedRegex("[a-z]+-[0-9]+-[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Words();

    private static string Named(IReadOnlyDictionary<string, string?> settings, string name) => new NpgsqlConnectionStringBuilder(settings["ConnectionStrings:Database"]) { ApplicationName = name }.ConnectionString;
}
