using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Access;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Insights.Superset;

/// <summary>An app that is connected to a double of its own, and companies in it.</summary>
internal sealed class Bed : IAsyncDisposable
{
    private readonly TestInstallation installation;
    private readonly TestApp app;

    private Bed(TestInstallation installation, SupersetDouble superset, TestApp app) => (this.installation, Superset, this.app) = (installation, superset, app);

    public SupersetDouble Superset { get; }

    public static async Task<Bed> MakeAsync(TestInstallation installation, params (string Name, string Value)[] more)
    {
        var superset = await SupersetDouble.StartAsync();
        Dictionary<string, string?> settings = new(installation.Settings)
        {
            ["Superset:Url"] = superset.Url,
            ["Superset:Username"] = SupersetDouble.Username,
            ["Superset:Password"] = SupersetDouble.Password,
            ["Superset:DatabaseUri"] = "postgresql+psycopg2://tenant_{tenant}:secret@db:5432/app",
            ["Superset:Timeout"] = "00:00:02",
        };
        foreach (var (name, value) in more) settings[name] = value;
        return new Bed(installation, superset, new TestApp(settings));
    }

    public async Task<(TestTenant Tenant, HttpClient Client)> CompanyAsync(Role role = Role.Owner)
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = app.At(tenant.Host);
        var login = await client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(role), password = TestTenant.Password });
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        return (tenant, client);
    }

    public async Task<Browser> BrowserAsync(TestTenant tenant, Role role)
    {
        var browser = new Browser(app.At(tenant.Host));
        await browser.SignInAsync(TestTenant.EmailOf(role), TestTenant.Password);
        return browser;
    }

    public static async Task<string> SaveAsync(HttpClient client, string? query = null, string title = "By status") => (await client.PostsAsync("charts", new
    {
        title,
        query = JsonSerializer.Deserialize<JsonElement>(query ?? """{"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"status"}],"measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"closed_on","op":"in_period","value":"this_year"}]}"""),
    })).Text("id");

    public static Task<JsonElement> PushAsync(HttpClient client, string id, HttpStatusCode expected = HttpStatusCode.OK) => client.PostsAsync($"charts/{id}/superset", new { }, expected);

    public int Count(string resource) => Superset.Things[resource].Count;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Superset.DisposeAsync();
    }
}
