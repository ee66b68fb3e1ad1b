using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Web.Access;
using Web.Insights.Datasets.Values;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests;

/// <summary>Two instances of the app on one database know the same, soon enough.</summary>
public sealed class ManyInstancesTests(TestInstallation installation, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Me = "/api/v1/tenant/auth/me";
    private TestApp other = null!;

    public ValueTask InitializeAsync()
    {
        other = new TestApp(installation.Settings);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await other.StopAsync();

    [Fact]
    public async Task A_cookie_and_a_token_of_one_are_good_at_the_other_until_they_are_ended()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Owner);
        using var elsewhere = other.Bare(company.Host);
        elsewhere.DefaultRequestHeaders.Add("Cookie", browser.SessionCookie);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(Me, TestContext.Current.CancellationToken)).StatusCode);
        using var program = other.Bare(company.Host);
        program.DefaultRequestHeaders.Authorization = (await company.ProgramAsync(Role.Owner)).DefaultRequestHeaders.Authorization;
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Me, TestContext.Current.CancellationToken)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/settings/preferences", "/sign-out", fragment: false)).StatusCode);
        await WithinAsync(6, async () => (await elsewhere.GetAsync(Me, TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Me, TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>How long each credential lives on after "deactivate" was pressed; the last of them is printed.</summary>
    [Fact]
    public async Task Who_is_deactivated_at_one_is_out_at_both_with_every_credential()
    {
        var company = await TestTenant.MakeAsync(installation);
        var stop = TestContext.Current.CancellationToken;
        var login = await (await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Analyst), password = TestTenant.Password }, stop)).Content.ReadFromJsonAsync<JsonElement>(stop);
        var cookie = (await company.BrowserAsync(Role.Analyst)).SessionCookie;
        using var owner = await company.ProgramAsync(Role.Owner);
        var clock = new Stopwatch();
        List<(string What, Func<Task> Dead)> credentials = [];
        foreach (var (name, app) in new[] { ("here", installation.App), ("there", other) })
        {
            var (browser, program) = (app.Bare(company.Host), app.Bare(company.Host));
            browser.DefaultRequestHeaders.Add("Cookie", cookie);
            program.DefaultRequestHeaders.Authorization = new("Bearer", login.GetProperty("access_token").GetString());
            foreach (var (kind, client) in new[] { ("cookie", browser), ("access token", program) })
            {
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Me, stop)).StatusCode);
                credentials.Add(($"{kind} {name}", () => GoneAsync(client)));
            }
            var stream = await EventReader.OpenAsync(browser);
            credentials.Add(($"open page {name}", () => stream.Ended.WaitAsync(TimeSpan.FromSeconds(10), stop)));
        }
        clock.Start();
        var changed = await owner.PatchAsJsonAsync($"/api/v1/tenant/users/{company.People[Role.Analyst]}", new { active = false }, stop);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var answered = clock.Elapsed;
        var died = await Task.WhenAll(credentials.Select(async one =>
        {
            await one.Dead();
            return (one.What, At: clock.Elapsed);
        }));
        using var refreshed = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/refresh", new { refresh_token = login.GetProperty("refresh_token").GetString() }, stop);
        Assert.Equal(HttpStatusCode.Unauthorized, refreshed.StatusCode);
        output.WriteLine($"deactivate answered after {answered.TotalMilliseconds:0} ms; dead after: {string.Join(", ", died.OrderBy(one => one.At).Select(one => $"{one.What} {one.At.TotalMilliseconds:0} ms"))}");
        Assert.InRange(died.Max(one => one.At), TimeSpan.Zero, TimeSpan.FromSeconds(10));

        async Task GoneAsync(HttpClient client)
        {
            while (true)
            {
                using var answer = await client.GetAsync(Me, stop);
                if (answer.StatusCode == HttpStatusCode.Unauthorized) return;
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), "still in after ten seconds");
            }
        }
    }

    [Fact]
    public async Task A_form_drawn_by_one_is_taken_by_the_other()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var drawn = await installation.App.Bare(company.Host).GetAsync("/sign-in", TestContext.Current.CancellationToken);
        var cookie = drawn.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await drawn.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .QuerySelector("form[action='/sign-in'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var elsewhere = other.Bare(company.Host);
        elsewhere.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await elsewhere.PostAsync("/sign-in", new FormUrlEncodedContent([new("email", TestTenant.EmailOf(Role.Owner)), new("password", TestTenant.Password), new("__RequestVerificationToken", form)]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_suspension_is_seen_by_both()
    {
        var company = await TestTenant.MakeAsync(installation);
        foreach (var app in new[] { installation.App, other }) Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, company));
        await using var platform = NpgsqlDataSource.Create(installation.Postgres.Platform);
        await using var suspend = platform.CreateCommand($"update app.tenants set status = 'suspended' where tenant_id = '{company.Id}'");
        await suspend.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        foreach (var app in new[] { installation.App, other }) await WithinAsync(5, async () => await StatusAsync(app, company) == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_person_who_is_renamed_and_a_stage_are_called_so_at_both()
    {
        var a = await Selling.MakeAsync(installation);
        await a.OpenAsync("Whose is it", 1_000);
        using var here = installation.App.Bare(a.Company.Host);
        using var there = other.Bare(a.Company.Host);
        foreach (var client in new[] { here, there })
        {
            client.DefaultRequestHeaders.Add("Cookie", (await a.Company.BrowserAsync(Role.Viewer)).SessionCookie);
            Assert.DoesNotContain("Renamed", await client.GetStringAsync("/deals", TestContext.Current.CancellationToken));
        }
        await using var platform = NpgsqlDataSource.Create(installation.Postgres.Platform);
        await using var rename = platform.CreateCommand(
            $"update app.members set name = 'Renamed person' where id = '{a.Company.People[Role.Member]}'; update app.stages set name = 'Renamed stage' where id = '{a.First.Id}'");
        await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        foreach (var client in new[] { here, there })
            await WithinAsync(5, async () => await client.GetStringAsync("/deals", TestContext.Current.CancellationToken) is var page && page.Contains("Renamed person", StringComparison.Ordinal) && page.Contains("Renamed stage", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_keeps_rows_and_values_no_longer_than_a_minute()
    {
        var a = await Selling.MakeAsync(installation);
        using var here = await a.Company.ProgramAsync(Role.Owner);
        using var there = other.Bare(a.Company.Host);
        there.DefaultRequestHeaders.Authorization = here.DefaultRequestHeaders.Authorization;
        await a.OpenAsync("First of all", 1_000);
        foreach (var client in new[] { here, there }) Assert.Contains("First of all", await client.GetStringAsync("/api/v1/datasets/crm_deals", TestContext.Current.CancellationToken));
        await a.OpenAsync("Second to none", 1_000);
        // Rows are never kept: a chart drawn by either shows the new deal at once; only the list of values may be a minute old.
        foreach (var client in new[] { here, there })
        {
            using var drawn = await client.PostAsJsonAsync("/api/v1/charts/render", new { query = new { chart_type = "bar", dataset = "crm_deals", dimensions = new[] { new { field = "name" } }, measures = new[] { new { aggregate = "count" } } } }, TestContext.Current.CancellationToken);
            Assert.Contains("Second to none", await drawn.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        Assert.InRange(ValueIndex.Known, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task What_one_changes_is_heard_at_the_other_and_a_stream_ends_with_its_session()
    {
        var a = await Selling.MakeAsync(installation);
        var browser = await a.Company.BrowserAsync(Role.Viewer);
        using var there = other.Bare(a.Company.Host);
        there.DefaultRequestHeaders.Add("Cookie", browser.SessionCookie);
        await using var stream = await EventReader.OpenAsync(there);
        var deal = await a.OpenAsync("Told here, heard there", 1_000);
        Assert.Equal(("deal", deal.Id), await stream.NextAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/settings/preferences", "/sign-out", fragment: false)).StatusCode);
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestApp app, TestTenant company)
    {
        using var answer = await app.Bare(company.Host).GetAsync("/sign-in", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task WithinAsync(int seconds, Func<Task<bool>> fact)
    {
        var until = DateTime.UtcNow.AddSeconds(seconds);
        while (!await fact())
        {
            Assert.True(DateTime.UtcNow < until, $"It did not come true within {seconds} seconds.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
