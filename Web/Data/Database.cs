using Npgsql;

namespace Web.Data;

/// <summary>
/// The installation's database, brought up before anything else: an embedded server when no connection string is
/// configured, migrated, and its wall checked. Disposed after the app has stopped.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private Database(EmbeddedPostgres? embedded, MasterKey key, string process, string direct) =>
        (this.embedded, Key, Process, Direct) = (embedded, key, process, direct);

    public MasterKey Key { get; }

    /// <summary>The web process's connection string (role <c>app_rw</c>); may go through PgBouncer.</summary>
    public string Process { get; }

    /// <summary>The same role without a pooler between, for LISTEN and locks.</summary>
    public string Direct { get; }

    /// <exception cref="StartRefusedException">The message says what is wrong and what to do.</exception>
    public static async Task<Database> StartAsync(IConfiguration configuration, IHostEnvironment environment, ILogger logger, CancellationToken cancellation = default)
    {
        var folder = Path.GetFullPath(configuration["Data:Directory"] ?? Path.Combine(RootOf(environment), ".data"));
        var process = configuration.GetConnectionString("Database");
        var embedded = process is null ? await EmbeddedPostgres.StartAsync(folder, environment.ContentRootPath, null, cancellation) : null;
        try
        {
            process = WithDefaults(embedded?.Process ?? process!);
            var key = MasterKey.Parse(configuration["Security:MasterKey"] ?? embedded?.MasterKey ?? DevelopmentKey(environment, folder));
            var database = new Database(embedded, key, process, WithDefaults(configuration.GetConnectionString("Direct") ?? process));
            await database.PrepareAsync(embedded?.Owner ?? configuration.GetConnectionString("Owner"), logger, cancellation);
            return database;
        }
        catch
        {
            if (embedded is not null) await embedded.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (embedded is not null) await embedded.DisposeAsync();
    }

    private async Task PrepareAsync(string? owner, ILogger logger, CancellationToken cancellation)
    {
        var migrator = new Migrator(Migration.All, logger);
        await using var process = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Process) { Pooling = false }.ConnectionString);
        if (owner is not null)
        {
            await MakeMissingRolesAsync(owner, cancellation);
            await migrator.MigrateAsync(owner, Key.Derive("tenant entrance"), cancellation);
        }
        else await migrator.CheckAsync(process, cancellation);
        await Wall.MustStandAsync(process, logger, cancellation);
    }

    /// <summary>A new installation whose owner's login is a superuser gets its roles made; otherwise an operator made them (docs/operations.md).</summary>
    private async Task MakeMissingRolesAsync(string owner, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(
            "select (select rolsuper from pg_roles where rolname = current_user), exists (select from pg_roles where rolname = 'app_rw') and to_regnamespace('app') is not null and to_regnamespace('app_data') is not null");
        bool superuser, made;
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            (superuser, made) = (reader.GetBoolean(0), reader.GetBoolean(1));
        }
        catch (NpgsqlException cause)
        {
            throw new StartRefusedException($"The database cannot be reached with ConnectionStrings__Owner: {cause.Message}", cause);
        }
        if (made) return;
        if (!superuser) throw new StartRefusedException("The roles or a schema of the installation are missing; let a superuser run Web/Data/Roles.sql (docs/operations.md).");
        var process = new NpgsqlConnectionStringBuilder(Process);
        await Roles.MakeAsync(owner, process.Password is { } password ? new Dictionary<string, string> { ["app_rw"] = password } : [], cancellation);
    }

    /// <summary>Settings that were measured (docs/architecture.md); what the operator wrote wins.</summary>
    private static string WithDefaults(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        void Default(string keyword, object value)
        {
            if (!given.ShouldSerialize(keyword)) given[keyword] = value; // ContainsKey is true of every keyword there is
        }
        Default("Maximum Pool Size", 16);
        Default("Max Auto Prepare", 200);
        Default("No Reset On Close", true); // safe because nothing session-level is ever set
        Default("Application Name", "tsumugi");
        Default("Timeout", 10);
        return given.ConnectionString;
    }

    private static string RootOf(IHostEnvironment environment)
    {
        for (var folder = new DirectoryInfo(environment.ContentRootPath); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "package.json"))) return folder.FullName;
        return environment.ContentRootPath;
    }

    private static string? DevelopmentKey(IHostEnvironment environment, string folder) =>
        environment.IsDevelopment() ? EmbeddedSecrets.LoadOrMake(Directory.CreateDirectory(folder).FullName).MasterKey : null;
}
