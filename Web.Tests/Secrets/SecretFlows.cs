using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Access.Risk;
using Web.Access.TwoFactor;
using Web.Tests.Access.ApiKeys;
using Web.Tests.Access.TwoFactor;
using Web.Tests.Crm;
using Web.Tests.Insights.Assistant.Models;
using Web.Tests.Insights.Superset;
using Web.Tests.Operations;
using Web.Tests.Support;

namespace Web.Tests.Secrets;

/// <summary>Does everything that handles a secret, and writes down each one that it uses or is given.</summary>
internal sealed partial class SecretFlows : IAsyncDisposable
{
    private readonly List<Secret> secrets = [];
    private readonly SmtpPeer mail;
    private readonly FakeModel model;
    private readonly SupersetDouble superset;
    private readonly NpgsqlDataSource all;
    private readonly TestApp app;
    private TestTenant company = null!;

    private SecretFlows(TestInstallation installation, string database, Sinks sinks, SmtpPeer mail, FakeModel model, SupersetDouble superset, string password)
    {
        (this.mail, this.model, this.superset, all) = (mail, model, superset, Rows.All(installation, database));
        app = new TestApp(new Dictionary<string, string?>([.. installation.SettingsFor(database), .. Sinks.Finest])
        {
            ["Mail:Host"] = "localhost", ["Mail:Port"] = string.Create(CultureInfo.InvariantCulture, $"{mail.Port}"), ["Mail:From"] = "no-reply@mail.example", ["Mail:Tls"] = "none", ["Mail:User"] = "postman", ["Mail:Password"] = password,
            ["LanguageModel:CompaniesMayUseHttp"] = "true", ["LanguageModel:CompaniesMayUsePrivateAddresses"] = "true", ["LanguageModel:CompanyPorts"] = "*",
            ["Superset:Url"] = superset.Url, ["Superset:Username"] = SupersetDouble.Username, ["Superset:Password"] = SupersetDouble.Password,
            ["Superset:DatabaseUri"] = $"postgresql+psycopg2://tenant_{{tenant}}:{Keep("connection that Superset is given", Word())}@db:5432/app",
        }, sinks.Tap);
        Keep("password of the mail server", password);
        Keep("password of Superset", SupersetDouble.Password);
        Keep("master key", installation.Postgres.MasterKey);
        foreach (var connection in new[] { installation.Postgres.Process, installation.Postgres.Owner, installation.Postgres.Platform }) Keep("password of the database", new NpgsqlConnectionStringBuilder(connection).Password!);
        Keep("password", TestTenant.Password);
    }

    public IReadOnlyList<Secret> Secrets => secrets;

    public static async Task<SecretFlows> StartAsync(TestInstallation installation, string database, Sinks sinks)
    {
        var password = Word();
        return new(installation, database, sinks, await SmtpPeer.StartAsync(0, ("SMTP_USER", "postman"), ("SMTP_PASSWORD", password)), await FakeModel.StartAsync(), await SupersetDouble.StartAsync(), password);
    }

    public async Task RunAsync()
    {
        await SignUpAsync();
        company = await TestTenant.MakeAsync(app);
        await SignInAsync();
        await TokensAsync();
        await ResetAsync();
        await InviteAsync();
        await AuthenticatorAsync();
        await PasskeyAsync();
        await HeldByMailAsync();
        await ApiKeyAsync();
        await LanguageModelAsync();
        await SupersetAsync();
        await FaultsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await all.DisposeAsync();
        await mail.DisposeAsync();
        await model.DisposeAsync();
        await superset.DisposeAsync();
    }

    private async Task SignUpAsync()
    {
        var (slug, word) = ($"s{Guid.NewGuid():N}"[..20], Keep("password of a sign-up", Word()));
        var browser = new Browser(app.At("localhost"));
        (string, string)[] fields = [("company", "Halden Optics"), ("name", "Nora Lind"), ("email", "nora@example.com"), ("password", word), ("slug", slug)];
        await RefusedAsync(await browser.SubmitAsync(await browser.OpenAsync("/sign-up"), "/sign-up", [.. fields[..2], ("email", "no address"), .. fields[3..]]));
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/sign-up"), "/sign-up", fields));
        var door = new Browser(app.At($"{slug}.localhost"));
        var link = await LinkAsync("nora@example.com", "link that proves an address");
        KeepCookies("cookie of a session", await DoneAsync(await door.SubmitAsync(await door.OpenAsync(link), "/prove-address")));
        await door.Client.GetAsync(link);
    }

