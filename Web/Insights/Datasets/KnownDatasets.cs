using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Web.Data;
using Web.Insights.Datasets.Contracts;
using Web.Semantics;

namespace Web.Insights.Datasets;

/// <summary>An uploaded dataset as somebody sees it who sees all its rows.</summary>
public sealed record KnownDataset(UploadedDataset Stored, Dataset Whole);

/// <summary>
/// A company's uploaded datasets, remembered by their versions: each request asks for the versions alone (one statement) and reads what
/// changed, so that an edit counts at once on every instance.
/// </summary>
public sealed class KnownDatasets(Caches caches) : IDisposable
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(10);
    private readonly IMemoryCache shelf = caches.Make(5_000_000);

    /// <summary>Needs an open unit of work.</summary>
    public async Task<IReadOnlyCollection<KnownDataset>> OfAsync(AppDb db, CancellationToken cancellation)
    {
        var versions = await db.UploadedDatasets.AsNoTracking().Where(dataset => dataset.LoadId != null).Select(dataset => new { dataset.Id, dataset.Version }).ToListAsync(cancellation);
        List<KnownDataset> known = [];
        List<Guid> changed = [];
        foreach (var one in versions)
            if (shelf.TryGetValue((db.TenantId, one.Id, one.Version), out KnownDataset? there)) known.Add(there!);
            else changed.Add(one.Id);
        if (changed.Count == 0) return known;
        foreach (var fresh in await db.UploadedDatasets.AsNoTracking().Where(dataset => changed.Contains(dataset.Id) && dataset.LoadId != null).ToListAsync(cancellation))
        {
            var one = Of(fresh, db.TenantId);
            known.Add(shelf.Set((db.TenantId, fresh.Id, fresh.Version), one, new MemoryCacheEntryOptions { SlidingExpiration = Unused, Size = SizeOf(one) }));
        }
        return known;
    }

    public void Dispose() => shelf.Dispose();

    private static KnownDataset Of(UploadedDataset stored, Guid tenant)
    {
        var contract = stored.Contract with { Key = stored.Key, RowCount = stored.RowCount, RefreshedAt = stored.RefreshedAt };
        var source = DatasetRows.SourceOf(tenant, stored.LoadId!.Value, contract, stored.Kinds, $"{stored.Id:N} {stored.Version}");
        contract = contract with { Columns = [.. contract.Columns.Select((column, place) => WithValues(stored, column, place))], Measures = MeasureChange.Standing(contract) };
        return new KnownDataset(stored, new Dataset(contract, source) { Uploaded = true });
    }

    private static Column WithValues(UploadedDataset stored, Column column, int place)
    {
        var values = column.Type == ColumnType.Text && !column.Hidden ? stored.KnownValues.At(place) : null;
        return column with { Values = values, LookedUp = values is null && column is { Type: ColumnType.Text, Hidden: false } && stored.LooksUp(place) };
    }

    private static long SizeOf(KnownDataset known) => 100 + known.Stored.Contract.Columns.Count * 10 + known.Stored.KnownValues.ByPlace.Values.Sum(values => values.Count);
}
