using Npgsql;
using Web.Tests.Support;

namespace Web.Tests.Operations;

/// <summary>What the tables hold of a company, by the catalogue and past every wall.</summary>
internal static class Rows
{
    public static NpgsqlDataSource All(TestInstallation installation, string? database = null) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database is null ? installation.Postgres.Superuser() : installation.Postgres.Superuser(database)) { Pooling = false }.ConnectionString);

    /// <summary>Every table with a column for the company, uploads included, with how many rows of it are there.</summary>
    public static async Task<Dictionary<string, long>> OfAsync(NpgsqlDataSource all, Guid tenant)
    {
        Dictionary<string, long> counts = [];
        foreach (var table in await TablesAsync(all))
        {
            try
            {
                counts[table] = (long)(await ScalarAsync(all, $"select count(*) from {table} where tenant_id = '{tenant}'"))!;
            }
            catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.UndefinedTable && table.StartsWith("app_data.", StringComparison.Ordinal))
            {
                // an upload of another test's company, dropped since the list was read
            }
        }
        return counts;
    }

    /// <summary>Only those that hold some.</summary>
    public static async Task<Dictionary<string, long>> HeldAsync(NpgsqlDataSource all, Guid tenant) => (await OfAsync(all, tenant)).Where(pair => pair.Value > 0).ToDictionary();

    public static async Task<object?> ScalarAsync(NpgsqlDataSource all, string sql)
    {
        await using var command = all.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<List<string>> TextsAsync(NpgsqlDataSource all, string sql)
    {
        await using var command = all.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> texts = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) texts.Add(reader.GetString(0));
        return texts;
    }

    private static Task<List<string>> TablesAsync(NpgsqlDataSource all) => TextsAsync(all,
        """
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname in ('app', 'app_data') order by 1
        """);
}