    private async Task SignInAsync()
    {
        foreach (var email in new[] { TestTenant.EmailOf(Role.Owner), "nobody-here@example.com" })
        {
            var wrong = Keep("password of somewhere else", Word());
            await RefusedAsync(await new Browser(company.Anonymous()).TrySignInAsync(email, wrong));
            await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email, password = wrong }));
            await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email, password = new[] { wrong } })); // of a shape that nobody reads
            await RefusedAsync(await company.Anonymous().PostAsync("/api/v1/tenant/auth/login", new StringContent($"{{\"email\": \"{email}\", \"password\": \"{wrong}", MediaTypeHeaderValue.Parse("application/json"))));
        }
        var browser = await BrowserAsync(Role.Owner);
        var (page, fresh) = (await browser.OpenAsync("/settings/password"), Keep("new password", Word()));
        await RefusedAsync(await browser.SubmitAsync(page, "/settings/password", ("current", Keep("password of somewhere else", Word())), ("password", fresh)));
        await RefusedAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/confirm"), "/settings/confirm", ("password", Keep("password of somewhere else", Word()))));
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/confirm"), "/settings/confirm", ("password", TestTenant.Password)));
        var member = await BrowserAsync(Role.Manager);
        await DoneAsync(await member.SubmitAsync(await member.OpenAsync("/settings/password"), "/settings/password", ("current", TestTenant.Password), ("password", fresh)));
    }

    private async Task TokensAsync()
    {
        var program = company.Anonymous();
        var first = await JsonAsync(await program.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Owner), password = TestTenant.Password }));
        var (access, refresh) = (Keep("access token", first.GetProperty("access_token").GetString()!), Keep("refresh token", first.GetProperty("refresh_token").GetString()!));
        var next = await JsonAsync(await program.PostAsJsonAsync("/api/v1/tenant/auth/refresh", new { refresh_token = refresh }));
        Keep("access token", next.GetProperty("access_token").GetString()!);
        Keep("refresh token", next.GetProperty("refresh_token").GetString()!);
        await RefusedAsync(await program.PostAsJsonAsync("/api/v1/tenant/auth/refresh", new { refresh_token = refresh })); // used before: somebody has stolen one of them
        program.DefaultRequestHeaders.Authorization = new("Bearer", access[..^4] + "AAAA");
        await RefusedAsync(await program.GetAsync("/api/v1/tenant/auth/me"));
        using var apex = app.Bare("localhost");
        apex.DefaultRequestHeaders.Authorization = new("Bearer", access);
        await apex.GetAsync("/api/v1/tenant/auth/me");
    }

    private async Task ResetAsync()
    {
        var address = TestTenant.EmailOf(Role.Viewer);
        var browser = new Browser(company.Anonymous());
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), "/forgot-password", ("email", address)));
        var link = await LinkAsync(address, "link that resets a password");
        var (token, word) = (QueryOf(link), Keep("password after a reset", Word()));
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/reset_password", new { token = token + "x", password = word }));
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/reset_password", new { token, password = "short" }));
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync(link), "/reset-password", ("password", word)));
        await browser.Client.GetAsync(link);
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/reset_password", new { token, password = word }));
    }

    private async Task InviteAsync()
    {
        var owner = await company.ProgramAsync(Role.Owner);
        await DoneAsync(await owner.PostAsJsonAsync("/api/v1/tenant/users", new { email = "ito@example.com", role = "member" }));
        var link = await LinkAsync("ito@example.com", "link of an invitation");
        var browser = new Browser(company.Anonymous());
        await RefusedAsync(await browser.Client.GetAsync(link + "x"));
        await RefusedAsync(await browser.SubmitAsync(await browser.OpenAsync(link), link, ("name", ""), ("password", Keep("password of an invitation", Word()))));
        KeepCookies("cookie of a session", await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync(link), link, ("name", "Ito Ren"), ("password", Keep("password of an invitation", Word())))));
        await RefusedAsync(await company.Anonymous().GetAsync(link));
        await DoneAsync(await owner.PostAsJsonAsync("/api/v1/tenant/users", new { email = "nobody@example.com", role = "member" })); // whom the mail server does not know
        string? kept = null;
        await Eventually.TrueAsync(async () => (kept = (string?)await Rows.ScalarAsync(all, "select content::text from app.letters where address = 'nobody@example.com' and status = 'failed'")) is not null);
        Keep("link that could not be delivered", InvitationLink().Match(kept!).Groups["token"].Value);
    }

    private async Task AuthenticatorAsync()
    {
        var browser = await BrowserAsync(Role.Analyst);
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/security"), "/settings/security?handler=begin"));
        var page = await browser.OpenAsync("/settings/security/authenticator");
        var letters = page.QuerySelector("#manual-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var key = Base32.Decode(letters);
        secrets.Add(Secret.Of("authenticator key", letters, key));
        await RefusedAsync(await browser.SubmitAsync(page, "/settings/security/authenticator", ("code", "000000")));
        var confirmed = await DoneAsync(await browser.SubmitAsync(page, "/settings/security/authenticator", ("code", TimeCode.At(key, TimeCode.StepOf(DateTimeOffset.UtcNow)))));
        KeepCookies("cookie of a session", confirmed);
        var codes = await CodesOfAsync(confirmed);
        var login = new { email = TestTenant.EmailOf(Role.Analyst), password = TestTenant.Password };
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", login));
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { login.email, login.password, code = codes[0][..^1] + (codes[0][^1] == 'A' ? 'B' : 'A') }));
        var tokens = await JsonAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { login.email, login.password, code = codes[0] }));
        Keep("access token", tokens.GetProperty("access_token").GetString()!);
        var second = new Browser(company.Anonymous());
        KeepCookies("cookie of a first step", await second.TrySignInAsync(login.email, login.password));
        await RefusedAsync(await second.SubmitAsync(await second.OpenAsync("/sign-in/second-factor"), "/sign-in/second-factor", ("code", codes[0])));
        KeepCookies("cookie of a session", await DoneAsync(await second.SubmitAsync(await second.OpenAsync("/sign-in/second-factor"), "/sign-in/second-factor", ("code", codes[1]))));
        await CodesOfAsync(await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/security/codes"), "/settings/security/codes")));
    }

    private async Task<IReadOnlyList<string>> CodesOfAsync(HttpResponseMessage answer)
    {
        List<string> codes = [.. new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll(".codes code").Select(code => code.TextContent)];
        Assert.Equal(RecoveryCode.Count, codes.Count);
        foreach (var code in codes.SelectMany(code => new[] { code, code.Replace("-", "", StringComparison.Ordinal) })) Keep("recovery code", code);
        return codes;
    }

    private async Task PasskeyAsync()
    {
        using var device = new SoftAuthenticator(company.Host);
        await DoneAsync(await PasskeyTests.AddAsync(await BrowserAsync(Role.Member), device));
        KeepCookies("cookie of a session", await DoneAsync(await PasskeyTests.SignInAsync(new Browser(company.Anonymous()), device)));
        device.VerifiesUser = false;
        await RefusedAsync(await PasskeyTests.SignInAsync(new Browser(company.Anonymous()), device));
    }

    private async Task HeldByMailAsync()
    {
        await company.WorkAsync(db =>
        {
            db.RiskRules.Add(RiskRules.Begin(DateTimeOffset.UtcNow)).Entity.Set(null, RiskLevel.Medium, null, DateTimeOffset.UtcNow);
            return Task.FromResult(true);
        });
        var browser = new Browser(company.Anonymous());
        KeepCookies("cookie of a first step", await browser.TrySignInAsync(TestTenant.EmailOf(Role.Compliance), TestTenant.Password));
        var link = await LinkAsync(TestTenant.EmailOf(Role.Compliance), "link that ends a sign-in");
        var stranger = new Browser(company.Anonymous());
        await RefusedAsync(await stranger.SubmitAsync(await stranger.OpenAsync(link), "/sign-in/mail"));
        KeepCookies("cookie of a session", await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync(link), "/sign-in/mail")));
        await company.WorkAsync(db => db.RiskRules.ExecuteDeleteAsync());
    }

    private async Task ApiKeyAsync()
    {
        var owner = await company.ProgramAsync(Role.Owner);
        owner.DefaultRequestHeaders.Add("Idempotency-Key", "one key");
        var (key, made) = await ApiKeysTests.MakeAsync(owner, new { name = "Reports" });
        Keep("API key", key);
        using var caller = app.Bare(company.Host);
        caller.DefaultRequestHeaders.Add("X-API-Key", key);
        await DoneAsync(await caller.GetAsync("/api/v1/accounts"));
        await RefusedAsync(await caller.PostAsJsonAsync("/api/v1/accounts", new { name = "" }));
        await DoneAsync(await owner.DeleteAsync($"/api/v1/tenant/api-keys/{made.GetProperty("id").GetString()}"));
        await Eventually.TrueAsync(async () => (await caller.GetAsync("/api/v1/accounts")).StatusCode == HttpStatusCode.Unauthorized);
    }

    /// <summary>A model that says back what it was sent, the key with it, as an error.</summary>
    private async Task LanguageModelAsync()
    {
        await company.PipelineAsync();
        var key = Keep("key of a language model", Word());
        var script = model.Plays(context => FakeModel.WriteAsync(context, JsonSerializer.Serialize(new { error = new { message = $"Wrong key: {context.Request.Headers.Authorization}" } }), status: 401));
        var browser = await BrowserAsync(Role.Owner);
        (string, string)[] wish = [("source", "own"), ("provider", "openai"), ("model", "m"), ("key", key), ("seconds", "8"), ("share", "true")];
        await RefusedAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/assistant"), "/settings/assistant", [.. wish, ("endpoint", "no address")]));
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/assistant"), "/settings/assistant", [.. wish, ("endpoint", script.Endpoint)]));
        await browser.SubmitAsync(await browser.OpenAsync("/settings/assistant"), "/settings/assistant?handler=try");
        await (await company.ProgramAsync(Role.Owner)).PostAsJsonAsync("/api/v1/charts/ask", new { utterance = "What do the stars say of our deals in autumn?", locale = "en" });
        Assert.NotEmpty(script.Heard);
    }

    private async Task SupersetAsync()
    {
        var owner = await company.ProgramAsync(Role.Owner);
        await Bed.PushAsync(owner, await Bed.SaveAsync(owner));
        Assert.NotEmpty(superset.Things);
    }

    /// <summary>The database fails in the midst of what writes a secret down.</summary>
    private async Task FaultsAsync()
    {
        var browser = await BrowserAsync(Role.Admin);
        var page = await browser.OpenAsync("/settings/password");
        await Rows.ScalarAsync(all, """
            create function public.planted() returns trigger language plpgsql as $$ begin raise exception 'planted: %', new; end $$;
            create trigger planted before update on app.members for each row when (old.password_hash is distinct from new.password_hash) execute function public.planted();
            create trigger planted before insert on app.sessions for each row execute function public.planted();
            select 1
            """);
        var owner = await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Owner), password = TestTenant.Password }));
        Assert.Equal(HttpStatusCode.InternalServerError, owner.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await browser.SubmitAsync(page, "/settings/password", ("current", TestTenant.Password), ("password", Keep("new password", Word())))).StatusCode);
        await RefusedAsync(await new Browser(company.Anonymous()).TrySignInAsync(TestTenant.EmailOf(Role.Owner), TestTenant.Password));
    }

    private async Task<Browser> BrowserAsync(Role role)
    {
        var browser = await company.BrowserAsync(role);
        Keep("cookie of a session", browser.SessionCookie.Split('=', 2)[1]);
        return browser;
    }

    /// <summary>The link of the letter to somebody, as it came out of the mail server; its secret is kept.</summary>
    private async Task<string> LinkAsync(string address, string name)
    {
        string? link = null;
        await Eventually.TrueAsync(() => Task.FromResult((link = mail.Letters.LastOrDefault(letter => letter.To == address && Link().IsMatch(letter.Text)) is { } letter ? new Uri(Link().Match(letter.Text).Value).PathAndQuery : null) is not null));
        Keep(name, link!.Contains('=', StringComparison.Ordinal) ? QueryOf(link) : link[(link.LastIndexOf('/') + 1)..]);
        return link!;
    }

    private string Keep(string name, string text)
    {
        secrets.Add(Secret.Of(name, text));
        return text;
    }

    private void KeepCookies(string name, HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.GetValues("Set-Cookie").Where(cookie => !cookie.Contains("antiforgery", StringComparison.Ordinal)).Select(cookie => cookie.Split(';')[0].Split('=', 2)[1]).Where(value => value.Length > 20)) Keep(name, cookie);
    }

    private static async Task<HttpResponseMessage> DoneAsync(HttpResponseMessage answer)
    {
        Assert.True((int)answer.StatusCode < 400, $"{answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }

    private static Task<HttpResponseMessage> RefusedAsync(HttpResponseMessage answer)
    {
        Assert.True((int)answer.StatusCode >= 400, $"{answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}");
        return Task.FromResult(answer);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await (await DoneAsync(answer)).Content.ReadFromJsonAsync<JsonElement>();

    private static string Word() => $"canary-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    private static string QueryOf(string link) => link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

    [GeneratedRegex(@"http://[^\s<>""]+(token=|invitations/)[A-Za-z0-9_-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("invitations/(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InvitationLink();
}
