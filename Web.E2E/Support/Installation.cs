using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Web.Data;
using Web.E2E.Support;
using Web.Tests.Support;

[assembly: AssemblyFixture(typeof(Installation))]

namespace Web.E2E.Support;

/// <summary>The app on a port of its own with a PostgreSQL of its own, two companies that know nothing of each other, and a browser.</summary>
public sealed class Installation : IAsyncLifetime
{
    /// <summary>The shell draws no windows of its own around the pages.</summary>
    private static readonly string[] Browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"tsumugi-e2e-{Guid.NewGuid():N}");
    private EmbeddedPostgres? postgres;
    private IPlaywright? playwright;

    public TestApp App { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public int Port { get; private set; }

    /// <summary>Sells measuring machines; speaks Japanese.</summary>
    public Company Aoba { get; private set; } = null!;

    /// <summary>Another company with people and deals of its own.</summary>
    public Company Halden { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(45_000);
        postgres = await EmbeddedPostgres.StartAsync(folder, AppContext.BaseDirectory, ["fsync=off", "synchronous_commit=off", "full_page_writes=off"], default);
        App = new TestApp(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Database"] = postgres.Process,
            ["ConnectionStrings:Owner"] = postgres.Owner,
            ["ConnectionStrings:Platform"] = postgres.Platform,
            ["Security:MasterKey"] = postgres.MasterKey,
            ["Data:Directory"] = folder,
        });
        App.UseKestrel(0);
        App.StartServer();
        Port = new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        (Aoba, Halden) = (await Company.AobaAsync(App), await Company.HaldenAsync(App));
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Browsers.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        playwright?.Dispose();
        if (App is not null) await App.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <inheritdoc cref="Company.FoundAsync"/>
    public Task<Company> FoundAsync(string slug) => Company.FoundAsync(App, slug);

    /// <summary>Somebody comes to a company's door.</summary>
    public Task<Visitor> VisitAsync(Company company, bool phone = false, bool dark = false) => OpenAsync($"{company.Slug}.{TestApp.BaseDomain}", phone, dark);

    /// <summary>Somebody comes to the apex.</summary>
    public Task<Visitor> ArriveAsync(bool phone = false) => OpenAsync(TestApp.BaseDomain, phone, dark: false);

    private async Task<Visitor> OpenAsync(string host, bool phone, bool dark)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = $"http://{host}:{Port}",
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            HasTouch = phone,
            IsMobile = phone,
            DeviceScaleFactor = phone ? 2 : 1,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(45_000);
        return await Visitor.OpenAsync(context);
    }
}
