using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Web.Data;

namespace Web.Tests.Support;

/// <summary>PgBouncer in transaction mode before the run's server, with few connections to it, on a free port. As root it runs as nobody.</summary>
public sealed class PgBouncer : IAsyncDisposable
{
    private readonly ServerThread server;
    private readonly string folder;

    private PgBouncer(ServerThread server, string folder, string process) => (this.server, this.folder, Process) = (server, folder, process);

    /// <summary>Whether this run goes through it (<c>TSUMUGI_TEST_POOLER=pgbouncer</c>).</summary>
    public static bool IsWanted => Environment.GetEnvironmentVariable("TSUMUGI_TEST_POOLER") == "pgbouncer";

    /// <summary>The process's connection string through it; below 1.21 the driver must not keep statements.</summary>
    public string Process { get; }

    /// <param name="direct">The process's connection string to the server itself.</param>
    public static async Task<PgBouncer> StartAsync(string direct)
    {
        var (to, port) = (new NpgsqlConnectionStringBuilder(direct), FreePort());
        var folder = Directory.CreateTempSubdirectory("tsumugi-pgbouncer-").FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        await File.WriteAllTextAsync(Path.Combine(folder, "users.txt"), $"\"{to.Username}\" \"{to.Password}\"\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "pgbouncer.ini"), string.Create(CultureInfo.InvariantCulture,
            $"""
             [databases]
             * = host={to.Host} port={to.Port}
             [pgbouncer]
             listen_addr = 127.0.0.1
             listen_port = {port}
             unix_socket_dir =
             auth_type = scram-sha-256
             auth_file = {folder}/users.txt
             pool_mode = transaction
             default_pool_size = 8
             max_client_conn = 1000
             log_connections = 0
             log_disconnections = 0
             """));
        var command = new ProcessStartInfo("setpriv") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] words = ["--pdeathsig", "INT", "pgbouncer", "-q", .. Environment.UserName == "root" ? new[] { "-u", "nobody" } : [], $"{folder}/pgbouncer.ini"];
        foreach (var word in words) command.ArgumentList.Add(word);
        var log = new LastWords();
        var bouncer = new PgBouncer(ServerThread.Start(command, log), folder, new NpgsqlConnectionStringBuilder(direct) { Port = port, MaxAutoPrepare = 0 }.ConnectionString);
        await bouncer.WaitAsync(log);
        return bouncer;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(TimeSpan.FromSeconds(3));
        Directory.Delete(folder, recursive: true);
    }

    private async Task WaitAsync(LastWords log)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Process) { Pooling = false }.ConnectionString);
        for (var left = 100; ; left--)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException) when (left > 0 && !server.HasExited)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException cause)
            {
                throw new InvalidOperationException($"PgBouncer does not answer: {log}", cause);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
