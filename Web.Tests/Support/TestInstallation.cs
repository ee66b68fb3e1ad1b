using Npgsql;
using Web.Data;
using Web.Tests.Support;

[assembly: AssemblyFixture(typeof(TestInstallation))]

namespace Web.Tests.Support;

/// <summary>One real PostgreSQL server for the whole run, in a folder and at a port of its own. A test is a tenant: nothing is cleaned up.</summary>
public sealed class TestInstallation : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"tsumugi-test-{Guid.NewGuid():N}");
    private int clones;

    public EmbeddedPostgres Postgres { get; private set; } = null!;

    public Database Database { get; private set; } = null!;

    /// <summary>The app's own pool, as <c>app_rw</c>.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;

    public TenantProof Proof => new(Database.Key.Derive("tenant entrance"));

    /// <summary>The configuration that makes an app use this server.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ConnectionStrings:Database"] = Postgres.Process,
        ["ConnectionStrings:Owner"] = Postgres.Owner,
        ["ConnectionStrings:Platform"] = Postgres.Platform,
        ["Security:MasterKey"] = Postgres.MasterKey,
        ["Data:Directory"] = folder,
    };

    public async ValueTask InitializeAsync()
    {
        Postgres = await EmbeddedPostgres.StartAsync(folder, AppContext.BaseDirectory,
            ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"], TestContext.Current.CancellationToken);
        Database = await TestDatabase.StartAsync(Settings);
        Source = NpgsqlDataSource.Create(Database.Process);
    }

    public async ValueTask DisposeAsync()
    {
        if (Source is not null) await Source.DisposeAsync();
        if (Database is not null) await Database.DisposeAsync();
        if (Postgres is not null) await Postgres.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>An empty database, or a copy of <paramref name="template"/>, on the same server.</summary>
    /// <returns>A superuser's connection string to it.</returns>
    internal async Task<string> MakeDatabaseAsync(string template = "template1")
    {
        var name = $"clone_{Interlocked.Increment(ref clones)}";
        await using var maintenance = NpgsqlDataSource.Create(Postgres.Superuser("postgres"));
        await using var create = maintenance.CreateCommand($"create database {name} template {template} strategy file_copy");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Postgres.Superuser(name)) { Pooling = false }.ConnectionString;
    }
}
