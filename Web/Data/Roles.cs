using Npgsql;

namespace Web.Data;

/// <summary>Makes the installation's roles; needs a superuser, once.</summary>
public static class Roles
{
    /// <param name="superuser">A superuser's connection string to the app's database.</param>
    /// <param name="passwords">The password of each role that signs in.</param>
    public static async Task MakeAsync(string superuser, IReadOnlyDictionary<string, string> passwords, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(superuser);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, "select pg_advisory_xact_lock(hashtext('tsumugi roles'))", cancellation);
        await Execute(connection, EmbeddedText.Read("data/roles.sql"), cancellation);
        foreach (var (role, password) in passwords)
        {
            await using var quote = new NpgsqlCommand("select format('alter role %I password %L', $1, $2)", connection)
            {
                Parameters = { new() { Value = role }, new() { Value = password } },
            };
            await Execute(connection, (string)(await quote.ExecuteScalarAsync(cancellation))!, cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
