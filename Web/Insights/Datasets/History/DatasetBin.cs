using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Datasets.Loading;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Insights.Datasets.History;

/// <summary>A dataset in the bin.</summary>
/// <param name="Until">When it is gone for good.</param>
public sealed record BinnedDataset(Guid Id, string Key, string Title, long Rows, DateTimeOffset DeletedAt, DateTimeOffset Until);

/// <summary>Datasets go to the bin for 30 days and come back from there as they were. Needs an open unit of work.</summary>
internal sealed class DatasetBin(AppDb db, CurrentMember member, EnteredTenant entered, TimeProvider time)
{
    private const int Most = 200;

    public async Task PutAsync(UploadedDataset dataset, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        dataset.PutInBin(now);
        db.Note(dataset, "deleted", now);
        await db.SaveChangesAsync(cancellation);
        await db.QueueSweepAsync(now, now + DatasetSweep.InBin, cancellation);
    }

    /// <summary>What this person can bring back, the newest first.</summary>
    public async Task<IReadOnlyList<BinnedDataset>> ListAsync(string locale, CancellationToken cancellation)
    {
        var binned = await Binned().AsNoTracking().OrderByDescending(dataset => dataset.DeletedAt).Take(Most).ToListAsync(cancellation);
        return [.. binned.Where(dataset => dataset.IsFor(member.Person.Role)).Select(dataset => new BinnedDataset(
            dataset.Id, dataset.Key, dataset.Contract.TitleIn(locale) is { } title && title != "" && dataset.Contract.Titles.Count > 0 ? title : dataset.Key, dataset.RowCount, dataset.DeletedAt!.Value, dataset.DeletedAt.Value + DatasetSweep.InBin))];
    }

    /// <exception cref="RefusalException">404: it is not in the bin, or not for this person; 409: its key has been taken since; 402: there is no room.</exception>
    public async Task<UploadedDataset> RestoreAsync(Guid id, CancellationToken cancellation)
    {
        var dataset = await Binned().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (dataset is null || !dataset.IsFor(member.Person.Role)) throw RefusalException.NotFound();
        if (await db.UploadedDatasets.AnyAsync(one => one.Key == dataset.Key, cancellation)) throw new RefusalException(409, "dataset_key_taken", dataset.Key);
        DatasetLimits.MustHaveRoom(entered.Required, await db.UploadedDatasets.CountAsync(cancellation));
        var now = time.GetUtcNow();
        dataset.TakeFromBin(now);
        db.Note(dataset, "restored", now);
        await db.SaveChangesAsync(cancellation);
        return dataset;
    }

    /// <summary>Only what has rows: a load that never came leaves nothing to bring back.</summary>
    private IQueryable<UploadedDataset> Binned()
    {
        var since = time.GetUtcNow() - DatasetSweep.InBin;
        return db.UploadedDatasets.IgnoreQueryFilters(["bin"]).Where(dataset => dataset.DeletedAt > since && dataset.LoadId != null);
    }
}
