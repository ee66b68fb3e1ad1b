using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Web.Data;
using Web.Semantics;

namespace Web.Insights.Datasets;

/// <summary>
/// Every distinct value of the text columns that people say by name, complete or not at all: an index with gaps would let a
/// name that exists be taken for one that does not. Known for a minute, for each tenant apart.
/// </summary>
public sealed class ValueIndex(Caches caches) : IDisposable
{
    /// <summary>A column with more values than this is not indexed.</summary>
    public const int Most = 5000;

    /// <summary>How long a list of values may be out of date; instances do not tell each other.</summary>
    public static readonly TimeSpan Known = TimeSpan.FromMinutes(1);
    private readonly IMemoryCache datasets = caches.Make(2_000_000);

    /// <summary>The same object as long as it is known, so that what is built from a contract can be kept with it.</summary>
    public async ValueTask<Dataset> WithValuesAsync(OfferedDataset offered, AppDb db, CancellationToken cancellation)
    {
        var key = (db.TenantId, offered.Dataset.Contract.Key);
        if (datasets.TryGetValue(key, out Dataset? known)) return known!;
        var values = await ReadAsync(offered, db, cancellation);
        var contract = offered.Dataset.Contract;
        var indexed = offered.Dataset with
        {
            Contract = contract with { Columns = [.. contract.Columns.Select(column => values.TryGetValue(column.Name, out var all) ? column with { Values = all } : column)] },
        };
        var size = 100 + values.Sum(column => column.Value.Count);
        return datasets.Set(key, indexed, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Known, Size = size });
    }

    public void Dispose() => datasets.Dispose();

    private static async Task<Dictionary<string, List<string>>> ReadAsync(OfferedDataset offered, AppDb db, CancellationToken cancellation)
    {
        var connection = await db.EnterAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(AnalyticPlan.Setting),
                new NpgsqlBatchCommand(Statement(offered)) { Parameters = { new("tenant", db.TenantId), new("most", Most + 1) } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        Dictionary<string, List<string>> values = [];
        while (await reader.ReadAsync(cancellation))
        {
            var name = offered.Indexed[reader.GetInt32(0)];
            if (!values.TryGetValue(name, out var list)) values[name] = list = [];
            list.Add(reader.GetString(1));
        }
        foreach (var (name, list) in values.ToList())
        {
            if (list.Count > Most) values.Remove(name);
            else list.Sort(StringComparer.Ordinal);
        }
        return values;
    }

    /// <summary>One branch for each column; identifiers come from our own source only.</summary>
    private static string Statement(OfferedDataset offered)
    {
        var source = offered.Dataset.Source;
        return string.Join("\nunion all\n", offered.Indexed.Select((name, place) =>
        {
            var column = source.Columns[name];
            return FormattableString.Invariant(
                $"(select distinct {place}, {column.Sql}::text from {source.From}{JoinsOf(source, column.Join)} where {source.TenantColumn} = @tenant{And(source.Where)} and {column.Sql} is not null limit @most)");
        }));
    }

    private static string And(string? condition) => condition is null ? "" : $" and {condition}";

    private static string JoinsOf(DatasetSource source, string? alias)
    {
        if (alias is null) return "";
        var join = source.Joins[alias];
        return string.Concat(join.After.Select(before => JoinsOf(source, before))) + " " + join.Sql;
    }
}
