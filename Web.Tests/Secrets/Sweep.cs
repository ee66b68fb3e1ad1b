using System.Buffers;
using System.Text;
using Npgsql;

namespace Web.Tests.Secrets;

/// <summary>Looks for secrets in what an app said, and in every column of every table that can hold a text or bytes, as the catalogue lists them: a new one is looked at by itself.</summary>
internal sealed class Sweep
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly SearchValues<string> forms;
    private readonly SortedDictionary<string, string> hits = new(StringComparer.Ordinal);

    public Sweep(IEnumerable<Secret> secrets)
    {
        foreach (var secret in secrets)
            foreach (var form in secret.Forms) names.TryAdd(form, secret.Name);
        forms = SearchValues.Create([.. names.Keys], StringComparison.Ordinal);
    }

    /// <summary>Which secret was found where, with an example.</summary>
    public IReadOnlyDictionary<string, string> Hits => hits;

    public long Characters { get; private set; }

    public int Columns { get; private set; }

    public void Look(string sink, string text)
    {
        Characters += text.Length;
        for (int at, from = 0; (at = text.AsSpan(from).IndexOfAny(forms)) >= 0; from += at + 1)
        {
            var start = from + at;
            var form = names.Keys.Where(form => text.AsSpan(start).StartsWith(form, StringComparison.Ordinal)).MaxBy(form => form.Length)!;
            hits.TryAdd($"{sink}: {names[form]}", text[Math.Max(0, start - 80)..Math.Min(text.Length, start + form.Length + 40)]);
        }
    }

    public async Task LookAtAsync(NpgsqlDataSource all, CancellationToken cancellation)
    {
        foreach (var (table, column, isBytes) in await ColumnsAsync(all, cancellation))
        {
            Columns++;
            await using var command = all.CreateCommand($"select distinct {(isBytes ? $"encode({column}, 'hex')" : $"{column}::text")} from {table} where {column} is not null");
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                var text = reader.GetString(0);
                Look($"{table}.{column}", text);
                if (isBytes) Look($"{table}.{column}", text.ToUpperInvariant());
                if (isBytes) Look($"{table}.{column}", Encoding.Latin1.GetString(Convert.FromHexString(text)));
            }
        }
    }

    private static async Task<List<(string Table, string Column, bool IsBytes)>> ColumnsAsync(NpgsqlDataSource all, CancellationToken cancellation)
    {
        await using var command = all.CreateCommand(
            """
            select format('%I.%I', table_schema, table_name), quote_ident(column_name), udt_name = 'bytea' from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
              and udt_name not in ('bool', 'int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'date', 'timestamptz', 'timestamp', 'uuid', 'interval')
            order by 1, 2
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<(string, string, bool)> columns = [];
        while (await reader.ReadAsync(cancellation)) columns.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return columns;
    }
}
