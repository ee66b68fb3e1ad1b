using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Web.Access;
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
