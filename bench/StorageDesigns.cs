using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Web.Data;

namespace Bench;

/// <summary>
/// Where uploaded rows could live: a typed table for each load, or one fenced table with slots. Both are filled with the same rows
/// as <c>app_rw</c> and compared with a plain table that has no wall.
/// </summary>
internal sealed class StorageDesigns : IAsyncDisposable
{
    private const int Columns = 12;
    private static readonly string[] Kinds = ["text", "date", "timestamp", "text", "text", "text", "text", "integer", "money", "money", "number", "boolean"];
    private static readonly string[] Types = ["text", "date", "timestamptz", "text", "text", "text", "text", "bigint", "bigint", "bigint", "numeric", "boolean"];
    private static readonly string[] Slots = ["t1", "z1", "z2", "t2", "t3", "t4", "t5", "n1", "n2", "n3", "n4", "n5"];
    private static readonly string[] SlotCasts = ["", "::timestamptz", "", "", "", "", "", "::numeric", "::numeric", "::numeric", "", "::int::numeric"];
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"tsumugi-bench-{Guid.NewGuid():N}");
    private readonly Guid tenant = Guid.CreateVersion7();
    private EmbeddedPostgres postgres = null!;
    private NpgsqlDataSource process = null!, superuser = null!;

    public static async Task MeasureAsync(int rows, int datasets)
    {
        await using var designs = new StorageDesigns();
        await designs.StartAsync();
        await designs.BigAsync(rows);
        await designs.ManyAsync(datasets);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await superuser.DisposeAsync();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAsync()
    {
        postgres = await EmbeddedPostgres.StartAsync(folder, AppContext.BaseDirectory);
        await new Migrator(Migration.All, NullLogger.Instance).MigrateAsync(postgres.Owner, new byte[32], default);
        process = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres.Process) { CommandTimeout = 0 }.ConnectionString);
        superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres.Superuser()) { CommandTimeout = 0 }.ConnectionString);
        await BareAsync($"insert into app.tenants (tenant_id, slug, name) values ('{tenant}', 'bench', 'Bench')");
        var slots = string.Join(", ", Enumerable.Range(1, 300).Select(n => $"t{n} text").Concat(Enumerable.Range(1, 300).Select(n => $"n{n} numeric")).Concat(Enumerable.Range(1, 100).Select(n => $"z{n} timestamptz")));
        await BareAsync($"create table app.slot_rows (tenant_id uuid not null, load_id bigint not null, row_no bigint not null, {slots}, primary key (tenant_id, load_id, row_no)); alter table app.slot_rows owner to app_owner; set role app_owner; call app.fence('app.slot_rows'); reset role");
        await BareAsync($"create table plain ({string.Join(", ", Types.Select((type, i) => $"c{i + 1} {type}"))})");
    }

    private async Task BigAsync(int rows)
    {
        var load = Guid.CreateVersion7();
        var table = "app_data." + await ScalarAsync($"select app.make_dataset_table('{load}', array['{string.Join("','", Kinds)}'])");
        var names = string.Join(", ", Enumerable.Range(1, Columns).Select(i => $"c{i}"));
        var values = string.Join(", ", Enumerable.Range(1, Columns).Select(i => $"v{i}"));
        var arrays = string.Join(", ", Types.Select((type, i) => $"${i + 1}::{type}[]"));
        var from = $"from unnest({arrays}) with ordinality r({values}, ord)";
        var plain = await LoadAsync(superuser, rows, false, (_, _) => $"insert into plain ({names}) select {values} {from}");
        var typed = await LoadAsync(process, rows, true, (_, _) => $"insert into {table} (tenant_id, {names}) select '{tenant}', {values} {from}");
        var slotValues = string.Join(", ", SlotCasts.Select((cast, i) => $"v{i + 1}{cast}"));
        var slots = await LoadAsync(process, rows, true, (skip, _) => $"insert into app.slot_rows (tenant_id, load_id, row_no, {string.Join(", ", Slots)}) select '{tenant}', 1, ord + {skip}, {slotValues} {from}");
        Say("load, seconds", plain, typed, slots);
        Say("analyse, seconds", await TimeAsync(() => BareAsync("analyze plain")), await TimeAsync(() => ScalarAsync($"select app.analyse_dataset_table('{load}')")), await TimeAsync(() => BareAsync("analyze app.slot_rows")));
        Say("size, MB", await SizeAsync("plain"), await SizeAsync(table), await SizeAsync("app.slot_rows"));
        await AggregateAsync("month × category, sum", "select date_trunc('month', {1}::timestamp), {4}, sum({9}) from {from} group by 1, 2", table);
        await AggregateAsync("filter and sum", "select {3}, sum({9}), count(*) from {from} and {4} = 'Category 7' and {1} >= '2025-01-01' group by 1", table);
        await AggregateAsync("count distinct", "select count(distinct {6}) from {from}", table);
        Say("first query of a connection, ms", await FreshAsync(postgres.Superuser(), "select sum(c9) from plain where c4 = 'x'", false), await FreshAsync(postgres.Process, $"select sum(c9) from {table} where tenant_id = '{tenant}' and c4 = 'x'", true), await FreshAsync(postgres.Process, $"select sum(n3) from app.slot_rows where tenant_id = '{tenant}' and load_id = 1 and t3 = 'x'", true));
        Say("drop, seconds", 0, await TimeAsync(() => ScalarAsync($"select app.drop_dataset_table('{load}')")), await TimeAsync(() => WorkAsync($"delete from app.slot_rows where tenant_id = '{tenant}' and load_id = 1")));
        Say("vacuum after it, seconds", 0, 0, await TimeAsync(() => BareAsync("vacuum app.slot_rows")));
        Say("size after it, MB", 0, 0, await SizeAsync("app.slot_rows"));
    }

    private async Task ManyAsync(int datasets)
    {
        if (datasets == 0) return;
        const int each = 50;
        var plainWall = await TimeAsync(async () => await Wall.FaultsAsync(process, default));
        var clock = Stopwatch.StartNew();
        var made = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 4), async (_, cancellation) =>
        {
            while (Interlocked.Increment(ref made) <= datasets)
            {
                var load = Guid.CreateVersion7();
                await WorkAsync($"select app.make_dataset_table('{load}', array['{string.Join("','", Kinds)}'])");
            }
        });
        Console.WriteLine(FormattableString.Invariant($"{datasets} tables made in {clock.Elapsed.TotalSeconds:0.0} s, {clock.Elapsed.TotalMilliseconds * 4 / datasets:0.0} ms each"));
        clock.Restart();
        await BareAsync($"insert into app.slot_rows (tenant_id, load_id, row_no, t1, t2, n1, z1) select '{tenant}', d, r, 'x' || r, 'Category ' || r % 7, r, now() from generate_series(2, {datasets + 1}) d, generate_series(1, {each}) r; analyze app.slot_rows");
        Console.WriteLine(FormattableString.Invariant($"{datasets} × {each} rows into slots in {clock.Elapsed.TotalSeconds:0.0} s"));
        Say("wall check, seconds (before, after)", plainWall, await TimeAsync(async () => await Wall.FaultsAsync(process, default)), 0);
        var some = (string)(await BareScalarAsync("select relname::text from pg_class where relnamespace = 'app_data'::regnamespace and relkind = 'r' offset 100 limit 1"))!;
        await WorkAsync($"insert into app_data.{some} (tenant_id, c1, c4, c8) select '{tenant}', 'x' || r, 'Category ' || r % 7, r from generate_series(1, {each}) r");
        Say("first query of a connection, ms", 0, await FreshAsync(postgres.Process, $"select c4, sum(c8) from app_data.{some} where tenant_id = '{tenant}' group by 1", true), await FreshAsync(postgres.Process, $"select t2, sum(n1) from app.slot_rows where tenant_id = '{tenant}' and load_id = 77 group by 1", true));
        Say("same, warm, ms", 0, await WarmAsync($"select c4, sum(c8) from app_data.{some} where tenant_id = '{tenant}' group by 1"), await WarmAsync($"select t2, sum(n1) from app.slot_rows where tenant_id = '{tenant}' and load_id = 77 group by 1"));
        Console.WriteLine("catalogue, MB: " + await BareScalarAsync("select round(sum(pg_total_relation_size(oid)) / 1e6, 1)::text from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r'"));
        Say("start to first crm query, ms", 0, await FreshAsync(postgres.Process, $"select count(*) from app.deals where tenant_id = '{tenant}'", true), 0);
    }

    private async Task AggregateAsync(string name, string query, string table)
    {
        string Write(string from, Func<int, string> column) => Enumerable.Range(0, Columns).Aggregate(query.Replace("{from}", from, StringComparison.Ordinal), (text, i) => text.Replace($"{{{i}}}", column(i), StringComparison.Ordinal));
        var typed = Write($"{table} where tenant_id = '{tenant}'", i => $"c{i + 1}");
        var plain = Write("plain where true", i => $"c{i + 1}");
        var slots = Write($"app.slot_rows where tenant_id = '{tenant}' and load_id = 1", i => Slots[i]);
        Say(name + ", ms", await BestOfAsync(() => BareAsync(plain)), await BestOfAsync(() => WorkAsync(typed)), await BestOfAsync(() => WorkAsync(slots)));
    }

    private async Task<double> LoadAsync(NpgsqlDataSource source, int rows, bool enter, Func<int, int, string> statement)
    {
        const int batch = 10_000;
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (enter) await ExecuteAsync(connection, $"set local app.tenant_id = '{tenant}'");
        var clock = new Stopwatch();
        for (var skip = 0; skip < rows; skip += batch)
        {
            await using var command = new NpgsqlCommand(statement(skip, batch), connection) { CommandTimeout = 0 };
            foreach (var cells in Cells(skip, Math.Min(batch, rows - skip))) command.Parameters.Add(new NpgsqlParameter { Value = cells });
            clock.Start();
            await command.ExecuteNonQueryAsync();
            clock.Stop();
        }
        clock.Start();
        await transaction.CommitAsync();
        return clock.Elapsed.TotalSeconds;
    }

    private static Array[] Cells(int skip, int count)
    {
        var begin = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        T[] Fill<T>(Func<long, T> cell) => [.. Enumerable.Range(skip, count).Select(n => cell(n * 2654435761L % 4294967296L))];
        return
        [
            Fill(n => $"ORD-{n}"), Fill(n => DateOnly.FromDateTime(begin.AddDays(n % 1400))), Fill(n => begin.AddMinutes(n % 2_000_000)), Fill(n => $"Region {n % 5}"),
            Fill(n => $"Category {n % 20}"), Fill(n => $"Product number {n % 500}"), Fill(n => $"Customer {n % 20_000}"), Fill(n => n % 90),
            Fill(n => n % 90_000), Fill(n => n % 9_000_000), Fill(n => n % 40 / 100m), Fill(n => n % 13 == 0),
        ];
    }

    private async Task<double> WarmAsync(string sql)
    {
        await using var connection = await process.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"set local app.tenant_id = '{tenant}'");
        return await BestOfAsync(() => ExecuteAsync(connection, sql));
    }

    private static async Task<double> FreshAsync(string login, string sql, bool enter)
    {
        await using var fresh = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(login) { Pooling = false }.ConnectionString);
        await using var connection = await fresh.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (enter) await ExecuteAsync(connection, $"set local app.tenant_id = '{sql.Split('\'').First(part => Guid.TryParse(part, out _))}'");
        var clock = Stopwatch.StartNew();
        await ExecuteAsync(connection, "explain " + sql);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> BestOfAsync(Func<Task> act)
    {
        List<double> times = [];
        for (var i = 0; i < 6; i++) times.Add(await TimeAsync(act));
        return times.Order().ElementAt(2) * 1000;
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var clock = Stopwatch.StartNew();
        await act();
        return clock.Elapsed.TotalSeconds;
    }

    private async Task<double> SizeAsync(string table) => Convert.ToDouble(await BareScalarAsync($"select pg_total_relation_size('{table}') / 1e6"), CultureInfo.InvariantCulture);

    private async Task BareAsync(string sql)
    {
        await using var connection = await superuser.OpenConnectionAsync();
        await ExecuteAsync(connection, sql);
    }

    private async Task<object?> BareScalarAsync(string sql)
    {
        await using var command = superuser.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private async Task WorkAsync(string sql)
    {
        await using var connection = await process.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"set local app.tenant_id = '{tenant}'");
        await ExecuteAsync(connection, sql);
        await transaction.CommitAsync();
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await process.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"set local app.tenant_id = '{tenant}'");
        await using var command = new NpgsqlCommand(sql, connection);
        var result = await command.ExecuteScalarAsync();
        await transaction.CommitAsync();
        return result;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        do while (await reader.ReadAsync()) { } while (await reader.NextResultAsync());
    }

    private static void Say(string what, double plain, double typed, double slots) =>
        Console.WriteLine(FormattableString.Invariant($"{what,-36} plain {plain,9:0.00}   typed table {typed,9:0.00}   slots {slots,9:0.00}"));
}
