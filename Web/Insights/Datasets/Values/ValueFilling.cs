using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Web.Data;
using Web.Language;

namespace Web.Insights.Datasets.Values;

/// <summary>
/// Keeps every value of the text columns that are too rich to list, each under its key. Values stream from the rows' own table in
/// batches, in the transaction that loads them: what is killed on the way was never there.
/// </summary>
internal static class ValueFilling
{
    /// <summary>Longer texts are no names.</summary>
    public const int Longest = 200;

    /// <summary>A column of codes (order numbers, addresses of pages) with more values than this names nothing that people would say.</summary>
    public const int MostCodes = 50_000;

    public const int MostOfColumn = 2_000_000;
    private const int Batch = 20_000;

    /// <summary>What is not listed is kept, and the dataset knows which columns are complete: free text and masses of codes are left out.</summary>
    /// <param name="load">Whose table holds the rows.</param>
    public static async Task FillAsync(AppDb db, UploadedDataset dataset, Guid load, CancellationToken cancellation)
    {
        var connection = await db.EnterAsync(cancellation);
        if (dataset.ValuesEdition != ValueKeys.Edition) await RemoveAsync(connection, db.TenantId, load, null, cancellation);
        List<short> complete = [];
        foreach (var place in dataset.Unlisted)
            if (await FillAsync(connection, db.TenantId, load, place, cancellation)) complete.Add((short)place);
        dataset.LookUp([.. complete]);
    }

    /// <summary>With the table of the rows go their values.</summary>
    public static async Task RemoveAsync(AppDb db, Guid load, CancellationToken cancellation) =>
        await RemoveAsync(await db.EnterAsync(cancellation), db.TenantId, load, null, cancellation);

    private static async Task<bool> FillAsync(NpgsqlConnection connection, Guid tenant, Guid load, int place, CancellationToken cancellation)
    {
        // A cursor takes no parameters; these are our own ids and numbers.
        await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture,
            $"""
            declare dataset_values_of no scroll cursor for
              select left(t.c{place + 1}, {Longest + 1}) collate "C" from {DatasetRows.NameOf(tenant, load)} t where t.tenant_id = '{tenant}' and t.c{place + 1} is not null
              except select v.value from app.dataset_values v where v.tenant_id = '{tenant}' and v.load_id = '{load}' and v.place = {place}
            """), cancellation);
        var tally = new Tally();
        while (tally.IsNamed && await FetchAsync(connection, cancellation) is { Count: > 0 } values)
        {
            var named = tally.Named(values);
            if (tally.AreCodes && await AreManyAsync(connection, tenant, load, place, cancellation)) tally.GiveUp();
            if (tally.IsNamed) await KeepAsync(connection, (tenant, load, place), named, cancellation);
        }
        await ExecuteAsync(connection, "close dataset_values_of", cancellation);
        if (!tally.IsNamed) await RemoveAsync(connection, tenant, load, place, cancellation);
        return tally.IsNamed;
    }

    /// <summary>Asked once, of a column that begins with codes alone.</summary>
    private static async Task<bool> AreManyAsync(NpgsqlConnection connection, Guid tenant, Guid load, int place, CancellationToken cancellation)
    {
        await using var count = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture,
            $"select count(*) from (select distinct t.c{place + 1} from {DatasetRows.NameOf(tenant, load)} t where t.tenant_id = $1 limit {MostCodes + 1}) t"), connection)
        { CommandTimeout = 120 };
        count.Parameters.Add(new() { Value = tenant });
        return (long)(await count.ExecuteScalarAsync(cancellation))! > MostCodes;
    }

    private static async Task<List<string>> FetchAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var fetch = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"fetch {Batch} from dataset_values_of"), connection) { CommandTimeout = 120 };
        await using var reader = await fetch.ExecuteReaderAsync(cancellation);
        List<string> values = [];
        while (await reader.ReadAsync(cancellation)) values.Add(reader.GetString(0));
        return values;
    }

    private static async Task KeepAsync(NpgsqlConnection connection, (Guid Tenant, Guid Load, int Place) of, List<(long Key, string Value)> named, CancellationToken cancellation)
    {
        if (named.Count == 0) return;
        await using var keep = new NpgsqlCommand(
            "insert into app.dataset_values (tenant_id, key, load_id, place, value) select $1, n.key, $2, $3, n.value from unnest($4, $5) n(key, value)", connection)
        { CommandTimeout = 120 };
        keep.Parameters.Add(new() { Value = of.Tenant });
        keep.Parameters.Add(new() { Value = of.Load });
        keep.Parameters.Add(new() { Value = (short)of.Place });
        keep.Parameters.Add(new() { Value = named.Select(one => one.Key).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        keep.Parameters.Add(new() { Value = named.Select(one => one.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await keep.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task RemoveAsync(NpgsqlConnection connection, Guid tenant, Guid load, int? place, CancellationToken cancellation)
    {
        await using var remove = new NpgsqlCommand("delete from app.dataset_values where tenant_id = $1 and load_id = $2 and ($3 is null or place = $3)", connection) { CommandTimeout = 120 };
        remove.Parameters.Add(new() { Value = tenant });
        remove.Parameters.Add(new() { Value = load });
        remove.Parameters.Add(new() { Value = (object?)(short?)place ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Smallint });
        await remove.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What a column's values look like so far.</summary>
    private sealed class Tally
    {
        private int seen, names, codes, batches;
        private bool given;

        /// <summary>Whether people may say its values by name.</summary>
        public bool IsNamed => !given && names * 2 >= seen && seen <= MostOfColumn;

        /// <summary>The first batch held nothing else.</summary>
        public bool AreCodes => batches == 1 && codes >= seen * 0.95;

        public void GiveUp() => given = true;

        public List<(long Key, string Value)> Named(List<string> values)
        {
            List<(long Key, string Value)> named = [];
            batches++;
            foreach (var value in values)
            {
                seen++;
                if (value.Length > Longest || ValueKeys.Of(value) is not { } key) continue;
                names++;
                if (IsCode(value)) codes++;
                named.Add((key, value));
            }
            named.Sort((one, other) => one.Key.CompareTo(other.Key)); // an index takes keys best in their order
            return named;
        }

        private static bool IsCode(string value) => value.Any(char.IsAsciiDigit) && value.All(letter => char.IsAscii(letter) && letter != ' ');
    }
}
