using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Language;
using Web.Semantics;
using Calendar = Web.Kernel.Calendar;

namespace Web.Insights.Datasets.Values;

/// <summary>
/// The values that a request's words may name, of all columns of its reader whose values are too many to list: one statement for all
/// of them. Of a dataset with row filters, only values of the rows that the reader sees.
/// </summary>
internal static class ValueLookup
{
    private const int Most = 5000, MostOfNames = 500, MostTogether = 100, MostSuggested = 40;

    /// <param name="permitted">What this person may use; nothing else is looked at.</param>
    public static async Task<IReadOnlyList<FoundValue>> FindAsync(
        string words, IReadOnlyList<PermittedDataset> permitted, (Calendar Calendar, DateOnly Today) reading, AppDb db, CancellationToken cancellation)
    {
        var uploads = permitted.Where(one => one.Uploaded is not null && one.Dataset.Contract.Columns.Any(IsOpen)).ToDictionary(one => one.Uploaded!.LoadId!.Value);
        var names = permitted.SelectMany(one => one.Dataset.Source.Columns.Values).Select(column => column.Names).OfType<NameSource>().Distinct().ToList();
        if (uploads.Count == 0 && names.Count == 0) return [];
        var hits = await ReadAsync(words, uploads.Keys, names, db, cancellation);
        List<FoundValue> found = [];
        foreach (var one in permitted)
            foreach (var (name, column) in one.Dataset.Source.Columns.Where(column => column.Value.Names is not null))
                if (one.Dataset.Contract.Find(name) is { } said)
                    found.AddRange(await SeenAsync(one.Dataset, said, hits.Where(hit => hit.Load is null && names[hit.Place] == column.Names), reading, db, cancellation));
        foreach (var group in hits.Where(hit => hit.Load is not null).GroupBy(hit => (Load: hit.Load!.Value, hit.Place)))
        {
            var dataset = uploads[group.Key.Load].Dataset;
            if (dataset.Contract.Columns.ElementAtOrDefault(group.Key.Place) is not { } column || !IsOpen(column)) continue;
            found.AddRange(await SeenAsync(dataset, column, group, reading, db, cancellation));
        }
        return found;
    }

    /// <summary>The column with some of its values, to choose from: those that hold the words and stand in rows which this reader sees.</summary>
    public static async Task<Dataset> SuggestAsync(
        Dataset dataset, Column column, string? words, (Calendar Calendar, DateOnly Today) reading, AppDb db, CancellationToken cancellation)
    {
        var holding = string.IsNullOrWhiteSpace(words) ? dataset : dataset with { RowFilters = [.. dataset.RowFilters, ChartFilter.On(column.Name, FilterOp.Contains, words.Trim())] };
        if (ValueStatement.Compile(holding, [column.Name], MostSuggested, reading.Calendar, reading.Today) is not { } sql) return dataset;
        var values = await ValueIndex.ReadAsync(sql, db, cancellation).Select(one => one.Value).Order(StringComparer.Ordinal).ToListAsync(cancellation);
        return dataset with { Contract = dataset.Contract with { Columns = [.. dataset.Contract.Columns.Select(one => one == column ? one with { Values = values } : one)] } };
    }

    private static bool IsOpen(Column column) => column is { LookedUp: true, Hidden: false, Values: null };

    private static async Task<List<Hit>> ReadAsync(string words, IReadOnlyCollection<Guid> loads, List<NameSource> names, AppDb db, CancellationToken cancellation)
    {
        List<string> parts = [];
        if (loads.Count > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture,
                $"(select v.load_id, v.place::int, v.value from unnest(@keys) said(key) cross join lateral (select * from app.dataset_values one where one.tenant_id = @tenant and one.key = said.key and one.load_id = any(@loads) limit {Most}) v limit {Most})")); // one look into the index for each key, whatever the planner knows of a table that was just filled
        parts.AddRange(names.Select((name, place) => string.Create(CultureInfo.InvariantCulture,
            $"(select distinct null::uuid, {place}, {name.Sql} from {name.From} where {name.TenantColumn} = @tenant and {name.Where} and {name.KeySql} = any(@names) limit {MostOfNames})")));
        await using var command = new NpgsqlCommand(string.Join("\nunion all\n", parts), await db.EnterAsync(cancellation));
        command.Parameters.Add(new("tenant", db.TenantId));
        if (loads.Count > 0)
        {
            command.Parameters.Add(new("keys", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = ValueKeys.In(words).ToArray() });
            command.Parameters.Add(new("loads", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = loads.ToArray() });
        }
        if (names.Count > 0) command.Parameters.Add(new("names", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = ValueKeys.WrittenIn(words).ToArray() });
        List<Hit> hits = [];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) hits.Add(new(reader.IsDBNull(0) ? null : reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2)));
        return hits;
    }

    /// <summary>Those that stand in rows which this reader sees.</summary>
    private static async Task<IEnumerable<FoundValue>> SeenAsync(
        Dataset dataset, Column column, IEnumerable<Hit> hits, (Calendar Calendar, DateOnly Today) reading, AppDb db, CancellationToken cancellation)
    {
        List<string> seen = [.. hits.Select(hit => hit.Value)];
        if (dataset.RowFilters.Count > 0 && seen.Count > 0) seen = await AmongAsync(dataset, column, seen, reading, db, cancellation);
        return seen.Select(value => new FoundValue(dataset.Contract.Key, column.Name, value));
    }

    private static async Task<List<string>> AmongAsync(
        Dataset dataset, Column column, IEnumerable<string> values, (Calendar Calendar, DateOnly Today) reading, AppDb db, CancellationToken cancellation)
    {
        List<string> seen = [];
        foreach (var some in values.Chunk(MostTogether))
        {
            var among = dataset with { RowFilters = [.. dataset.RowFilters, ChartFilter.On(column.Name, FilterOp.In, some)] };
            if (ValueStatement.Compile(among, [column.Name], some.Length, reading.Calendar, reading.Today) is not { } sql) continue;
            seen.AddRange(await ValueIndex.ReadAsync(sql, db, cancellation).Select(one => one.Value).ToListAsync(cancellation));
        }
        return seen;
    }

    /// <param name="Load">Null for a name of the product's own records.</param>
    /// <param name="Place">The column's, or that of the source of names.</param>
    private sealed record Hit(Guid? Load, int Place, string Value);
}
