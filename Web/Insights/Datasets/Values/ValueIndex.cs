using System.Runtime.CompilerServices;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Web.Data;
using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Datasets.Values;

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
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(5);
    private const string Before = "before";
    private readonly IMemoryCache datasets = caches.Make(2_000_000);

    /// <summary>The same object as long as it is known, so that what is built from a contract can be kept with it.</summary>
    /// <param name="indexed">Names of the columns whose values are worth knowing.</param>
    /// <param name="edition">What else the values depend on: the dataset's version and the rows that its reader may see.</param>
    public async ValueTask<Dataset> WithValuesAsync(
        Dataset dataset, IReadOnlyList<string> indexed, string edition, (Calendar Calendar, DateOnly Today) reading, AppDb db, CancellationToken cancellation)
    {
        var key = (db.TenantId, dataset.Contract.Key, $"{edition} {db.Scope.SightKey}");
        if (datasets.TryGetValue(key, out Dataset? known)) return known!;
        var values = await ReadAsync(dataset, indexed, reading, db, cancellation);
        var contract = dataset.Contract;
        var columns = contract.Columns.Select(column => values.TryGetValue(column.Name, out var all) ? column with { Values = all, Ordered = dataset.Source.Columns[column.Name].OrderSql is not null } : column);
        if (dataset.RowFilters.Count > 0) columns = columns.Select(OfOwnRows);
        var with = dataset with { Contract = contract with { Columns = [.. columns] } };
        var size = 100 + values.Sum(column => column.Value.Count);
        if (datasets.TryGetValue((key, Before), out Dataset? before) && IsSame(before!, values)) with = before!;
        else datasets.Set((key, Before), with, new MemoryCacheEntryOptions { SlidingExpiration = Unused, Size = 1 });
        return datasets.Set(key, with, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Known, Size = size });
    }

    /// <summary>Where nothing changed meanwhile, the contract stays the same object: a lexicon is built from it, and that takes longer than reading.</summary>
    private static bool IsSame(Dataset before, Dictionary<string, List<string>> values) => before.Contract.Columns
        .All(column => values.TryGetValue(column.Name, out var now) ? column.Values?.SequenceEqual(now, StringComparer.Ordinal) == true : column.Values is null);

    /// <summary>Other words for a value say that it exists; a reader of some rows hears only of those in them.</summary>
    public static Column OfOwnRows(Column column) => column.ValueSynonyms.Count == 0 && column.ValueTitles.Count == 0 ? column : column with
    {
        ValueSynonyms = column.ValueSynonyms.Where(pair => column.Values?.Contains(pair.Key) == true).ToDictionary(),
        ValueTitles = column.ValueTitles.ToDictionary(
            titles => titles.Key, IReadOnlyDictionary<string, string> (titles) => titles.Value.Where(pair => column.Values?.Contains(pair.Key) == true).ToDictionary()),
    };

    public void Dispose() => datasets.Dispose();

    /// <summary>What a <see cref="ValueStatement"/> finds: the column's place in its list, and the value.</summary>
    internal static async IAsyncEnumerable<(int Place, string Value)> ReadAsync(SqlText sql, AppDb db, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var connection = await db.EnterAsync(cancellation);
        var statement = new NpgsqlBatchCommand(sql.Text) { Parameters = { new("tenant", db.TenantId) } };
        foreach (var parameter in sql.Parameters) statement.Parameters.Add(new NpgsqlParameter(parameter.Name, parameter.Type) { Value = parameter.Value });
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(AnalyticPlan.Setting), statement } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) yield return (reader.GetInt32(0), reader.GetString(1));
    }

    private static async Task<Dictionary<string, List<string>>> ReadAsync(
        Dataset dataset, IReadOnlyList<string> indexed, (Calendar Calendar, DateOnly Today) reading, AppDb db, CancellationToken cancellation)
    {
        Dictionary<string, List<string>> values = [];
        if (ValueStatement.Compile(dataset, indexed, Most + 1, reading.Calendar, reading.Today) is not { } sql) return values;
        await foreach (var (place, value) in ReadAsync(sql, db, cancellation))
        {
            if (!values.TryGetValue(indexed[place], out var list)) values[indexed[place]] = list = [];
            list.Add(value);
        }
        foreach (var (name, list) in values.ToList())
        {
            if (list.Count > Most) values.Remove(name);
            else if (dataset.Source.Columns[name].OrderSql is null) list.Sort(StringComparer.Ordinal);
        }
        return values;
    }
}
