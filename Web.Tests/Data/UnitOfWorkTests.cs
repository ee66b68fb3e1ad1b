using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access;
using Web.Data;
using Web.Tests.Support;

namespace Web.Tests.Data;

/// <summary>Units of work of several companies that share one connection.</summary>
public sealed class UnitOfWorkTests(TestInstallation installation) : IAsyncLifetime
{
    private readonly TestApp app = new(new Dictionary<string, string?>(installation.Settings)
    {
        ["ConnectionStrings:Database"] = new NpgsqlConnectionStringBuilder(installation.Settings["ConnectionStrings:Database"]) { MaxPoolSize = 1 }.ConnectionString,
        ["Jobs:Workers"] = "0",
    });

    private TestTenant a = null!, b = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (a, b) = (await TestTenant.MakeAsync(app), await TestTenant.MakeAsync(app));

    public async ValueTask DisposeAsync() => await app.StopAsync();

    [Fact]
    public async Task Each_command_of_a_reading_unit_brings_its_company_in_and_leaves_nothing_behind()
    {
        await using var first = await ReadingAsync(a);
        await using var second = await ReadingAsync(b);
        for (var turn = 0; turn < 3; turn++)
            foreach (var (company, reading) in new[] { (a, first), (b, second) })
            {
                Assert.Equal(company.People.Values.Order(), await SeenAsync(reading.Db));
                Assert.Equal(company.People.Values.Order(), (await reading.Db.ReadAsync(EveryMember(), Stop)).Order());
                await NobodyIsInAsync();
            }
    }

