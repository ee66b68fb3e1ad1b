using Npgsql;

namespace Web.Data;

/// <summary>Asks the catalogue whether the wall between tenants stands, at every start and in the tests.</summary>
public static class Wall
{
    /// <summary>The oldest minor versions without known holes in row-level security (CVE-2025-8713 and before).</summary>
    private static readonly IReadOnlyDictionary<int, int> Oldest = new Dictionary<int, int> { [15] = 14, [16] = 10, [17] = 6 };

    /// <returns>Every fault as "what: why"; empty when the wall stands.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedText.Read("data/cataloguecheck.sql"));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string> faults = [];
        while (await reader.ReadAsync(cancellation)) faults.Add($"{reader.GetString(0)}: {reader.GetString(1)}");
        return faults;
    }

    /// <exception cref="StartRefusedException">The server is too old, the process's role is too strong, or the catalogue has a fault.</exception>
    public static async Task MustStandAsync(NpgsqlDataSource process, ILogger logger, CancellationToken cancellation)
    {
        await using var command = process.CreateCommand(
            """
            select current_setting('server_version_num')::int, current_user::text,
                   has_function_privilege('pg_catalog.set_config(text, text, boolean)', 'execute')
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        MustBeNewEnough(reader.GetInt32(0));
        if (reader.GetString(1) != "app_rw")
            throw new StartRefusedException($"ConnectionStrings__Database signs in as {reader.GetString(1)}; it must be app_rw, the role behind the wall.");
        if (reader.GetBoolean(2))
            logger.LogWarning("set_config may be called by everybody on this server; revoke it from PUBLIC if you can (docs/operations.md).");
        if (await LastingFaultsAsync(process, cancellation) is { Count: > 0 } faults)
            throw new StartRefusedException("The wall between tenants has holes:\n" + string.Join('\n', faults));
    }

    /// <summary>What two readings find: a table that another process drops during one of them can look like a hole in that one.</summary>
    private static async Task<IReadOnlyList<string>> LastingFaultsAsync(NpgsqlDataSource source, CancellationToken cancellation) =>
        await FaultsAsync(source, cancellation) is { Count: > 0 } found ? [.. found.Intersect(await FaultsAsync(source, cancellation))] : [];

    private static void MustBeNewEnough(int version)
    {
        var (major, minor) = (version / 10000, version % 10000);
        if (major < 15) throw new StartRefusedException($"PostgreSQL {major} is too old; 15 or newer is needed.");
        if (Oldest.TryGetValue(major, out var oldest) && minor < oldest)
            throw new StartRefusedException($"PostgreSQL {major}.{minor} has known holes in row-level security; update to {major}.{oldest} or newer.");
    }
}
