using Npgsql;
using Web.Tests.Support;
using Web.Tests.Walls;

namespace Web.Tests.PlantedFaults;

/// <summary>A database with companies in it and nobody connected; every planted fault gets a copy of its own.</summary>
internal sealed class Seedbed(TestInstallation installation, string name, Neighbours people)
{
    private const string WithoutTheSecondWall =
        "do $$ declare t record; begin for t in select oid::regclass r from pg_class where relnamespace = 'app'::regnamespace and relrowsecurity loop "
        + "execute format('alter table %s disable row level security', t.r); end loop; end $$";

    public static async Task<Seedbed> MakeAsync(TestInstallation installation)
    {
        var name = await installation.CopyAsync(installation.Fresh);
        var app = new TestApp(installation.SettingsFor(name));
        var people = await Neighbours.MoveInAsync(app);
        await app.StopAsync();
        return new Seedbed(installation, name, people);
    }

    /// <summary>Tries <paramref name="act"/> on a copy with the fault in it.</summary>
    public async Task TryAsync(Fault fault, Func<Plot, Task> act)
    {
        var copy = await CopyAsync();
        var superuser = installation.Postgres.Superuser(copy);
        TestApp? app = null;
        try
        {
            var plot = new Plot(null!, new NpgsqlConnectionStringBuilder(installation.Postgres.Process) { Database = copy }.ConnectionString, superuser, installation.Proof, people);
            if (fault.NeedsApp)
            {
                app = new TestApp(installation.SettingsFor(copy), services => fault.Replace?.Invoke(services, people));
                _ = app.Services; // it starts, and finds its walls whole
                plot = plot with { App = app };
            }
            if (fault.Sql is { } sql) await AlterAsync(plot, sql);
            if (fault.FirstWallAlone) await AlterAsync(plot, WithoutTheSecondWall);
            await act(plot);
        }
        finally
        {
            if (app is not null) await app.StopAsync();
            await using var maintenance = NpgsqlDataSource.Create(installation.Postgres.Superuser("postgres"));
            await using var drop = maintenance.CreateCommand($"drop database {copy} with (force)");
            await drop.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Every table is locked at once while the app's own errands read some of them: whoever loses that begins anew.</summary>
    private static async Task AlterAsync(Plot plot, string sql)
    {
        for (var left = 10; ; left--)
        {
            try
            {
                await plot.AsSuperuserAsync(sql);
                return;
            }
            catch (PostgresException lost) when (lost.SqlState == PostgresErrorCodes.DeadlockDetected && left > 0)
            {
                continue;
            }
        }
    }

    /// <summary>A copy needs that nobody is connected to the original; the app that filled it may take a moment to let go.</summary>
    private async Task<string> CopyAsync()
    {
        for (var left = 50; ; left--)
        {
            try
            {
                return await installation.CopyAsync(name);
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse && left > 0)
            {
                await Task.Delay(100);
            }
        }
    }
}