    [Fact]
    public async Task A_command_that_fails_or_is_given_up_leaves_the_connection_to_the_next_company()
    {
        await using (var reading = await ReadingAsync(a))
        {
            var failed = await Assert.ThrowsAsync<PostgresException>(() => reading.Db.Database.SqlQuery<int>($"select 1 / 0 as \"Value\"").ToListAsync(Stop));
            Assert.Equal(PostgresErrorCodes.DivisionByZero, failed.SqlState);
            Assert.Equal(PostgresErrorCodes.DivisionByZero, (await Assert.ThrowsAsync<PostgresException>(() => reading.Db.ReadAsync(Failing(), EveryMember(), Stop))).SqlState);
            await GivesUpAsync(stop => reading.Db.Database.SqlQuery<string>($"select pg_sleep(20)::text as \"Value\"").ToListAsync(stop));
            await GivesUpAsync(stop => reading.Db.ReadAsync(Sleeping(), EveryMember(), stop));
            Assert.Equal(a.People.Values.Order(), await SeenAsync(reading.Db));
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => reading.Db.ReadAsync(EveryMember(), Killed(), Stop));
            Assert.Equal(a.People.Values.Order(), (await reading.Db.ReadAsync(EveryMember(), Stop)).Order());
        }
        await NobodyIsInAsync();
        await using var next = await ReadingAsync(b);
        Assert.Equal(b.People.Values.Order(), await SeenAsync(next.Db));
    }

    [Fact]
    public async Task An_exception_in_the_middle_of_the_rows_leaves_nobody_in()
    {
        await using (var reading = await ReadingAsync(a))
        {
            var thrown = new Statement<Guid>(_ => throw new InvalidDataException("In the middle of it."));
            thrown.Add($"select id from app.members where tenant_id = {a.Id}");
            await Assert.ThrowsAsync<InvalidDataException>(() => reading.Db.ReadAsync(thrown, EveryMember(), Stop));
            Assert.Equal(a.People.Values.Order(), await SeenAsync(reading.Db));
        }
        await NobodyIsInAsync();
    }

    [Fact]
    public async Task Whoever_has_no_proof_reads_nothing()
    {
        await using var forger = new TestApp(installation.Settings, services => services.AddSingleton(new TenantProof(new byte[32])));
        await using var services = forger.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(a.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: true, Stop);
        Assert.Equal("28000", (await Assert.ThrowsAsync<PostgresException>(() => db.Members.ToListAsync(Stop))).SqlState);
        Assert.Equal("28000", (await Assert.ThrowsAsync<PostgresException>(() => db.ReadAsync(EveryMember(), Stop))).SqlState);
        Assert.Equal("28000", (await Assert.ThrowsAsync<PostgresException>(() => db.EnterAsync(Stop))).SqlState);
    }

    [Fact]
    public async Task Nothing_is_read_outside_a_unit()
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(a.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.ReadAsync(EveryMember(), Stop));
        await using (await db.BeginAsync(readOnly: true, Stop)) Assert.Equal(7, (await db.ReadAsync(EveryMember(), Stop)).Count);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.ReadAsync(EveryMember(), Stop));
    }

    [Fact]
    public async Task A_reading_unit_writes_nothing_by_hand_either()
    {
        await using var reading = await ReadingAsync(a);
        var writing = new Statement<Guid>(row => row.GetGuid(0));
        writing.Add($"update app.members set name = 'x' where tenant_id = {a.Id} returning id");
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, (await Assert.ThrowsAsync<PostgresException>(() => reading.Db.ReadAsync(writing, Stop))).SqlState);
    }

    [Fact]
    public async Task Plans_are_kept_for_the_trip_that_asks_for_it_and_for_no_other()
    {
        await using (var reading = await ReadingAsync(a))
        {
            Assert.Equal(["force_generic_plan", "off"], await reading.Db.ReadAsync(Planning(once: true), Stop));
            Assert.Equal(["force_custom_plan", "on"], await reading.Db.ReadAsync(Planning(once: false), Stop));
            var (kept, other) = await reading.Db.ReadAsync(Planning(once: true), Planning(once: false), Stop);
            Assert.Equal(["force_custom_plan", "on", "force_custom_plan", "on"], kept.Concat(other));
            await reading.Db.EnterAsync(Stop);
            Assert.Equal(["force_custom_plan", "on"], await reading.Db.ReadAsync(Planning(once: true), Stop));
        }
        await using var next = await ReadingAsync(b);
        Assert.Equal(["force_custom_plan", "on"], await next.Db.ReadAsync(Planning(once: false), Stop));
    }

    [Fact]
    public async Task Work_that_does_not_go_through_EF_gets_one_transaction_to_the_end_of_the_unit()
    {
        await using (var reading = await ReadingAsync(a))
        {
            Assert.NotEqual(await NowAsync(reading.Db), await NowAsync(reading.Db));
            await reading.Db.EnterAsync(Stop);
            Assert.Equal(await NowAsync(reading.Db), await NowAsync(reading.Db));
            Assert.Equal(a.People.Values.Order(), (await reading.Db.ReadAsync(EveryMember(), Stop)).Order());
        }
        await NobodyIsInAsync();
    }

    [Fact]
    public async Task By_hand_a_writing_unit_sees_what_it_wrote_and_a_value_is_never_text()
    {
        const string Name = "x' or true; --";
        await a.WorkAsync(async db =>
        {
            var team = new Team(Guid.CreateVersion7(), Name);
            var named = new Statement<Guid>(row => row.GetGuid(0));
            named.Add($"select id from app.teams where tenant_id = {db.TenantId} and name = {Name} limit {5}");
            Assert.Empty(await db.ReadAsync(named, Stop));
            db.Teams.Add(team);
            await db.SaveChangesAsync(Stop);
            Assert.Equal([team.Id], await db.ReadAsync(named, Stop));
            return true;
        });
        await NobodyIsInAsync();
    }

    private static Statement<string> Planning(bool once)
    {
        var sql = new Statement<string>(row => row.GetString(0));
        sql.Add($"select current_setting(name) from unnest({new[] { "plan_cache_mode", "enable_seqscan" }}) name");
        if (once) sql.PlanOnce();
        return sql;
    }

    private static Statement<Guid> EveryMember()
    {
        var all = new Statement<Guid>(row => row.GetGuid(0)); // the wall alone holds it: no tenant is named
        all.Add($"select id from app.members");
        return all;
    }

    private static Statement<int> Failing()
    {
        var failing = new Statement<int>(row => row.GetInt32(0));
        failing.Add($"select 1 / 0");
        return failing;
    }

    private static Statement<bool> Killed()
    {
        var killed = new Statement<bool>(_ => true);
        killed.Add($"select pg_terminate_backend(pg_backend_pid())");
        return killed;
    }

    private static Statement<bool> Sleeping()
    {
        var sleeping = new Statement<bool>(_ => true);
        sleeping.Add($"select pg_sleep(20)");
        return sleeping;
    }

    private static Task<List<Guid>> SeenAsync(AppDb db) => db.Members.IgnoreQueryFilters(["tenant"]).Select(member => member.Id).OrderBy(id => id).ToListAsync(Stop);

    private static async Task<DateTime> NowAsync(AppDb db) => (await db.Database.SqlQuery<DateTime>($"select now() as \"Value\"").ToListAsync(Stop)).Single();

    private static async Task GivesUpAsync(Func<CancellationToken, Task> work)
    {
        using var giving = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        giving.CancelAfter(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work(giving.Token));
    }

    private async Task NobodyIsInAsync()
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select (select count(*) from app.members), nullif(current_setting('app.tenant_id', true), ''), current_setting('transaction_read_only')");
        await using var reader = await command.ExecuteReaderAsync(Stop);
        Assert.True(await reader.ReadAsync(Stop));
        Assert.Equal((0L, true, "off"), (reader.GetInt64(0), reader.IsDBNull(1), reader.GetString(2)));
    }

    private async Task<Reading> ReadingAsync(TestTenant company)
    {
        var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(company.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        return new Reading(services, db, await db.BeginAsync(readOnly: true, Stop));
    }

    private sealed record Reading(AsyncServiceScope Services, AppDb Db, UnitOfWork Work) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Work.DisposeAsync();
            await Services.DisposeAsync();
        }
    }
}
