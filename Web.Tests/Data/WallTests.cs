using System.Data;
using Npgsql;
using Web.Data;
using Web.Tests.Support;

namespace Web.Tests.Data;

/// <summary>The catalogue check finds nothing, and finds each way in which somebody could loosen the wall.</summary>
public sealed class WallTests(TestInstallation installation)
{
    [Fact]
    public async Task The_wall_stands() => Assert.Empty(await Wall.FaultsAsync(installation.Source, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("create table app.pots (id uuid primary key)", "pots: has no tenant_id")]
    [InlineData("create table app.pots (tenant_id uuid, id uuid, primary key (tenant_id, id))", "pots: row-level security is not enabled and forced")]
    [InlineData("drop policy fence on app.members", "members: has no fence policy")]
    [InlineData("drop policy base on app.members", "members: has no base policy")]
    [InlineData("alter policy base on app.members using (true)", "members: has no base policy")]
    [InlineData("alter policy fence on app.members with check (true)", "members: has no fence policy")]
    [InlineData("alter policy fence on app.members to public", "members: policy fence is open to PUBLIC")]
    [InlineData("create policy more on app.members for select to app_rw using (true)", "members: a second permissive policy")]
    [InlineData("create policy more on app.members for select to platform_console using (true)", "members: policy more is for a role that has none")]
    [InlineData("alter table app.members no force row level security", "members: row-level security is not enabled and forced")]
    [InlineData("alter table app.members disable row level security", "members: row-level security is not enabled and forced")]
    [InlineData("alter table app.sessions add foreign key (tenant_id) references app.tenants (tenant_id), add column x uuid, add foreign key (x) references app.tenants (tenant_id)", "sessions: foreign key")]
    [InlineData("create index loose on app.members (email)", "members: index loose does not begin with tenant_id")]
    [InlineData("drop index app.members_of_team", "members: foreign key members_tenant_id_team_id_fkey has no index")]
    [InlineData("alter table app.members drop constraint members_tenant_id_team_id_fkey; alter table app.members add constraint loose foreign key (tenant_id, team_id) references app.teams (tenant_id, id) on delete set null", "members: foreign key loose would null tenant_id")]
    [InlineData("create table app_data.pots (id uuid)", "pots: has no tenant_id")]
    [InlineData("create table app_data.pots (tenant_id uuid not null)", "pots: row-level security is not enabled and forced")]
    [InlineData("create table app_data.pots (tenant_id uuid not null); call app.fence('app_data.pots'); alter policy base on app_data.pots using (true)", "pots: has no base policy")]
    [InlineData("create table app_data.pots (tenant_id uuid not null); call app.fence('app_data.pots'); drop policy fence on app_data.pots", "pots: has no fence policy")]
    [InlineData("create table app_data.pots (x uuid, tenant_id uuid not null); call app.fence('app_data.pots'); alter policy fence on app_data.pots using (x = (select nullif(current_setting('app.tenant_id', true), '')::uuid))", "pots: has no fence policy")]
    [InlineData("grant create on schema app_data to app_rw", "app_rw: may create in schema app_data")]
    [InlineData("create view app.everybody as select * from app.members", "everybody: a view that does not run as its reader")]
    [InlineData("create materialized view app.everybody as select * from app.members; grant select on app.everybody to app_rw", "everybody: a materialized view")]
    [InlineData("create function app.peek() returns bigint language sql security definer as 'select count(*) from app.members'", "peek: a definer function that is not on the list")]
    [InlineData("alter function app.enter(uuid, bytea, boolean) reset search_path", "enter: a definer function without an empty search_path")]
    [InlineData("grant execute on function app.enter(uuid, bytea, boolean) to public", "enter: a definer function without an empty search_path")]
    [InlineData("grant truncate on app.members to app_rw", "members: app_rw has the right to truncate")]
    [InlineData("grant select on app.entrance to app_rw", "entrance: the secret is readable by app_rw")]
    [InlineData("grant insert on app.migrations to app_rw", "migrations: is outside the fence and writable")]
    [InlineData("grant create on schema app to app_rw", "app_rw: may create in schema app")]
    [InlineData("alter table app.teams owner to app_rw", "app_rw: owns teams")]
    [InlineData("create table app.parted (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id)) partition by hash (tenant_id); call app.fence('app.parted'); create table app.parted_0 partition of app.parted for values with (modulus 1, remainder 0); call app.fence('app.parted_0')", "parted_0: a partition is granted to app_rw")]
    public async Task Each_hole_is_named(string sql, string fault)
    {
        await using var source = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        // Taken back at the end, and seen by nobody else meanwhile.
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(connection, "set local lock_timeout = '20s'");
        await ExecuteAsync(connection, sql);
        Assert.Contains(await FaultsAsync(connection), found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_that_is_dropped_while_the_catalogue_is_read_is_no_hole()
    {
        await using var source = NpgsqlDataSource.Create(await installation.MakeDatabaseAsync(installation.Fresh));
        await using var reading = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var dropping = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var table in new[] { "gone", "kept", "lost" })
            await ExecuteAsync(dropping, $"create table app_data.{table} (x uuid, tenant_id uuid not null); call app.fence('app_data.{table}')");
        await using var snapshot = await reading.BeginTransactionAsync(IsolationLevel.RepeatableRead, TestContext.Current.CancellationToken);
        await ExecuteAsync(reading, "select count(*) from pg_class");
        await ExecuteAsync(dropping, "drop table app_data.gone, app_data.lost");
        Assert.Empty(await FaultsAsync(reading));
    }

    [Fact]
    public async Task A_process_that_signs_in_as_too_much_is_refused()
    {
        var settings = new Dictionary<string, string?>(installation.Settings) { ["ConnectionStrings:Database"] = installation.Postgres.Superuser(), ["ConnectionStrings:Owner"] = null };
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestDatabase.StartAsync(settings));
        Assert.Contains("must be app_rw", refused.Message);
    }

    [Fact]
    public async Task Without_the_owners_login_a_fitting_schema_is_enough()
    {
        var settings = new Dictionary<string, string?>(installation.Settings) { ["ConnectionStrings:Owner"] = null };
        await using var database = await TestDatabase.StartAsync(settings);
        Assert.Equal(installation.Database.Process, database.Process);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=app_rw;Password=x;Database=tsumugi;Timeout=2", "cannot be reached")]
    [InlineData(null, "Security__MasterKey must be 32 random bytes")]
    public async Task What_is_wrong_is_said(string? connection, string message)
    {
        var settings = new Dictionary<string, string?>(installation.Settings) { ["ConnectionStrings:Owner"] = null };
        if (connection is null) settings["Security:MasterKey"] = "short";
        else settings["ConnectionStrings:Database"] = connection;
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestDatabase.StartAsync(settings));
        Assert.Contains(message, refused.Message);
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(NpgsqlConnection connection)
    {
        await using var check = new NpgsqlCommand(EmbeddedText.Read("data/cataloguecheck.sql"), connection);
        await using var reader = await check.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> faults = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) faults.Add($"{reader.GetString(0)}: {reader.GetString(1)}");
        return faults;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
