using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Data;
using Web.Tests.PlantedFaults;
using Web.Tests.Support;
using Web.Tests.Walls;

[assembly: AssemblyFixture(typeof(TestInstallation))]

namespace Web.Tests.Support;

/// <summary>One real PostgreSQL server for the whole run, in a folder and at a port of its own. A test is a tenant: nothing is cleaned up.</summary>
public sealed class TestInstallation : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"tsumugi-test-{Guid.NewGuid():N}");
    private readonly Lazy<int> served;
    private TestApp? servedApp;
    private PgBouncer? pooler;
    private readonly Lazy<Task<Plot>> plot;
    private readonly Lazy<Task<Seedbed>> seedbed;
    private int clones;

    public TestInstallation()
    {
        plot = new(async () => new Plot(App, Database.Process, Postgres.Superuser(), Proof, await Neighbours.MoveInAsync(App)));
        seedbed = new(() => Seedbed.MakeAsync(this));
        served = new(Serve);
    }

    private int Serve()
    {
        servedApp = new TestApp(Settings);
        servedApp.UseKestrel(0);
        servedApp.StartServer();
        return new Uri(servedApp.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    public EmbeddedPostgres Postgres { get; private set; } = null!;

    public Database Database { get; private set; } = null!;

    /// <summary>The app's own pool, as <c>app_rw</c>.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>The app, shared by all tests: they are tenants beside each other in it.</summary>
    public TestApp App { get; private set; } = null!;

    /// <summary>The port of the same app on a real listener, for what only raw bytes can say.</summary>
    public int ServedPort => served.Value;

    /// <summary>The run's own database and app as a place to try the walls on.</summary>
    internal Task<Plot> PlotAsync() => plot.Value;

    /// <summary>Where copies with a planted fault come from.</summary>
    internal Task<Seedbed> SeedbedAsync() => seedbed.Value;

    /// <summary>The name of a database with the schema and nothing in it, to be copied.</summary>
    internal string Fresh { get; private set; } = "";

    public TenantProof Proof => new(Database.Key.Derive("tenant entrance"));

    /// <summary>The configuration that makes an app use this server.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ConnectionStrings:Database"] = Patient(pooler?.Process ?? Postgres.Process),
        ["ConnectionStrings:Direct"] = Patient(Postgres.Process),
        ["ConnectionStrings:Owner"] = Postgres.Owner,
        ["ConnectionStrings:Platform"] = Postgres.Platform,
        ["Security:MasterKey"] = Postgres.MasterKey,
        ["Data:Directory"] = folder,
    };

    public async ValueTask InitializeAsync()
    {
        Postgres = await EmbeddedPostgres.StartAsync(folder, AppContext.BaseDirectory,
            ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"], TestContext.Current.CancellationToken);
        await using (await TestDatabase.StartAsync(Settings)) Fresh = await CopyAsync("tsumugi");
        if (PgBouncer.IsWanted) pooler = await PgBouncer.StartAsync(Postgres.Process);
        Database = await TestDatabase.StartAsync(Settings);
        Source = NpgsqlDataSource.Create(Database.Process);
        App = new TestApp(Settings);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in new[] { servedApp, App })
            if (app is not null) await app.StopAsync();
        if (Source is not null) await Source.DisposeAsync();
        if (Database is not null) await Database.DisposeAsync();
        if (pooler is not null) await pooler.DisposeAsync();
        if (Postgres is not null) await Postgres.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Storms of calls run beside each other here: whoever waits for a connection waits longer than a person would.</summary>
    private static string Patient(string connection) => new NpgsqlConnectionStringBuilder(connection) { Timeout = 60 }.ConnectionString;

    /// <summary>The configuration that makes an app use another database of this server, without a pooler.</summary>
    internal IReadOnlyDictionary<string, string?> SettingsFor(string database) => new Dictionary<string, string?>
    {
        ["ConnectionStrings:Database"] = new NpgsqlConnectionStringBuilder(Postgres.Process) { Database = database }.ConnectionString,
        ["Security:MasterKey"] = Postgres.MasterKey,
        ["Data:Directory"] = folder,
    };

    /// <summary>An empty database, or a copy of <paramref name="template"/>, on the same server.</summary>
    /// <returns>A superuser's connection string to it.</returns>
    internal async Task<string> MakeDatabaseAsync(string template = "template1")
    {
        var name = await CopyAsync(template);
        return new NpgsqlConnectionStringBuilder(Postgres.Superuser(name)) { Pooling = false }.ConnectionString;
    }

    internal async Task<string> CopyAsync(string template)
    {
        var name = $"clone_{Interlocked.Increment(ref clones)}";
        await using var maintenance = NpgsqlDataSource.Create(Postgres.Superuser("postgres"));
        await using var create = maintenance.CreateCommand($"create database {name} template {template} strategy file_copy");
        await create.ExecuteNonQueryAsync();
        return name;
    }
}
