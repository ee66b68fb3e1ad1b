using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Web.Access;
using Web.Insights.Assistant.Models;
using Web.Kernel;
using Web.Semantics;
using Web.Tests.Support;

namespace Web.Tests.Insights.Assistant.Models;

/// <summary>
/// The app beside a language model that is ours to script: companies may name addresses of this machine here. It also has a dataset
/// that only administrators may use, and keeps every line that it logs.
/// </summary>
public sealed class ModelHouse(TestInstallation installation) : IAsyncLifetime
{
    public const string ApplicationName = "model-house", Collection = "language models";
    private TestApp root = null!;
    private WebApplicationFactory<Program> app = null!;

    public FakeModel Model { get; private set; } = null!;

    public ConcurrentQueue<string> Logged { get; } = new();

    public IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        Model = await FakeModel.StartAsync();
        root = new TestApp(new Dictionary<string, string?>(installation.Settings)
        {
            ["ConnectionStrings:Database"] = new NpgsqlConnectionStringBuilder(installation.Postgres.Process) { ApplicationName = ApplicationName }.ConnectionString,
            ["LanguageModel:CompaniesMayUseHttp"] = "true",
            ["LanguageModel:CompaniesMayUsePrivateAddresses"] = "true",
            ["LanguageModel:CompanyPorts"] = "*",
        });
        app = root.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IDatasetProvider>(new Payroll());
            services.AddSingleton<ILoggerProvider>(new Lines(Logged));
            services.Configure<LoggerFilterOptions>(options => options.AddFilter<Lines>(null, LogLevel.Trace));
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await app.Services.GetRequiredService<IHost>().StopAsync();
        await app.DisposeAsync();
        await root.DisposeAsync();
        await Model.DisposeAsync();
    }

    public HttpClient At(TestTenant company) => app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri($"http://{company.Host}/"), AllowAutoRedirect = false, HandleCookies = true });

    public async Task<HttpClient> ProgramAsync(TestTenant company, Role role)
    {
        var client = At(company);
        var answer = await client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(role), password = TestTenant.Password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        return client;
    }

    public async Task<Browser> BrowserAsync(TestTenant company, Role role)
    {
        var browser = new Browser(At(company));
        await browser.SignInAsync(TestTenant.EmailOf(role), TestTenant.Password);
        return browser;
    }

    /// <summary>Gives a company this script as its language model.</summary>
    public Task UseAsync(TestTenant company, FakeModel.Script script, ModelProvider provider = ModelProvider.Compatible, string? key = null, long? budget = null, short seconds = 20, bool share = true, ModelSource source = ModelSource.Own) =>
        UseAsync(company, new Uri(provider == ModelProvider.Anthropic ? script.Endpoint[..^3] : script.Endpoint), provider, key, budget, seconds, share, source);

    public Task UseAsync(TestTenant company, Uri endpoint, ModelProvider provider = ModelProvider.Compatible, string? key = null, long? budget = null, short seconds = 20, bool share = true, ModelSource source = ModelSource.Own) =>
        company.WorkAsync(async db =>
        {
            var now = DateTimeOffset.UtcNow;
            var model = await db.CompanyModels.SingleOrDefaultAsync() ?? db.CompanyModels.Add(CompanyModel.Begin(now)).Entity;
            model.Choose(source, provider, endpoint, "the-model", now);
            if (key is not null) model.SetKey(key, app.Services.GetRequiredService<ModelChoice>().Wrap, company.Id, now);
            model.Limit(budget, seconds, share);
            return true;
        }, Role.Owner);

    public static async Task<JsonElement> AskAsync(HttpClient client, string utterance, object? more = null)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/charts/ask", more ?? new { utterance, locale = "en" });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Salaries: for those who manage the settings, and of no use to anybody else. Its rows are the members themselves.</summary>
    private sealed class Payroll : IDatasetProvider
    {
        public IReadOnlyList<OfferedDataset> Offer(string currency) =>
        [
            new(new Dataset(
                new DatasetContract
                {
                    Key = "payroll",
                    Titles = new Dictionary<string, string> { ["en"] = "Payroll ledger" },
                    Columns =
                    [
                        new Column { Name = "wage_earner", Titles = new Dictionary<string, string> { ["en"] = "Wage earner" }, Type = ColumnType.Text, Role = ColumnRole.Dimension },
                        new Column { Name = "hidden_stamp", Titles = new Dictionary<string, string> { ["en"] = "Secret stamp" }, Type = ColumnType.Text, Role = ColumnRole.Dimension, Hidden = true },
                    ],
                },
                new DatasetSource
                {
                    From = "app.members m", TenantColumn = "m.tenant_id",
                    Columns = new Dictionary<string, SourceColumn> { ["wage_earner"] = new("m.email"), ["hidden_stamp"] = new("m.security_stamp") },
                }), Permission.SettingsManage, ["wage_earner"]),
        ];
    }

    [ProviderAlias("Lines")]
    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

[CollectionDefinition(ModelHouse.Collection)]
public sealed class ModelHouseTests : ICollectionFixture<ModelHouse>;
