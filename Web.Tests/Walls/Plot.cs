using Npgsql;
using Web.Data;
using Web.Tests.Support;

namespace Web.Tests.Walls;

/// <summary>A database, the app on it and the companies in it: the run's own, or a copy in which a fault was planted.</summary>
/// <param name="Process">Connects as <c>app_rw</c>.</param>
internal sealed record Plot(TestApp App, string Process, string Superuser, TenantProof Proof, Neighbours People)
{
    /// <summary>A pool that does not clean up between its borrowers, like the app's.</summary>
    public NpgsqlDataSource Open(int most = 8) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Process) { MaxPoolSize = most, NoResetOnClose = true }.ConnectionString);

    /// <summary>A connection in an open transaction that has entered the tenant.</summary>
    public async Task<NpgsqlConnection> EnterAsync(NpgsqlDataSource source, Guid tenant, bool readOnly = false)
    {
        var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.AsksAsync("begin");
        await using var enter = new NpgsqlCommand("select app.enter($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = tenant }, new() { Value = Proof.For(tenant) }, new() { Value = readOnly } },
        };
        await enter.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public async Task<object?> AsSuperuserAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Superuser) { Pooling = false }.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await connection.AsksAsync(sql);
    }
}

internal static class Asking
{
    public static async Task<object?> AsksAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The state with which the database refuses, or null when it does as told.</summary>
    public static async Task<string?> RefusalAsync(this NpgsqlConnection connection, string sql)
    {
        try
        {
            await connection.AsksAsync(sql);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
