using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Data;
using Web.Tests.Support;

namespace Web.Tests.Data;

public sealed class TenantEntranceTests(TestInstallation installation)
{
    [Fact]
    public async Task A_read_a_write_and_a_read_again_stay_in_their_company()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        foreach (var company in new[] { a, b, a })
        {
            var ids = await company.WorkAsync(db => db.Members.Select(m => m.Id).ToListAsync());
            Assert.Equal(company.People.Values.Order(), ids.Order());
        }
        Assert.Equal(0, await a.WorkAsync(db => db.Members.Where(m => m.Id == b.People[Role.Owner]).ExecuteUpdateAsync(set => set.SetProperty(m => m.Name, "Taken"))));
        await a.WorkAsync(async db => { db.Teams.Add(new Team(Guid.CreateVersion7(), "West")); await db.SaveChangesAsync(); Assert.Equal(1, await db.Teams.CountAsync()); return true; });
        Assert.Equal(0, await b.WorkAsync(db => db.Teams.CountAsync()));
    }

    [Fact]
    public async Task Even_without_the_filter_the_wall_holds()
    {
        var (a, _) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        Assert.Equal(7, await a.WorkAsync(db => db.Members.IgnoreQueryFilters(["tenant"]).CountAsync()));
    }

    [Fact]
    public async Task Outside_a_unit_of_work_nothing_is_sent()
    {
        var a = await TestTenant.MakeAsync(installation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => a.WorkAsync(async db =>
        {
            await db.Database.CurrentTransaction!.RollbackAsync();
            await db.Work!.DisposeAsync();
            return await db.Members.CountAsync();
        }));
    }

    [Fact]
    public async Task A_read_only_unit_refuses_to_write()
    {
        var a = await TestTenant.MakeAsync(installation);
        await using var connection = await EnterAsync(a.Id, readOnly: true);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(connection, "update app.members set name = 'x' returning 1"));
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
    }

    [Fact]
    public async Task A_wrong_proof_opens_nothing()
    {
        var a = await TestTenant.MakeAsync(installation);
        await using var connection = await installation.Source.OpenConnectionAsync();
        await using var enter = new NpgsqlCommand("select app.enter($1, $2, false)", connection)
        {
            Parameters = { new() { Value = a.Id }, new() { Value = installation.Proof.For(Guid.CreateVersion7()) } },
        };
        Assert.Equal("28000", (await Assert.ThrowsAsync<PostgresException>(() => enter.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task Set_config_is_not_the_processs_to_call()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        await using var connection = await EnterAsync(a.Id, readOnly: false);
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            ScalarAsync(connection, $"select count(*) from app.members where set_config('app.tenant_id', '{b.Id}', true) is not null"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_tenant_ends_with_its_transaction_on_a_pool_of_one()
    {
        var a = await TestTenant.MakeAsync(installation);
        await using var pool = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(installation.Database.Process) { MaxPoolSize = 1 }.ConnectionString);
        foreach (var commit in new[] { true, false })
        {
            await using (var connection = await EnterAsync(a.Id, readOnly: false, pool))
            {
                Assert.Equal(7L, await ScalarAsync(connection, "select count(*) from app.members"));
                await ScalarAsync(connection, commit ? "commit" : "rollback");
            }
            await using var next = await pool.OpenConnectionAsync();
            Assert.Equal(0L, await ScalarAsync(next, "select count(*) from app.members"));
        }
    }

    [Fact]
    public void A_scope_never_changes_its_company()
    {
        var scope = new TenantScope();
        Assert.Throws<InvalidOperationException>(() => scope.TenantId);
        scope.Enter(Guid.CreateVersion7());
        Assert.Throws<InvalidOperationException>(() => scope.Enter(Guid.CreateVersion7()));
    }

    private async Task<NpgsqlConnection> EnterAsync(Guid tenant, bool readOnly, NpgsqlDataSource? source = null)
    {
        var connection = await (source ?? installation.Source).OpenConnectionAsync();
        await ScalarAsync(connection, "begin");
        await using var enter = new NpgsqlCommand("select app.enter($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = tenant }, new() { Value = installation.Proof.For(tenant) }, new() { Value = readOnly } },
        };
        await enter.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
