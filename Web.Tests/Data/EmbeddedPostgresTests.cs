using System.Diagnostics;
using Npgsql;
using Web.Data;

namespace Web.Tests.Data;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"tsumugi-embedded-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Data_outlives_a_stop_and_a_crash_of_the_server()
    {
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first, "create table kept (n int); insert into kept values (42)");
            await Assert.ThrowsAsync<StartRefusedException>(StartAsync);
            CrashServer();
        }
        await using var second = await StartAsync();
        Assert.Equal(42, await ScalarAsync(second, "select n from kept"));
        Assert.Equal("127.0.0.1", await ScalarAsync(second, "show listen_addresses"));
        Assert.Equal("scram-sha-256", await ScalarAsync(second, "select min(auth_method) from pg_hba_file_rules"));
    }

    private Task<EmbeddedPostgres> StartAsync() =>
        EmbeddedPostgres.StartAsync(folder, AppContext.BaseDirectory, null, TestContext.Current.CancellationToken);

    private void CrashServer()
    {
        var pid = int.Parse(File.ReadLines(Path.Combine(folder, "postgres", "postmaster.pid")).First());
        using var server = Process.GetProcessById(pid);
        server.Kill();
        server.WaitForExit();
    }

    private static async Task ExecuteAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.Superuser());
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.Superuser());
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
