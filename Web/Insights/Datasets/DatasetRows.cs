using Npgsql;
using NpgsqlTypes;
using Web.Data;
using Web.Semantics;

namespace Web.Insights.Datasets;

/// <summary>The table of one load's rows: made, filled and dropped through the functions of the migration, read through its source.</summary>
internal static class DatasetRows
{
    public static string NameOf(Guid tenant, Guid load) => $"app_data.d_{tenant:N}_{load.ToString("N")[^20..]}";

    public static string KindOf(ColumnType type) => type.ToString().ToLowerInvariant();

    public static Task MakeAsync(AppDb db, Guid load, IEnumerable<string> kinds, CancellationToken cancellation) =>
        CallAsync(db, "select app.make_dataset_table($1, $2)", load, cancellation, kinds.ToArray());

    /// <summary>Last before the commit: what the planner believes is then true.</summary>
    public static Task AnalyseAsync(AppDb db, Guid load, CancellationToken cancellation) => CallAsync(db, "select app.analyse_dataset_table($1)", load, cancellation);

    public static Task DropAsync(AppDb db, Guid load, CancellationToken cancellation) => CallAsync(db, "select app.drop_dataset_table($1)", load, cancellation);

    /// <summary>Writes a batch with one statement; COPY is refused behind the wall.</summary>
    /// <param name="cells">One array for each column, in the table's order.</param>
    public static async Task AddAsync(AppDb db, Guid load, IReadOnlyList<string> kinds, IReadOnlyList<Array> cells, CancellationToken cancellation)
    {
        var numbers = Enumerable.Range(1, kinds.Count).ToList();
        var columns = string.Join(", ", numbers.Select(n => FormattableString.Invariant($"c{n}")));
        var arrays = string.Join(", ", numbers.Select(n => FormattableString.Invariant($"${n + 1}")));
        await using var command = new NpgsqlCommand(
            $"insert into {NameOf(db.TenantId, load)} (tenant_id, {columns}) select $1, {columns} from unnest({arrays}) r({columns})", await db.EnterAsync(cancellation))
        { CommandTimeout = 120 };
        command.Parameters.Add(new() { Value = db.TenantId });
        for (var i = 0; i < kinds.Count; i++) command.Parameters.Add(new NpgsqlParameter { Value = cells[i], NpgsqlDbType = NpgsqlDbType.Array | TypeOf(kinds[i]) });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Where a dataset's columns are, each as the contract shows it.</summary>
    public static DatasetSource SourceOf(Guid tenant, Guid load, DatasetContract contract, IReadOnlyList<string> kinds, string? edition = null) => new()
    {
        Edition = edition,
        From = $"{NameOf(tenant, load)} t",
        TenantColumn = "t.tenant_id",
        Columns = contract.Columns.Select((column, i) => (column, i)).ToDictionary(one => one.column.Name, one => new SourceColumn(Shown(one.column.Type, one.i, kinds[one.i]))),
    };

    /// <summary>Whether rows stored as one kind can be read as another.</summary>
    public static bool CanShow(string kind, ColumnType type) => kind == KindOf(type) || (kind, type) is
        ("integer", ColumnType.Number or ColumnType.Text) or ("number", ColumnType.Text) or ("boolean", ColumnType.Text);

    private static string Shown(ColumnType type, int place, string kind)
    {
        var column = FormattableString.Invariant($"t.c{place + 1}");
        return kind == KindOf(type) ? column : type == ColumnType.Text ? $"({column}::text)" : $"({column}::numeric)";
    }

    private static NpgsqlDbType TypeOf(string kind) => kind switch
    {
        "integer" or "money" => NpgsqlDbType.Bigint,
        "number" => NpgsqlDbType.Numeric,
        "boolean" => NpgsqlDbType.Boolean,
        "date" => NpgsqlDbType.Date,
        "timestamp" => NpgsqlDbType.TimestampTz,
        _ => NpgsqlDbType.Text,
    };

    private static async Task CallAsync(AppDb db, string sql, Guid load, CancellationToken cancellation, string[]? kinds = null)
    {
        await using var command = new NpgsqlCommand(sql, await db.EnterAsync(cancellation)) { CommandTimeout = 120 };
        command.Parameters.Add(new() { Value = load });
        if (kinds is not null) command.Parameters.Add(new() { Value = kinds });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
