using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Web.Tests.Support;

/// <summary>The app itself, in this process, on the run's own PostgreSQL.</summary>
/// <param name="replace">Puts other things in place of the app's own, for tests that need a fault in it.</param>
public sealed class TestApp(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? replace = null) : WebApplicationFactory<Program>
{
    public const string BaseDomain = "localhost";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Tenancy:BaseDomain", BaseDomain);
        builder.UseSetting("Demo:Seed", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        if (replace is not null) builder.ConfigureTestServices(replace);
    }

    /// <summary>Stops it whole; the factory alone leaves background work running.</summary>
    public async Task StopAsync()
    {
        await Services.GetRequiredService<IHost>().StopAsync();
        await DisposeAsync();
    }

    /// <summary>A caller at one host who shows exactly the credentials that it is given.</summary>
    public HttpClient Bare(string host) => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri($"http://{host}/"), AllowAutoRedirect = false, HandleCookies = false,
    });

    /// <summary>A caller at one host; it follows no redirect and keeps its cookies.</summary>
    public HttpClient At(string host) => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri($"http://{host}/"), AllowAutoRedirect = false, HandleCookies = true,
    });
}
