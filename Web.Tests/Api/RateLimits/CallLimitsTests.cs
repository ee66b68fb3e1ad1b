using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access;
using Web.Tests.Access.ApiKeys;
using Web.Tests.Support;

namespace Web.Tests.Api.RateLimits;

public sealed class CallLimitsTests(TestInstallation installation)
{
    private const string Me = "/api/v1/tenant/auth/me";

    [Fact]
    public async Task Every_answer_says_where_one_stands_errors_too()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        foreach (var (address, status) in new[] { (Me, 200), ("/api/v1/deals/x", 404), ($"/api/v1/deals/{Guid.NewGuid()}", 404), ("/api/v1/deals?page_size=0", 422) })
        {
            using var answer = await program.GetAsync(address);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(60_000, Number(answer, "RateLimit-Limit"));
            Assert.InRange(Number(answer, "RateLimit-Remaining"), 1, 60_000);
            Assert.InRange(Number(answer, "RateLimit-Reset"), 0, 600);
            foreach (var mark in new[] { "X-Request-Id", "X-Processing-Time", "RateLimit-Policy" }) Assert.True(answer.Headers.Contains(mark), $"{address}: {mark}");
        }
        using var page = await program.GetAsync("/sign-in");
        Assert.False(page.Headers.Contains("RateLimit-Limit"));
    }

    [Fact]
    public async Task A_person_is_stopped_and_told_for_how_long_and_nobody_else_is()
    {
        await using var app = await WithAsync(("Demo", "0"), ("Member", "40"), ("Span", "00:10:00"));
        var company = await MakeAsync(app);
        var (owner, other) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Manager));
        var statuses = await Task.WhenAll(Enumerable.Range(0, 60).Select(async _ => (await owner.GetAsync(Me)).StatusCode));
        Assert.Equal((40, 20), (statuses.Count(status => status == HttpStatusCode.OK), statuses.Count(status => status == HttpStatusCode.TooManyRequests)));
        using var refused = await owner.GetAsync(Me);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("rate_limit_exceeded", "application/problem+json"), (problem.GetProperty("code").GetString(), refused.Content.Headers.ContentType!.MediaType));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 15);
        Assert.Equal((40, 0), (Number(refused, "RateLimit-Limit"), Number(refused, "RateLimit-Remaining")));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(Me)).StatusCode);
        using var again = await company.ProgramAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await again.GetAsync(Me)).StatusCode); // another token is the same person
        await app.StopAsync();
    }

    [Fact]
    public async Task Instances_count_together_and_give_out_no_more_than_there_are()
    {
        (string, string)[] limits = [("Demo", "0"), ("Member", "300"), ("Span", "01:00:00")];
        await using var first = await WithAsync(limits);
        await using var second = await WithAsync(limits);
        var company = await MakeAsync(first);
        var here = await company.ProgramAsync(Role.Owner);
        var there = second.Bare(company.Host);
        there.DefaultRequestHeaders.Authorization = here.DefaultRequestHeaders.Authorization;
        var statuses = await Task.WhenAll(Enumerable.Range(0, 500).Select(async n => (await (n % 2 == 0 ? here : there).GetAsync(Me)).StatusCode));
        Assert.InRange(statuses.Count(status => status == HttpStatusCode.OK), 300 - (2 * 3), 300); // an instance may still hold a few that it leased
        await first.StopAsync();
        await second.StopAsync();
    }

    [Fact]
    public async Task A_company_has_one_limit_for_all_and_a_key_its_own()
    {
        await using var app = await WithAsync(("Demo", "0"), ("Tenant", "60"), ("Span", "01:00:00"));
        var (company, other) = (await MakeAsync(app), await MakeAsync(app));
        var owner = await company.ProgramAsync(Role.Owner);
        using var keyed = app.Bare(company.Host);
        keyed.DefaultRequestHeaders.Add("X-API-Key", (await ApiKeysTests.MakeAsync(owner, new { name = "Slow", rate_limit = 5 })).Key); // one call
        var ofKey = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => (await keyed.GetAsync(Me)).StatusCode));
        Assert.InRange(ofKey.Count(status => status == HttpStatusCode.OK), 5, 6); // one may come back meanwhile
        var rest = await Task.WhenAll(Enumerable.Range(0, 80).Select(async n => (await owner.GetAsync(Me)).StatusCode));
        Assert.Equal(59, ofKey.Concat(rest).Count(status => status == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await (await company.ProgramAsync(Role.Analyst)).GetAsync(Me)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await other.ProgramAsync(Role.Owner)).GetAsync(Me)).StatusCode);
        await app.StopAsync();
    }

    /// <summary>What is kept is how much was used; it is held against the limit of now.</summary>
    [Fact]
    public async Task Whoever_used_a_smaller_limit_up_has_the_rest_of_a_larger_one_at_once()
    {
        TestApp[] apps = [await WithAsync(("Demo", "0"), ("Member", "40"), ("Span", "01:00:00")), await WithAsync(("Demo", "0"), ("Member", "400"), ("Span", "01:00:00")), await WithAsync(("Demo", "0"), ("Member", "20"), ("Span", "01:00:00"))];
        var company = await MakeAsync(apps[0]);
        var small = await company.ProgramAsync(Role.Owner);
        for (var n = 0; n < 40; n++) Assert.Equal(HttpStatusCode.OK, (await small.GetAsync(Me)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await small.GetAsync(Me)).StatusCode);
        HttpClient[] later = [.. apps[1..].Select(app => app.Bare(company.Host))];
        foreach (var client in later) client.DefaultRequestHeaders.Authorization = small.DefaultRequestHeaders.Authorization;
        using var raised = await later[0].GetAsync(Me);
        Assert.Equal(HttpStatusCode.OK, raised.StatusCode);
        Assert.InRange(Number(raised, "RateLimit-Remaining"), 355, 362);
        using var lowered = await later[1].GetAsync(Me);
        Assert.Equal(HttpStatusCode.TooManyRequests, lowered.StatusCode);
        Assert.InRange(lowered.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 181); // it comes back as fast as ever, however much was used before
        foreach (var app in apps) await app.StopAsync();
    }

    [Theory]
    [InlineData(40, 400, 360)]
    [InlineData(40, 41, 1)]
    [InlineData(400, 40, 0)]
    [InlineData(400, 400, 0)]
    public async Task A_count_is_held_against_the_limit_of_now_for_whatever_is_counted(int before, int now, int free)
    {
        var turns = installation.App.Services.GetRequiredService<Web.Data.Turns>();
        var whose = Guid.NewGuid().ToString();
        Assert.Equal(before, (await turns.LeaseAsync("test", whose, before, TimeSpan.FromHours(1), 1000, TestContext.Current.CancellationToken)).Granted);
        var lease = await turns.LeaseAsync("test", whose, now, TimeSpan.FromHours(1), 1000, TestContext.Current.CancellationToken);
        Assert.Equal((free, 0), (lease.Granted, lease.Remaining));
        Assert.InRange(lease.FullIn, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60.1));
    }

    [Fact]
    public async Task An_address_is_that_of_the_connection_whatever_headers_say()
    {
        var settings = installation.SettingsFor(await installation.CopyAsync(installation.Fresh)).ToDictionary(); // the turns of this machine are everybody's in the shared one
        (settings["RateLimits:Address"], settings["RateLimits:Span"]) = ("40", "01:00:00");
        await using var process = await AppProcess.StartAsync(settings);
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 60; n++)
        {
            using var caller = process.At($"nobody-{n}.localhost");
            foreach (var header in new[] { "X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP", "True-Client-IP", "X-Client-IP" })
                caller.DefaultRequestHeaders.TryAddWithoutValidation(header, header == "Forwarded" ? $"for=203.0.113.{n}" : $"203.0.113.{n}");
            caller.DefaultRequestHeaders.Add("X-API-Key", $"tsu_{n}");
            statuses.Add((await caller.GetAsync(n % 2 == 0 ? "api/v1/deals" : $"API/v1/deals/?x={n}")).StatusCode);
        }
        Assert.Equal((40, 20), (statuses.Count(status => status == HttpStatusCode.NotFound), statuses.Count(status => status == HttpStatusCode.TooManyRequests)));
    }

    [Fact]
    public async Task Calls_are_added_up_for_the_month()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        for (var n = 0; n < 7; n++) await program.GetAsync(Me);
        await Eventually.TrueAsync(async () => await company.WorkAsync(async db =>
        {
            await using var count = new NpgsqlCommand("select coalesce(sum(calls), 0) from app.api_calls where tenant_id = $1", await db.EnterAsync(default)) { Parameters = { new() { Value = company.Id } } };
            return (decimal)(await count.ExecuteScalarAsync())! == 7;
        }));
    }

    /// <summary>The cheapest read there is, so that what counting adds shows most.</summary>
    [Fact]
    public async Task Counting_adds_little_to_a_read()
    {
        await using var without = await WithAsync(("Demo", "0"), ("Address", "0"));
        var company = await TestTenant.MakeAsync(installation);
        var counted = await company.ProgramAsync(Role.Owner);
        using var free = without.Bare(company.Host);
        free.DefaultRequestHeaders.Authorization = counted.DefaultRequestHeaders.Authorization;
        var times = new[] { new List<double>(), new List<double>() };
        for (var n = 0; n < 3000; n++)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            using (await (n % 2 == 0 ? counted : free).GetAsync(Me)) { }
            if (n >= 1000) times[n % 2].Add(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
        var (with, bare) = (times[0].Order().ElementAt(500), times[1].Order().ElementAt(500));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"counted {with:0} µs, not counted {bare:0} µs (medians)"));
        Assert.True(with < bare * 1.5, $"counted {with} µs, not counted {bare} µs");
        await without.StopAsync();
    }

    private Dictionary<string, string?> Settings(params (string Name, string Value)[] limits)
    {
        var settings = installation.Settings.ToDictionary();
        foreach (var (name, value) in limits) settings["RateLimits:" + name] = value;
        return settings;
    }

    private Task<TestApp> WithAsync(params (string Name, string Value)[] limits) => Task.FromResult(new TestApp(Settings(limits)));

    /// <summary>No demo company: those are wide.</summary>
    private async Task<TestTenant> MakeAsync(TestApp app)
    {
        var company = await TestTenant.MakeAsync(app);
        await using var platform = NpgsqlDataSource.Create(installation.Postgres.Platform);
        await using var plain = platform.CreateCommand($"update app.tenants set demo = false where tenant_id = '{company.Id}'");
        await plain.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return company;
    }

    private static int Number(HttpResponseMessage answer, string header) => int.Parse(answer.Headers.GetValues(header).Single(), CultureInfo.InvariantCulture);
}
