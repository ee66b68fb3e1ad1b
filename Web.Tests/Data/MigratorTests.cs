using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Web.Data;
using Web.Tests.Support;

namespace Web.Tests.Data;

public sealed class MigratorTests(TestInstallation installation)
{
    private static readonly byte[] Secret = new byte[32];
    private static readonly Migration Ground = Migration.All[0];
    private static readonly Migration Pots = Migration.Of("0002_pots.sql", "create table app.pots (id int)");

    [Fact]
    public async Task Files_are_applied_in_order_and_once()
    {
        var owner = await EmptyDatabaseAsync();
        await MigrateAsync(owner, Ground, Pots);
        await MigrateAsync(owner, Ground, Pots);
        Assert.Equal(["0001_ground", "0002_pots"], await ListAsync(owner, "select name from app.migrations order by id"));
    }

    [Fact]
    public async Task Two_starts_at_once_apply_each_file_once()
    {
        var owner = await EmptyDatabaseAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MigrateAsync(owner, Ground, Pots)));
        Assert.Equal(2, (await ListAsync(owner, "select name from app.migrations")).Count);
    }

    [Fact]
    public async Task A_changed_old_file_stops_the_start()
    {
        var owner = await EmptyDatabaseAsync();
        await MigrateAsync(owner, Ground, Pots);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(owner, Ground, Pots with { Sql = "select 1" }));
        Assert.Contains("0002_pots was changed", refused.Message);
    }

    [Fact]
    public async Task A_missing_old_file_stops_the_start()
    {
        var owner = await EmptyDatabaseAsync();
        await MigrateAsync(owner, Ground, Pots);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(owner, Ground, Migration.Of("0003_pans.sql", "select 1")));
        Assert.Contains("0002_pots", refused.Message);
    }

    [Fact]
    public async Task A_newer_database_stops_the_start()
    {
        var owner = await EmptyDatabaseAsync();
        await MigrateAsync(owner, Ground, Pots);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(owner, Ground));
        Assert.Contains("newer than this app", refused.Message);
    }

    [Fact]
    public async Task A_failing_file_leaves_the_schema_as_it_was()
    {
        var owner = await EmptyDatabaseAsync();
        await MigrateAsync(owner, Ground);
        var broken = Migration.Of("0002_broken.sql", "create table app.half (id int); create table app.half (id int)");
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(owner, Ground, broken));
        Assert.Contains("0002_broken failed", refused.Message);
        Assert.Empty(await ListAsync(owner, "select relname::text from pg_class where relname = 'half'"));
        await MigrateAsync(owner, Ground, Pots);
    }

    [Fact]
    public async Task Another_master_key_stops_the_start()
    {
        var owner = await EmptyDatabaseAsync();
        await MigrateAsync(owner, Ground);
        var other = new Migrator([Ground], NullLogger.Instance);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => other.MigrateAsync(owner, [.. Enumerable.Repeat((byte)1, 32)], default));
        Assert.Contains("Security:MasterKey", refused.Message);
    }

    private async Task<string> EmptyDatabaseAsync()
    {
        var superuser = await installation.MakeDatabaseAsync();
        await Roles.MakeAsync(superuser, new Dictionary<string, string>(), TestContext.Current.CancellationToken);
        var owner = new NpgsqlConnectionStringBuilder(installation.Postgres.Owner) { Database = new NpgsqlConnectionStringBuilder(superuser).Database };
        return owner.ConnectionString;
    }

    private static Task MigrateAsync(string owner, params IReadOnlyList<Migration> migrations) =>
        new Migrator(migrations, NullLogger.Instance).MigrateAsync(owner, Secret, TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<string>> ListAsync(string owner, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand("set role app_owner; " + sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
