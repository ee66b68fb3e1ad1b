using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Kernel;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Datasets;

/// <summary>A dataset as this reader may use it.</summary>
/// <param name="Uploaded">Null for what the product itself offers.</param>
public sealed record PermittedDataset(Dataset Dataset, UploadedDataset? Uploaded)
{
    /// <summary>Who else may use it, and which rows they see.</summary>
    public DatasetAccess Access { get; init; } = DatasetAccess.Open;

    /// <summary>The dataset without its reader's row filter.</summary>
    public required Dataset Whole { get; init; }
}

/// <summary>The catalogue of whoever is asking: what their permissions and roles let them use, the rows they may see, each text with its values.</summary>
public sealed class PermittedDatasets(
    IEnumerable<IDatasetProvider> providers, KnownDatasets known, ValueIndex index, AppDb db, CurrentMember member, EnteredTenant entered, TimeProvider time)
{
    private MemberFacts? facts;

    /// <summary>Needs an open unit of work: values that are not known yet are read in it.</summary>
    public async Task<Catalog> CatalogAsync(CancellationToken cancellation)
    {
        List<Dataset> permitted = [];
        foreach (var one in await AllAsync(cancellation)) permitted.Add(await one.WithValuesAsync());
        return new Catalog(permitted);
    }

    /// <summary>All of them, without values.</summary>
    public async Task<IReadOnlyList<PermittedDataset>> ListAsync(CancellationToken cancellation) => [.. (await AllAsync(cancellation)).Select(one => one.Permitted)];

    /// <summary>One with its values; null: absent and forbidden alike.</summary>
    public async Task<PermittedDataset?> FindAsync(string key, CancellationToken cancellation)
    {
        if ((await AllAsync(cancellation)).Find(offer => offer.Permitted.Dataset.Contract.Key == key) is not { } one) return null;
        return one.Permitted with { Dataset = await one.WithValuesAsync() };
    }

    private async Task<List<Offer>> AllAsync(CancellationToken cancellation)
    {
        List<Offer> offers = [];
        var access = await db.BuiltInAccess.AsNoTracking().ToDictionaryAsync(one => one.Key, one => one.Access, cancellation);
        foreach (var built in providers.SelectMany(provider => provider.Offer(entered.Required.Currency)).Where(built => member.Can(built.Permission)))
        {
            var own = access.GetValueOrDefault(built.Dataset.Contract.Key) ?? DatasetAccess.Open;
            if (own.IsFor(member.Person.Role)) offers.Add(await OfferAsync(built.Dataset, null, own, built.Indexed, cancellation));
        }
        if (!member.Can(Permission.ChartsRead)) return offers;
        foreach (var one in await known.OfAsync(db, cancellation))
            if (one.Stored.Access.IsFor(member.Person.Role) && !offers.Exists(offer => offer.Permitted.Dataset.Contract.Key == one.Stored.Key))
                offers.Add(await OfferAsync(one.Whole, one.Stored, one.Stored.Access, null, cancellation));
        return offers;
    }

    /// <param name="indexed">Columns whose values are to be read; null: the whole dataset knows them already.</param>
    private async Task<Offer> OfferAsync(Dataset whole, UploadedDataset? stored, DatasetAccess access, IReadOnlyList<string>? indexed, CancellationToken cancellation)
    {
        if (access.ShowsAllRowsTo(member.Person.Role))
            return new(new PermittedDataset(whole, stored) { Access = access, Whole = whole }, () => indexed is null ? new(whole) : index.WithValuesAsync(whole, indexed, "", Reading, db, cancellation));
        var filter = RowFilter.Read(access.RowFilter!);
        if (RowFilter.NamesMember(filter)) facts ??= await MemberFacts.ReadAsync(db, member.Id, cancellation);
        var own = RowFilter.For(filter, whole.Contract, name => facts?.Of(name));
        var contract = whole.Contract;
        var dataset = whole with
        {
            RowFilters = own,
            Contract = contract with { RowCount = null, Columns = [.. contract.Columns.Select(column => column with { Values = null })] },
        };
        indexed ??= [.. contract.Columns.Where(column => column is { Type: ColumnType.Text, Hidden: false }).Select(column => column.Name)];
        var edition = $"{access.Version} {Reading.Today:O} {string.Join(' ', own.Select(RowFilter.Write))}";
        var bare = dataset with { Contract = dataset.Contract with { Columns = [.. dataset.Contract.Columns.Select(ValueIndex.OfOwnRows)] } };
        return new(new PermittedDataset(bare, stored) { Access = access, Whole = whole }, () => index.WithValuesAsync(dataset, indexed, edition, Reading, db, cancellation));
    }

    private (Calendar Calendar, DateOnly Today) Reading => (entered.Required.Calendar, entered.Required.Calendar.DateOf(time.GetUtcNow()));

    private sealed record Offer(PermittedDataset Permitted, Func<ValueTask<Dataset>> WithValuesAsync);
}
