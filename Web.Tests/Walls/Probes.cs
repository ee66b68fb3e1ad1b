using System.Text.Json;
using Npgsql;

namespace Web.Tests.Walls;

/// <summary>
/// Every table × select, insert, update, delete, move, upsert and foreign key, as company A against company B, and with
/// the tenant unset, empty and garbage. The probes are made from the catalogue: a new table is tried without being named here.
/// </summary>
internal sealed class Probes
{
    private readonly Plot plot;
    private readonly NpgsqlDataSource process;

    private Probes(Plot plot, NpgsqlDataSource process) => (this.plot, this.process) = (plot, process);

    public static async Task NoneGetsThroughAsync(Plot plot)
    {
        await using var process = plot.Open();
        await new Probes(plot, process).NoneGetsThroughAsync();
    }

    private async Task NoneGetsThroughAsync()
    {
        var (a, b) = plot.People.Full;
        await using var superuser = NpgsqlDataSource.Create(plot.Superuser);
        var tables = await FencedTablesAsync(superuser);
        Assert.NotEmpty(tables);
        var probes = 0;
        foreach (var table in tables)
        {
            var theirs = await RowAsync(superuser, table, b);
            var mine = await RowAsync(superuser, table, a);
            Assert.True(theirs is not null && mine is not null, $"{table.Name} holds no row of the two companies; let the demo fill it, so that it can be tried.");
            foreach (var probe in ProbesOf(table, a, b, theirs!).Concat(await PointersAsync(superuser, table, b, mine!)))
            {
                await ProbeAsync(probe, a);
                probes++;
            }
            foreach (var setting in new string?[] { null, "", "garbage", "00000000-0000-0000-0000-000000000000" })
            {
                await LostAsync(table, setting, b);
                probes++;
            }
            Assert.Equal(theirs, await RowAsync(superuser, table, b));
        }
        TestContext.Current.SendDiagnosticMessage($"{probes} probes over {tables.Count} tables, 0 got through");
    }

