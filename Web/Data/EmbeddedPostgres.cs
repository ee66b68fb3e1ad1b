using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Web.Data;

/// <summary>
/// A PostgreSQL server of our own in the data folder: made at the first start, kept over restarts and crashes,
/// on loopback at a free port, stopped with the app. One app at a time owns a data folder.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Database = "tsumugi";

    private readonly EmbeddedBinaries binaries;
    private readonly EmbeddedSecrets secrets;
    private readonly string data;
    private readonly IReadOnlyList<string> settings;
    private readonly FileStream ownership;
    private readonly LastWords log = new();
    private ServerThread? server;

    private EmbeddedPostgres(EmbeddedBinaries binaries, EmbeddedSecrets secrets, string data, IReadOnlyList<string> settings, FileStream ownership) =>
        (this.binaries, this.secrets, this.data, this.settings, this.ownership) = (binaries, secrets, data, settings, ownership);

    public int Port { get; private set; }

    public string MasterKey => secrets.MasterKey;

    /// <summary>The role of the web process.</summary>
    public string Process => ConnectionFor("app_rw", secrets.Process);

    /// <summary>The login that migrates.</summary>
    public string Owner => ConnectionFor("app_migrator", secrets.Migrator);

    /// <summary>The operator's login, which may look across tenants.</summary>
    public string Platform => ConnectionFor("platform_console", secrets.Platform);

    internal string Superuser(string database = Database) => ConnectionFor("postgres", secrets.Superuser, database);

    /// <param name="folder">The data folder, for instance <c>.data</c>.</param>
    /// <param name="searchFrom">Where to begin looking for the npm package.</param>
    /// <param name="settings">Further server settings, <c>name=value</c>.</param>
    /// <exception cref="StartRefusedException">The folder is in use, the package is missing, or the server does not come up.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        string folder, string searchFrom, IReadOnlyList<string>? settings = null, CancellationToken cancellation = default)
    {
        folder = Directory.CreateDirectory(folder).FullName;
        var postgres = new EmbeddedPostgres(
            EmbeddedBinaries.Find(searchFrom), EmbeddedSecrets.LoadOrMake(folder),
            Path.Combine(EmbeddedBinaries.IsReachable(folder) ? folder : EmbeddedBinaries.ReachableFolder(folder), "postgres"),
            settings ?? [], TakeOwnership(folder));
        try
        {
            await postgres.MakeClusterAsync(cancellation);
            await postgres.StopLeftOverAsync(cancellation);
            await postgres.ServeAsync(cancellation);
            await postgres.MakeRolesAsync(cancellation);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.StopAsync(TimeSpan.FromSeconds(6));
        server = null;
        await ownership.DisposeAsync();
    }

    private static FileStream TakeOwnership(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException cause)
        {
            throw new StartRefusedException($"{folder} is in use by another running app. Stop that one, or set Data__Directory to another folder.", cause);
        }
    }

    private async Task MakeClusterAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(data)) return;
        var fresh = data + ".new"; // renamed when whole, so that a kill half-way leaves nothing to trip over
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        Directory.CreateDirectory(fresh);
        var password = Path.Combine(fresh + ".password");
        await File.WriteAllTextAsync(password, secrets.Superuser, cancellation);
        File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        EmbeddedBinaries.GiveToServer(fresh);
        EmbeddedBinaries.GiveToServer(password);
        try
        {
            await RunAsync(binaries.Command("initdb", dieWithParent: true,
                "-D", fresh, "-U", "postgres", "--pwfile", password, "--auth=scram-sha-256", "--encoding=UTF8",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums"), cancellation);
        }
        finally
        {
            File.Delete(password);
        }
        Directory.Move(fresh, data);
    }

    /// <summary>After a kill -9 of the app the old server may still be stopping, or running on.</summary>
    private async Task StopLeftOverAsync(CancellationToken cancellation)
    {
        var pidFile = Path.Combine(data, "postmaster.pid");
        if (!File.Exists(pidFile)) return;
        if (!int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid)) return;
        try
        {
            using var old = System.Diagnostics.Process.GetProcessById(pid);
            if (!old.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) return;
            await RunAsync(binaries.Command("pg_ctl", dieWithParent: false, "stop", "-D", data, "-m", "fast", "-w", "-t", "20"), cancellation);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or StartRefusedException)
        {
            // It ended by itself meanwhile; PostgreSQL clears a stale file on its own.
        }
    }

    private async Task ServeAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort();
            server = ServerThread.Start(binaries.Command("postgres", dieWithParent: true, ServerArguments()), log);
            if (await ComesUpAsync(cancellation)) return;
            await server.StopAsync(TimeSpan.FromSeconds(2));
            if (attempt == 3) throw new StartRefusedException($"The embedded PostgreSQL did not start. Its last words:\n{log}");
        }
    }

    private IEnumerable<string> ServerArguments()
    {
        string[] fixedOnes = [$"port={Port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100", "shared_buffers=256MB", "jit=off", "log_timezone=UTC"];
        return ["-D", data, .. fixedOnes.Concat(settings).SelectMany(setting => new[] { "-c", setting })];
    }

    private async Task<bool> ComesUpAsync(CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(Superuser("postgres"));
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(60) && server is { HasExited: false })
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                return true;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(30, cancellation);
            }
        }
        return false;
    }

    private async Task MakeRolesAsync(CancellationToken cancellation)
    {
        await using (var maintenance = NpgsqlDataSource.Create(Superuser("postgres")))
        {
            await using var exists = maintenance.CreateCommand($"select 1 from pg_database where datname = '{Database}'");
            if (await exists.ExecuteScalarAsync(cancellation) is null)
            {
                await using var create = maintenance.CreateCommand($"create database {Database}");
                await create.ExecuteNonQueryAsync(cancellation);
            }
        }
        await Roles.MakeAsync(Superuser(), new Dictionary<string, string>
        {
            ["app_rw"] = secrets.Process, ["app_migrator"] = secrets.Migrator, ["platform_console"] = secrets.Platform,
        }, cancellation);
    }

    private static async Task RunAsync(ProcessStartInfo command, CancellationToken cancellation)
    {
        using var process = System.Diagnostics.Process.Start(command)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) throw new StartRefusedException($"{command.FileName} failed:\n{await output}{await errors}");
    }

    private string ConnectionFor(string role, string password, string database = Database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = Port, Username = role, Password = password, Database = database,
    }.ConnectionString;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
