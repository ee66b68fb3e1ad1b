using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Web.Data;
using Web.Semantics;

namespace Web.Insights.Datasets;

/// <summary>An uploaded dataset as somebody sees it who sees all its rows.</summary>
public sealed record KnownDataset(UploadedDataset Stored, Dataset Whole);

/// <summary>
/// A company's uploaded datasets, remembered by their versions: each request asks for the versions alone (one statement) and reads what
/// changed, so that an edit counts at once on every instance.
/// </summary>
public sealed class KnownDatasets : IDisposable
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(10);
    private readonly MemoryCache shelves = new(new MemoryCacheOptions { SizeLimit = 5_000_000 });

    /// <summary>Needs an open unit of work.</summary>
    public async Task<IReadOnlyCollection<KnownDataset>> OfAsync(AppDb db, CancellationToken cancellation)
    {
        var versions = await db.UploadedDatasets.AsNoTracking().Where(dataset => dataset.LoadId != null).Select(dataset => new { dataset.Id, dataset.Version }).ToListAsync(cancellation);
        if (versions.Count == 0) return [];
        var shelf = shelves.TryGetValue(db.TenantId, out Dictionary<Guid, KnownDataset>? known) ? known! : [];
        var changed = versions.Where(one => !shelf.TryGetValue(one.Id, out var there) || there.Stored.Version != one.Version).Select(one => one.Id).ToArray();
        if (changed.Length == 0 && shelf.Count == versions.Count) return shelf.Values;
        var fresh = await db.UploadedDatasets.AsNoTracking().Where(dataset => changed.Contains(dataset.Id) && dataset.LoadId != null).ToListAsync(cancellation);
        var next = versions.Where(one => !changed.Contains(one.Id)).Select(one => shelf[one.Id]).Concat(fresh.Select(dataset => Of(dataset, db.TenantId))).ToDictionary(one => one.Stored.Id);
        return shelves.Set(db.TenantId, next, new MemoryCacheEntryOptions { SlidingExpiration = Unused, Size = 100 + next.Values.Sum(SizeOf) }).Values;
    }

    public void Dispose() => shelves.Dispose();

    private static KnownDataset Of(UploadedDataset stored, Guid tenant)
    {
        var contract = stored.Contract with { Key = stored.Key, RowCount = stored.RowCount, RefreshedAt = stored.RefreshedAt };
        var source = DatasetRows.SourceOf(tenant, stored.LoadId!.Value, contract, stored.Kinds);
        return new KnownDataset(stored, new Dataset(contract with { Columns = [.. contract.Columns.Select((column, place) => column with { Values = ValuesOf(stored, column, place) })] }, source));
    }

    private static IReadOnlyList<string>? ValuesOf(UploadedDataset stored, Column column, int place) =>
        column.Type == ColumnType.Text && !column.Hidden ? stored.KnownValues.At(place) : null;

    private static long SizeOf(KnownDataset known) => 10 + known.Stored.Contract.Columns.Count * 10 + known.Stored.KnownValues.ByPlace.Values.Sum(values => values.Count);
}
