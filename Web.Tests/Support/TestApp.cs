using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Web.Tests.Support;

/// <summary>The app itself, in this process, on the run's own PostgreSQL.</summary>
public sealed class TestApp(IReadOnlyDictionary<string, string?> settings) : WebApplicationFactory<Program>
{
    public const string BaseDomain = "localhost";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.UseSetting("Tenancy:BaseDomain", BaseDomain);
        builder.UseSetting("Demo:Seed", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    /// <summary>A caller at one host; it follows no redirect and keeps its cookies.</summary>
    public HttpClient At(string host) => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri($"http://{host}/"), AllowAutoRedirect = false, HandleCookies = true,
    });
}
