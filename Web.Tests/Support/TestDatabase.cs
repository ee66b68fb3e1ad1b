using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Web.Data;

namespace Web.Tests.Support;

/// <summary>Brings a database up the way the app does, without the app.</summary>
public static class TestDatabase
{
    public static Task<Database> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings, string environment = "Development") =>
        Database.StartAsync(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            new Surroundings(environment), NullLogger.Instance, TestContext.Current.CancellationToken);

    private sealed class Surroundings(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "Web";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
