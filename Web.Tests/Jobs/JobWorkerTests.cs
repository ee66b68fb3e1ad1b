using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.TwoFactor;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Tests.Support;

namespace Web.Tests.Jobs;

/// <summary>Jobs are queued with their cause, done by some instance, tried again, and told to their own people only.</summary>
public sealed class JobWorkerTests(TestInstallation installation) : IAsyncDisposable
{
    private readonly string kind = $"test.{Guid.NewGuid():N}";
    private readonly Trial trial = new();
    private readonly List<WebApplicationFactory<Program>> instances = [];

    [Fact]
    public async Task A_job_runs_in_its_company_as_its_member_and_tells_what_came_of_it()
    {
        var company = await TestTenant.MakeAsync(installation);
        trial.Do = async (run, services, cancellation) =>
        {
            await run.ReportAsync(0.5, cancellation);
            return new JsonObject
            {
                ["word"] = run.Payload<Words>().Word,
                ["tenant"] = services.GetRequiredService<TenantScope>().TenantId,
                ["role"] = services.GetRequiredService<CurrentMember>().Person.Role.ToString(),
            };
        };
        Serve();
        var job = await QueueAsync(company, Role.Analyst);
        var state = await EndedAsync(await company.ProgramAsync(Role.Analyst), job);
        Assert.Equal("done", state.GetProperty("status").GetString());
        Assert.Equal(1, state.GetProperty("progress").GetDouble());
        Assert.Equal("hello", state.GetProperty("result").GetProperty("word").GetString());
        Assert.Equal(company.Id, state.GetProperty("result").GetProperty("tenant").GetGuid());
        Assert.Equal("Analyst", state.GetProperty("result").GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_job_whose_cause_is_taken_back_is_never_begun()
    {
        var company = await TestTenant.MakeAsync(installation);
        Serve();
        await Assert.ThrowsAsync<InvalidDataException>(() => company.WorkAsync<int>(async db =>
        {
            db.Enqueue(kind, new Words("never"), DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
            throw new InvalidDataException();
        }));
        var later = await QueueAsync(company, Role.Analyst);
        await EndedAsync(await company.ProgramAsync(Role.Analyst), later);
        Assert.Equal([later], trial.Begun);
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_a_refusal_is_not()
    {
        var company = await TestTenant.MakeAsync(installation);
        var client = await company.ProgramAsync(Role.Analyst);
        trial.Do = (run, _, _) => run.Payload<Words>().Word == "refused"
            ? throw new RefusalException(422, "not_one_of", "a, b") : run.Attempt < 3 ? throw new InvalidDataException("stumbled") : Task.FromResult<JsonNode?>(run.Attempt);
        Serve();
        var stubborn = await QueueAsync(company, Role.Analyst);
        var refused = await QueueAsync(company, Role.Analyst, "refused");
        Assert.Equal(3, (await EndedAsync(client, stubborn)).GetProperty("result").GetInt32());
        var failed = await EndedAsync(client, refused);
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Equal("not_one_of", failed.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("a, b", failed.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Single(trial.Begun, refused);
    }

    [Fact]
    public async Task What_always_fails_ends_in_words()
    {
        var company = await TestTenant.MakeAsync(installation);
        trial.Do = (_, _, _) => throw new InvalidDataException("secret detail");
        Serve();
        var job = await QueueAsync(company, Role.Analyst);
        var state = await EndedAsync(await company.ProgramAsync(Role.Analyst), job);
        Assert.Equal("job_failed", state.GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain("secret", state.ToString(), StringComparison.Ordinal);
        Assert.Equal(5, trial.Begun.Count);
    }

    [Fact]
    public async Task A_job_left_by_a_dead_instance_is_taken_again()
    {
        var company = await TestTenant.MakeAsync(installation);
        var job = await QueueAsync(company, Role.Analyst);
        await using (var dead = installation.Source.CreateCommand("select id from app.take_job($1, $2, interval '0')"))
        {
            dead.Parameters.Add(new() { Value = Guid.NewGuid() });
            dead.Parameters.Add(new() { Value = new[] { kind } });
            Assert.Equal(job, await dead.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
        trial.Do = (run, _, _) => Task.FromResult<JsonNode?>(run.Attempt);
        Serve();
        Assert.Equal(2, (await EndedAsync(await company.ProgramAsync(Role.Analyst), job)).GetProperty("result").GetInt32());
    }

    [Fact]
    public async Task Two_instances_do_each_job_once()
    {
        var company = await TestTenant.MakeAsync(installation);
        var client = await company.ProgramAsync(Role.Analyst);
        Serve();
        Serve();
        List<Guid> jobs = [];
        for (var i = 0; i < 20; i++) jobs.Add(await QueueAsync(company, Role.Analyst));
        foreach (var job in jobs) Assert.Equal("done", (await EndedAsync(client, job)).GetProperty("status").GetString());
        Assert.Equal(jobs.Order(), trial.Begun.Order());
    }

    [Fact]
    public async Task A_job_is_told_to_its_own_people_only()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        Serve();
        var job = await QueueAsync(company, Role.Analyst);
        await EndedAsync(await company.ProgramAsync(Role.Owner), job);
        foreach (var stranger in new[] { await company.ProgramAsync(Role.Manager), await other.ProgramAsync(Role.Owner) })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/jobs/{job}")).StatusCode);
    }

    [Fact]
    public async Task A_job_of_somebody_who_may_no_longer_act_is_refused()
    {
        var company = await TestTenant.MakeAsync(installation);
        var job = await QueueAsync(company, Role.Analyst);
        await company.WorkAsync(db => db.Members.Where(member => member.Id == company.People[Role.Analyst])
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.DeactivatedAt, DateTimeOffset.UtcNow)));
        Serve();
        var state = await EndedAsync(await company.ProgramAsync(Role.Owner), job);
        Assert.Equal("job_member_gone", state.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(trial.Begun);
    }

    [Fact]
    public async Task A_job_of_somebody_without_the_second_factor_that_is_due_is_refused_in_words()
    {
        var company = await TestTenant.MakeAsync(installation);
        var client = await company.ProgramAsync(Role.Owner);
        await Web.Tests.Access.TwoFactor.Factor.OfAsync(company, installation, Role.Owner);
        var (overdue, ready) = (await QueueAsync(company, Role.Analyst), await QueueAsync(company, Role.Owner));
        await company.WorkAsync(async db =>
        {
            var rules = SecurityRules.Begin(DateTimeOffset.UtcNow);
            rules.RequireTwoFactor(true, 0, DateTimeOffset.UtcNow.AddMinutes(-1));
            await db.Set<SecurityRules>().AddAsync(rules);
            return true;
        });
        await company.WorkAsync(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(member => member.CreatedAt, DateTimeOffset.UtcNow.AddDays(-1))));
        Serve();
        Assert.Equal("two_factor_required", (await EndedAsync(client, overdue)).GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("done", (await EndedAsync(client, ready)).GetProperty("status").GetString());
        Assert.Equal([ready], trial.Begun);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances) await instance.DisposeAsync();
    }

    private void Serve()
    {
        var instance = new TestApp(installation.Settings).WithWebHostBuilder(host => host.ConfigureTestServices(services => services
            .AddSingleton(new JobOptions { FirstPause = TimeSpan.FromMilliseconds(20), LongestWait = TimeSpan.FromMilliseconds(100) })
            .AddSingleton(trial).AddJob<TrialWork>(kind)));
        _ = instance.Services;
        instances.Add(instance);
    }

    private Task<Guid> QueueAsync(TestTenant company, Role role, string word = "hello") =>
        company.WorkAsync(db => Task.FromResult(db.Enqueue(kind, new Words(word), DateTimeOffset.UtcNow).Id), role);

    private static async Task<JsonElement> EndedAsync(HttpClient client, Guid job)
    {
        JsonElement state = default;
        await Eventually.TrueAsync(async () =>
        {
            state = await client.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{job}");
            return state.GetProperty("status").GetString() is "done" or "failed";
        });
        return state;
    }

    private sealed record Words(string Word);

    private sealed class Trial
    {
        public ConcurrentQueue<Guid> Begun { get; } = [];

        public Func<JobRun, IServiceProvider, CancellationToken, Task<JsonNode?>> Do { get; set; } = (_, _, _) => Task.FromResult<JsonNode?>(null);
    }

    private sealed class TrialWork(Trial trial, IServiceProvider services) : IJobWork
    {
        public Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
        {
            trial.Begun.Enqueue(run.Id);
            return trial.Do(run, services, cancellation);
        }
    }
}
