using Npgsql;

namespace Web.Data;

/// <summary>
/// Brings a database to the schema of this build: under a lock, in order, each file once and in one transaction.
/// Whatever is wrong stops the start and leaves the schema as it was.
/// </summary>
public sealed partial class Migrator(IReadOnlyList<Migration> migrations, ILogger logger)
{
    private const long Lock = 0x7473756d756769; // "tsumugi"

    /// <summary>Migrates with the owner's login and leaves the secret of the way in.</summary>
    /// <exception cref="StartRefusedException">A file changed, is missing or fails, or the database is newer than this build.</exception>
    public async Task MigrateAsync(string owner, byte[] entranceSecret, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await using var connection = await OpenAsync(source, cancellation);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        Compare(applied);
        foreach (var migration in migrations.Skip(applied.Count))
            await ApplyAsync(connection, migration, cancellation);
        await KeepSecretAsync(connection, entranceSecret, cancellation);
    }

    /// <summary>Checks, with the process's own login, that the schema is the one of this build.</summary>
    /// <exception cref="StartRefusedException">It is not.</exception>
    public async Task CheckAsync(NpgsqlDataSource process, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(process, cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        Compare(applied);
        if (applied.Count < migrations.Count)
            throw new StartRefusedException(
                $"The database lacks the migration {migrations[applied.Count].Name}. Start once with ConnectionStrings__Owner set, or migrate by hand.");
    }

    private void Compare(IReadOnlyList<Applied> applied)
    {
        for (var i = 0; i < applied.Count; i++)
        {
            if (i >= migrations.Count)
                throw new StartRefusedException($"The database is newer than this app: it has {applied[i].Name}, which this build does not know. Start a newer build.");
            if (applied[i].Id != migrations[i].Id || applied[i].Name != migrations[i].Name)
                throw new StartRefusedException($"The migration {applied[i].Name} was applied to the database but is missing in this build. Put the file back.");
            if (applied[i].Checksum != migrations[i].Checksum)
                throw new StartRefusedException($"The migration {applied[i].Name} was changed after it had been applied. Put the old text back and write a new migration.");
        }
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellation)
    {
        LogApplying(migration.Name);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await ExecuteAsync(connection, "set local role app_owner", cancellation);
            await ExecuteAsync(connection, migration.Sql, cancellation);
            await using var note = new NpgsqlCommand("insert into app.migrations (id, name, checksum) values ($1, $2, $3)", connection)
            {
                Parameters = { new() { Value = migration.Id }, new() { Value = migration.Name }, new() { Value = migration.Checksum } },
            };
            await note.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException cause)
        {
            throw new StartRefusedException($"The migration {migration.Name} failed and was taken back: {cause.MessageText} ({cause.SqlState})", cause);
        }
    }

    private static async Task<IReadOnlyList<Applied>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using (var exists = new NpgsqlCommand("select to_regclass('app.migrations') is not null", connection))
            if (await exists.ExecuteScalarAsync(cancellation) is not true) return [];
        await using var command = new NpgsqlCommand("select id, name, checksum from app.migrations order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<Applied> applied = [];
        while (await reader.ReadAsync(cancellation)) applied.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    private static async Task KeepSecretAsync(NpgsqlConnection connection, byte[] secret, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, "set local role app_owner", cancellation);
        await using var keep = new NpgsqlCommand(
            "with kept as (insert into app.entrance (secret) values ($1) on conflict do nothing returning secret) "
            + "select secret = $1 from kept union all select secret = $1 from app.entrance limit 1", connection)
        { Parameters = { new() { Value = secret } } };
        if (await keep.ExecuteScalarAsync(cancellation) is not true)
            throw new StartRefusedException("This database was set up with another Security:MasterKey. Start with that key.");
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException cause)
        {
            throw new StartRefusedException($"The database cannot be reached: {cause.Message}", cause);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Applying migration {Name}")]
    private partial void LogApplying(string name);

    private sealed record Applied(int Id, string Name, string Checksum);
}