    private static IEnumerable<Probe> ProbesOf(Table table, Guid a, Guid b, string theirs)
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"\"{column}\""));
        var copy = $"insert into {table.Name} ({columns}) select {columns} from jsonb_populate_record(null::{table.Name}, @row::jsonb)";
        yield return new(table, $"select count(*) from {table.Name} where tenant_id = '{b}'", null, Expect.Nothing, "42501");
        yield return new(table, $"select count(*) from {table.Name} where tenant_id <> '{a}'", null, Expect.Nothing, "42501");
        yield return new(table, $"update {table.Name} set tenant_id = tenant_id where tenant_id = '{b}'", null, Expect.Nothing, "42501");
        yield return new(table, $"delete from {table.Name} where tenant_id = '{b}'", null, Expect.Nothing, "42501");
        yield return new(table, $"update {table.Name} set tenant_id = '{b}' where tenant_id = '{a}'", null, Expect.Refusal, "42501");
        yield return new(table, copy, theirs, Expect.Refusal, "42501");
        yield return new(table, copy + $" on conflict ({table.Key}) do nothing", theirs, Expect.Refusal, "42501");
        yield return new(table, copy + $" on conflict ({table.Key}) do update set tenant_id = excluded.tenant_id", theirs, Expect.Refusal, "42501");
    }

    /// <summary>A row of A is pointed at a row of B, along every foreign key. Such a key asks nobody's policies, so it must carry the tenant itself.</summary>
    private static async Task<List<Probe>> PointersAsync(NpgsqlDataSource superuser, Table table, Guid b, string mine)
    {
        List<Probe> probes = [];
        var row = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(mine)!;
        foreach (var reference in table.References)
        {
            var pairs = reference.Columns.Zip(reference.Others).Where(pair => pair.First is not "tenant_id").ToList();
            if (pairs.Count == 0) continue;
            await using var command = superuser.CreateCommand($"select array[{string.Join(", ", pairs.Select(pair => $"\"{pair.Second}\"::text"))}] from {reference.Table} where tenant_id = $1 limit 1");
            command.Parameters.AddWithValue(b);
            var values = (string[])(await command.ExecuteScalarAsync())!;
            var set = string.Join(", ", pairs.Zip(values).Select(pair => $"\"{pair.First.First}\" = '{pair.Second}'"));
            var own = string.Join(" and ", table.KeyColumns.Select(column => $"\"{column}\" = '{row[column]}'"));
            probes.Add(new(table, $"update {table.Name} set {set} where {own}", null, Expect.Refusal, "23503", "42501"));
        }
        return probes;
    }

    private async Task ProbeAsync(Probe probe, Guid tenant)
    {
        await using var connection = await process.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var enter = new NpgsqlCommand("select app.enter($1, $2, false)", connection) { Parameters = { new() { Value = tenant }, new() { Value = plot.Proof.For(tenant) } } })
            await enter.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(probe.Sql, connection);
        if (probe.Row is not null) command.Parameters.AddWithValue("row", probe.Row);
        try
        {
            var count = probe.Sql.StartsWith("select", StringComparison.Ordinal) ? (long)(await command.ExecuteScalarAsync())! : await command.ExecuteNonQueryAsync();
            Assert.True(probe.Expect == Expect.Nothing && count == 0, $"{probe.Table.Name}: {probe.Sql} touched {count} rows");
        }
        catch (PostgresException refused)
        {
            Assert.True(probe.Refusals.Contains(refused.SqlState), $"{probe.Table.Name}: {probe.Sql} was refused by {refused.SqlState}, which is not the wall: {refused.MessageText}");
        }
    }

    /// <summary>Without a tenant, or with a wrong one: no rows, and nothing can be added or removed.</summary>
    private async Task LostAsync(Table table, string? setting, Guid b)
    {
        await using var connection = await process.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in new[] { $"select count(*) from {table.Name}", $"delete from {table.Name}", $"update {table.Name} set tenant_id = '{b}'" })
        {
            await transaction.SaveAsync("probe");
            try
            {
                if (setting is not null)
                    await using (var set = new NpgsqlCommand($"set local app.tenant_id = '{setting}'", connection)) await set.ExecuteNonQueryAsync();
                await using var command = new NpgsqlCommand(sql, connection);
                var count = sql.StartsWith("select", StringComparison.Ordinal) ? (long)(await command.ExecuteScalarAsync())! : await command.ExecuteNonQueryAsync();
                Assert.True(count == 0, $"{table.Name} with the tenant '{setting}': {sql} touched {count} rows");
            }
            catch (PostgresException refused) when (refused.SqlState is "22P02" or "42501")
            {
                await transaction.RollbackAsync("probe");
            }
        }
    }

    private static async Task<IReadOnlyList<Table>> FencedTablesAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            select 'app.' || c.relname,
                   (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
                   (select array_agg(a.attname::text order by k.n) from pg_index i cross join unnest(i.indkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num where i.indrelid = c.oid and i.indisprimary),
                   coalesce((select jsonb_agg(jsonb_build_object(
                     'columns', (select jsonb_agg(a.attname order by k.n) from unnest(f.conkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num),
                     'table', f.confrelid::regclass::text,
                     'others', (select jsonb_agg(a.attname order by k.n) from unnest(f.confkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num)))
                     from pg_constraint f where f.conrelid = c.oid and f.contype = 'f')::text, '[]')
            from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        List<Table> tables = [];
        while (await reader.ReadAsync())
            tables.Add(new Table(reader.GetString(0), reader.GetFieldValue<string[]>(1), reader.GetFieldValue<string[]>(2),
                [.. JsonDocument.Parse(reader.GetString(3)).RootElement.EnumerateArray().Select(key => new Reference(Names(key, "columns"), key.GetProperty("table").GetString()!, Names(key, "others")))]));
        return tables;

        static string[] Names(JsonElement key, string name) => [.. key.GetProperty(name).EnumerateArray().Select(column => column.GetString()!)];
    }

    private static async Task<string?> RowAsync(NpgsqlDataSource source, Table table, Guid tenant)
    {
        await using var command = source.CreateCommand($"select to_jsonb(t)::text from {table.Name} t where tenant_id = $1 order by {table.Key} limit 1");
        command.Parameters.AddWithValue(tenant);
        return (string?)await command.ExecuteScalarAsync();
    }

    private enum Expect { Nothing, Refusal }

    private sealed record Reference(string[] Columns, string Table, string[] Others);

    private sealed record Table(string Name, string[] Columns, string[] KeyColumns, IReadOnlyList<Reference> References)
    {
        public string Key => string.Join(", ", KeyColumns);
    }

    /// <param name="Refusals">The states in which the wall itself refuses; row-level security comes before keys and checks.</param>
    private sealed record Probe(Table Table, string Sql, string? Row, Expect Expect, params string[] Refusals);
}
