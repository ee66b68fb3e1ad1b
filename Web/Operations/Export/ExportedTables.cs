using System.Text.RegularExpressions;
using Npgsql;
using Web.Data;

namespace Web.Operations.Export;

/// <summary>A table that goes into the archive.</summary>
/// <param name="Columns">Those that go, with whether they hold text.</param>
/// <param name="LeftOut">Those that do not.</param>
internal sealed record ExportedTable(string Name, IReadOnlyList<(string Name, bool IsText)> Columns, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Key);

/// <summary>
/// Which tables go into the archive: every one that holds rows of companies, as the catalogue knows them, but those that are named
/// here with the reason. A table that somebody adds is in it without being asked.
/// </summary>
internal static partial class ExportedTables
{
    /// <summary>Why a table stays behind.</summary>
    public static IReadOnlyDictionary<string, string> LeftOut { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["refresh_tokens"] = "holds nothing but secrets of programs that are signed in",
        ["one_time_links"] = "holds nothing but secrets of links that were sent",
        ["recovery_codes"] = "holds nothing but secrets of people's second factors",
        ["second_steps"] = "holds nothing but secrets of people's second factors",
        ["passkeys"] = "holds nothing but keys of people's devices",
        ["jobs"] = "is the installation's queue; what came of the work is in the other tables",
        ["uploads"] = "is a file on its way; once loaded its rows are a dataset",
        ["upload_chunks"] = "is a file on its way; once loaded its rows are a dataset",
        ["export_chunks"] = "is these archives themselves",
        ["dataset_values"] = "is an index that is made of the datasets' rows",
    };

    /// <summary>Columns that hold what must not travel, though neither their name nor their type says so.</summary>
    private static readonly HashSet<(string Table, string Column)> Confidential = [("letters", "content")];

    /// <summary>Column names with such a word that are harmless.</summary>
    private static readonly HashSet<(string Table, string Column)> Harmless = [("brand_files", "hash"), ("tenants", "logo_hash"), ("company_models", "monthly_tokens"), ("model_calls", "input_tokens"), ("model_calls", "output_tokens"), ("model_usage", "input_tokens"), ("model_usage", "output_tokens")];

    /// <summary>All of them, in the unit of work that is open.</summary>
    public static async Task<IReadOnlyList<ExportedTable>> ReadAsync(AppDb db, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select c.relname::text, a.attname::text, a.atttypid::regtype::text,
                   coalesce(array_position((select array_agg(k) from pg_index i, unnest(i.indkey) k where i.indrelid = c.oid and i.indisprimary), a.attnum), 0)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)
            order by c.relname, a.attnum
            """, await db.EnterAsync(cancellation));
        List<(string Table, string Column, string Type, int Key)> all = [];
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation)) all.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)));
        return [.. all.GroupBy(column => column.Table).Where(table => !LeftOut.ContainsKey(table.Key)).Select(table => Of(table.Key, [.. table]))];
    }

    private static ExportedTable Of(string name, List<(string Table, string Column, string Type, int Key)> columns)
    {
        var kept = columns.Where(column => column.Column != "tenant_id" && Travels(column.Table, column.Column, column.Type)).ToList();
        return new ExportedTable(
            name, [.. kept.Select(column => (column.Column, column.Type is "text" or "jsonb" or "json" or "text[]" or "character varying"))],
            [.. columns.Where(column => column.Column != "tenant_id").Select(column => column.Column).Except(kept.Select(column => column.Column))],
            [.. columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Column)]);
    }

    /// <summary>Bytes stay here (they are keys, or go as files), and whatever is named like a secret does too until somebody says that it is none.</summary>
    private static bool Travels(string table, string column, string type) =>
        type != "bytea" && !Confidential.Contains((table, column)) && (!Secret().IsMatch(column) || Harmless.Contains((table, column)));

    [GeneratedRegex("hash|secret|token|stamp$|wrapped|password|credential|cipher", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();
}
