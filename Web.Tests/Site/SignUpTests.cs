using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Data;
using Web.Mail;
using Web.Site.SignUp;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.Site;

public sealed class SignUpTests(TestInstallation installation) : IAsyncDisposable
{
    private const string Password = "vermilion otter on a kite", Address = "nora@example.com";
    private readonly List<TestApp> apps = [];
    private readonly string slug = $"s{Guid.NewGuid():N}"[..20];

    [Theory]
    [InlineData("en", "Check your mail", "Open Halden Optics", "First steps", "Sales")]
    [InlineData("ja", "メールを確かめてください", "Halden Optics を開いてください", "はじめにすること", "営業")]
    public async Task A_company_signs_up_proves_itself_once_and_starts(string language, string heading, string subject, string steps, string pipeline)
    {
        var app = installation.App;
        var made = await SignUpAsync(app, language);
        Assert.Contains(heading, made);
        var tenant = await TenantAsync(app);
        Assert.Equal((TenantStatus.Unproven, language, language == "ja" ? "JPY" : "USD"), (tenant.Status, tenant.Locale, tenant.Currency));

        var browser = new Browser(app.At($"{slug}.localhost"));
        Assert.Contains(heading, (await browser.OpenAsync("/sign-in")).Body!.TextContent);
        Assert.Equal("/sign-in", (await browser.Client.GetAsync("/")).Headers.Location?.OriginalString);
        var refused = await browser.Client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = Address, password = Password });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        var link = await LinkAsync(app, tenant, subject);
        var page = await browser.OpenAsync(link);
        await browser.OpenAsync(link); // a program that reads letters looks at links
        Assert.Equal(TenantStatus.Unproven, (await TenantAsync(app)).Status);
        var proven = await browser.SubmitAsync(page, "/prove-address");
        Assert.Equal("/", proven.Headers.Location?.OriginalString);
        var home = (await browser.OpenAsync("/")).Body!.TextContent;
        Assert.Contains(steps, home);
        Assert.Contains(pipeline, (await browser.OpenAsync("/deals/board")).Body!.TextContent);
        var other = await new Browser(app.At($"{slug}.localhost")).TrySignInAsync(Address, Password);
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        Assert.Equal("/sign-in", (await app.At($"{slug}.localhost").GetAsync(link)).Headers.Location?.OriginalString);
    }

    /// <summary>The browser says where its clock is; what it says is looked at, and nobody has to believe it.</summary>
    [Theory]
    [InlineData("en", "Europe/Paris", "Europe/Paris")]
    [InlineData("en", "", "Etc/UTC")]
    [InlineData("en", "Mars/Olympus", "Etc/UTC")]
    [InlineData("en", "../../etc/passwd", "Etc/UTC")]
    [InlineData("en", "Tokyo Standard Time", "Etc/UTC")]
    [InlineData("ja", "Europe/Paris", "Asia/Tokyo")]
    public async Task The_time_zone_comes_from_the_browser_in_English(string language, string said, string kept)
    {
        Assert.Equal(HttpStatusCode.OK, (await TrySignUpAsync(installation.App, language, ("time_zone", said))).StatusCode);
        Assert.Equal(kept, (await TenantAsync(installation.App)).TimeZone);
    }

    [Fact]
    public async Task Sample_data_is_there_when_it_was_asked_for_and_goes_from_the_first_page()
    {
        Assert.Equal(HttpStatusCode.OK, (await TrySignUpAsync(installation.App, "en", ("sample", "true"))).StatusCode);
        var tenant = await TenantAsync(installation.App);
        var browser = new Browser(installation.App.At($"{slug}.localhost"));
        await browser.SubmitAsync(await browser.OpenAsync(await LinkAsync(installation.App, tenant, "Open Halden")), "/prove-address");
        await Eventually.TrueAsync(async () => (await browser.OpenAsync("/")).QuerySelector("form[action='/settings/sample?handler=remove']") is not null);
        Assert.NotEmpty((await browser.OpenAsync("/deals")).QuerySelectorAll("tbody tr"));
        await browser.SubmitAsync(await browser.OpenAsync("/"), "/settings/sample?handler=remove");
        Assert.Empty((await browser.OpenAsync("/deals")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Steps_are_read_from_the_data_and_can_be_sent_away()
    {
        var browser = await StartedAsync(installation.App);
        var home = await browser.OpenAsync("/");
        Assert.Equal(["Invite a colleague", "Bring your data", "Ask your first chart", "Secure your account", "Name your pipeline"], home.QuerySelectorAll(".start-name").Select(name => name.TextContent));
        foreach (var step in home.QuerySelectorAll(".start-name")) await browser.OpenAsync(step.GetAttribute("href")!);
        Assert.Empty(home.QuerySelectorAll(".start-step.done"));
        var pipelines = await browser.OpenAsync("/settings/pipelines");
        await browser.SubmitAsync(pipelines, "/settings/pipelines", ("name", "Optics"));
        home = await browser.OpenAsync("/");
        Assert.Equal("Name your pipeline", Assert.Single(home.QuerySelectorAll(".start-step.done .start-name")).TextContent);
        await browser.SubmitAsync(home, "/start/dismiss");
        Assert.Null((await browser.OpenAsync("/")).QuerySelector(".start"));
    }

    [Fact]
    public async Task Whoever_proved_the_address_is_known_in_that_browser()
    {
        var browser = await StartedAsync(installation.App);
        await browser.SubmitAsync(await browser.OpenAsync("/"), "/sign-out");
        await browser.SignInAsync(Address, Password);
        await using var all = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        var reasons = (string[])(await ScalarAsync(all, $"select risk_reasons from app.audit_entries where tenant_id = '{(await TenantAsync(installation.App)).Id}' and event_type = 'auth.signed_in' order by id desc limit 1"))!;
        Assert.DoesNotContain("new_device", reasons);
        Assert.Contains("no_second_factor", reasons);
    }

    [Fact]
    public async Task A_new_letter_ends_the_link_of_the_old_one()
    {
        await SignUpAsync(installation.App, "en");
        var tenant = await TenantAsync(installation.App);
        var first = await LinkAsync(installation.App, tenant, "Open Halden");
        var browser = new Browser(installation.App.At($"{slug}.localhost"));
        await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), "/prove-address/again");
        var second = await LinkAsync(installation.App, tenant, "Open Halden", not: first);
        Assert.Contains("too old", (await browser.OpenAsync(first)).Body!.TextContent);
        Assert.Equal("/", (await browser.SubmitAsync(await browser.OpenAsync(second), "/prove-address")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_each_field_and_nothing_is_made()
    {
        var browser = new Browser(installation.App.At("localhost"));
        var answer = await browser.SubmitAsync(await browser.OpenAsync("/sign-up"), "/sign-up", ("company", ""), ("slug", "admin"), ("name", "N"), ("email", "nora"), ("password", "password123"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Contains("This is needed", page.QuerySelector("#company-error")!.TextContent);
        Assert.Contains("kept for the service", page.QuerySelector("#address-state")!.TextContent);
        Assert.Contains("name@example.com", page.QuerySelector("#email-error")!.TextContent);
        Assert.Contains("one of the first", page.QuerySelector("#password-error")!.TextContent);
        Assert.Equal("", page.QuerySelector("#password")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData("admin", "kept for the service")]
    [InlineData("A b", "lower-case letters")]
    [InlineData("a--b", "lower-case letters")]
    [InlineData("free-for-all-of-us", "is free")]
    [InlineData("", "2 to 40")]
    public async Task An_address_is_checked_while_it_is_typed(string typed, string said)
    {
        using var client = installation.App.At("localhost");
        Assert.Contains(said, await client.GetStringAsync($"/sign-up/address?slug={Uri.EscapeDataString(typed)}"));
        var taken = await TestTenant.MakeAsync(installation);
        Assert.Contains("another company", await client.GetStringAsync($"/sign-up/address?slug={taken.Tenant.Slug}"));
    }

    [Theory]
    [InlineData("Halden Optics Ltd.", "halden-optics")]
    [InlineData("Café Ökö GmbH", "cafe-oko")]
    [InlineData("青葉計測株式会社", null)]
    [InlineData("Admin", null)]
    [InlineData("  A Very Long Name of a Company That Goes On and On", "a-very-long-name-of-a-company")]
    public void A_name_gives_an_idea_of_an_address(string name, string? idea) => Assert.Equal(idea, Web.Kernel.Slug.IdeaFor(name));

    [Fact]
    public async Task Of_many_who_want_one_address_one_gets_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TrySignUpAsync(installation.App, "en")));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity));
    }

    /// <summary>Whatever breaks on the way, nothing of the company is there.</summary>
    [Fact]
    public async Task A_company_is_made_whole_or_not_at_all()
    {
        var (app, superuser) = await ServeAsync();
        await using var all = NpgsqlDataSource.Create(superuser);
        foreach (var table in new[] { "members", "pipelines", "stages", "guided_starts", "audit_entries", "one_time_links", "letters", "jobs" })
        {
            await ExecuteAsync(all, $"create or replace function public.break() returns trigger language plpgsql as 'begin raise exception ''broken''; end'; create trigger break before insert on app.{table} for each row execute function public.break()");
            Assert.Equal(HttpStatusCode.InternalServerError, (await TrySignUpAsync(app, "en")).StatusCode);
            await ExecuteAsync(all, $"drop trigger break on app.{table}");
            Assert.Equal([], await LeftAsync(all));
        }
        Assert.Equal(HttpStatusCode.OK, (await TrySignUpAsync(app, "en")).StatusCode);
    }

    [Fact]
    public async Task An_instance_killed_half_way_leaves_nothing()
    {
        var database = await installation.CopyAsync(installation.Fresh);
        await using var all = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(installation.Postgres.Superuser(database)) { Pooling = false }.ConnectionString);
        await ExecuteAsync(all, "create function public.wait() returns trigger language plpgsql as 'begin perform pg_sleep(600); return new; end'; create trigger wait before insert on app.letters for each row execute function public.wait()");
        await using (var process = await AppProcess.StartAsync(installation.SettingsFor(database)))
        {
            using var client = process.At("localhost");
            var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/sign-up", TestContext.Current.CancellationToken));
            var fields = Fields.Append(new("slug", slug)).Append(new("__RequestVerificationToken", page.QuerySelector("form[action='/sign-up'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
            var sent = client.PostAsync("/sign-up", new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
            await Eventually.TrueAsync(async () => (long)(await ScalarAsync(all, $"select count(*) from pg_stat_activity where datname = '{database}' and wait_event = 'PgSleep'"))! == 1);
            await process.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => sent);
        }
        await ExecuteAsync(all, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}' and wait_event = 'PgSleep'");
        Assert.Equal([], await LeftAsync(all));
    }

    [Fact]
    public async Task Who_never_proves_the_address_is_erased_after_a_week_and_nobody_else()
    {
        var (app, superuser) = await ServeAsync();
        await using var all = NpgsqlDataSource.Create(superuser);
        Assert.Equal(HttpStatusCode.OK, (await TrySignUpAsync(app, "en")).StatusCode);
        var tenant = await TenantAsync(app);
        var neighbour = await TestTenant.MakeAsync(app);
        var before = await CountAsync(all, neighbour.Id);
        await EraseAsync(app, tenant);
        Assert.NotNull(await app.Services.GetRequiredService<TenantDirectory>().FindAsync(tenant.Id, default)); // too early
        await ExecuteAsync(all, $"update app.tenants set created_at = created_at - interval '8 days' where tenant_id in ('{tenant.Id}', '{neighbour.Id}')");
        foreach (var one in new[] { tenant, neighbour.Tenant }) await EraseAsync(app, one);
        Assert.Equal(0, await CountAsync(all, tenant.Id));
        Assert.Equal(before, await CountAsync(all, neighbour.Id));
        await Eventually.TrueAsync(async () => (await app.At($"{slug}.localhost").GetAsync("/sign-in")).StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sign_ups_from_one_network_are_limited()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = new Uri($"http://127.0.0.1:{installation.ServedPort}"), DefaultRequestHeaders = { Host = "localhost" } };
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/sign-up", TestContext.Current.CancellationToken));
        var token = page.QuerySelector("form[action='/sign-up'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 12; i++)
        {
            var fields = Fields.Append(new("slug", string.Create(CultureInfo.InvariantCulture, $"{slug}-{i}"))).Append(new("__RequestVerificationToken", token));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-up") { Content = new FormUrlEncodedContent(fields), Headers = { { "X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"203.0.113.{i}") } } };
            answers.Add((await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        }
        Assert.Equal(10, answers.Count(answer => answer == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps) await app.StopAsync();
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields => [new("company", "Halden Optics"), new("name", "Nora Lind"), new("email", Address), new("password", Password)];

    private async Task<(TestApp App, string Superuser)> ServeAsync()
    {
        var database = await installation.CopyAsync(installation.Fresh);
        var app = new TestApp(new Dictionary<string, string?>(installation.SettingsFor(database)) { ["Jobs:Workers"] = "0" });
        apps.Add(app);
        return (app, new NpgsqlConnectionStringBuilder(installation.Postgres.Superuser(database)) { Pooling = false }.ConnectionString);
    }

    private async Task<HttpResponseMessage> TrySignUpAsync(TestApp app, string language, params (string Name, string Value)[] more)
    {
        var client = app.At("localhost");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var browser = new Browser(client);
        return await browser.SubmitAsync(await browser.OpenAsync("/sign-up"), "/sign-up", [.. Fields.Select(field => (field.Key, field.Value)), ("slug", slug), .. more]);
    }

    private async Task<string> SignUpAsync(TestApp app, string language)
    {
        var answer = await TrySignUpAsync(app, language);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<Browser> StartedAsync(TestApp app)
    {
        await SignUpAsync(app, "en");
        var browser = new Browser(app.At($"{slug}.localhost"));
        await browser.SubmitAsync(await browser.OpenAsync(await LinkAsync(app, await TenantAsync(app), "Open Halden")), "/prove-address");
        return browser;
    }

    private async Task<Tenant> TenantAsync(TestApp app) => await app.Services.GetRequiredService<TenantDirectory>().FindAsync(slug, TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("There is no such company.");

    private static async Task<string> LinkAsync(TestApp app, Tenant tenant, string subject, string? not = null)
    {
        string? link = null;
        await Eventually.TrueAsync(async () =>
        {
            await using var services = app.Services.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
            var db = services.ServiceProvider.GetRequiredService<AppDb>();
            await using var work = await db.BeginAsync(readOnly: true, default);
            var letter = await db.Letters.AsNoTracking().Where(one => one.Subject.StartsWith(subject)).OrderByDescending(one => one.PostedAt).FirstOrDefaultAsync();
            link = letter is null ? null : new Uri(letter.Words!.Link!).PathAndQuery;
            return link is not null && link != not;
        });
        return link!;
    }

    private static async Task EraseAsync(TestApp app, Tenant tenant)
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        await services.ServiceProvider.GetRequiredService<UnprovenWork>().RunAsync(null!, TestContext.Current.CancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every table that holds a row of any company.</summary>
    private static async Task<IReadOnlyList<string>> LeftAsync(NpgsqlDataSource source)
    {
        List<string> left = [];
        foreach (var table in await TablesAsync(source))
            if ((long)(await ScalarAsync(source, $"select count(*) from {table}"))! > 0) left.Add(table);
        return left;
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, Guid tenant)
    {
        var sum = 0L;
        foreach (var table in await TablesAsync(source)) sum += (long)(await ScalarAsync(source, $"select count(*) from {table} where tenant_id = '{tenant}'"))!;
        return sum;
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> tables = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) tables.Add(reader.GetString(0));
        return tables;
    }
}
