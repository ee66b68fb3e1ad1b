using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Datasets.Values;
using Web.Kernel;
using Web.Language;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Datasets.Access;

/// <summary>A dataset as this reader may use it.</summary>
/// <param name="Uploaded">Null for what the product itself offers.</param>
public sealed record PermittedDataset(Dataset Dataset, UploadedDataset? Uploaded)
{
    /// <summary>Who else may use it, and which rows they see.</summary>
    public DatasetAccess Access { get; init; } = DatasetAccess.Open;

    /// <summary>The dataset without its reader's row filter.</summary>
    public required Dataset Whole { get; init; }

    /// <summary>The relations of which this reader may use the other end.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];
}

/// <summary>The catalogue of whoever is asking: what their permissions and roles let them use, the rows they may see, each text with its values.</summary>
public sealed class PermittedDatasets(
    IEnumerable<IDatasetProvider> providers, KnownDatasets known, ValueIndex index, AppDb db, CurrentMember member, EnteredTenant entered, TimeProvider time)
{
    private MemberFacts? facts;

    /// <summary>Whether a dataset was met whose values are not kept yet, or by an older edition of their keys.</summary>
    public bool AwaitsValues { get; private set; }

    /// <summary>Needs an open unit of work: values that are not known yet are read in it.</summary>
    public Task<Catalog> CatalogAsync(CancellationToken cancellation) => CatalogAsync(null, cancellation);

    /// <param name="words">A request, to look up the values that it may name; null: there is none.</param>
    public async Task<Catalog> CatalogAsync(string? words, CancellationToken cancellation)
    {
        List<PermittedDataset> permitted = [];
        Dictionary<string, Dataset> reachable = new(StringComparer.Ordinal);
        foreach (var one in await AllAsync(cancellation))
        {
            var dataset = await one.WithValuesAsync();
            reachable[dataset.Contract.Key] = dataset;
            if (one.StandsAlone) permitted.Add(one.Permitted with { Dataset = dataset });
        }
        return new Catalog(permitted.Select(one => Relations.Join(one.Dataset, reachable.GetValueOrDefault)))
        {
            Found = string.IsNullOrWhiteSpace(words) ? [] : await ValueLookup.FindAsync(words, permitted, Reading, db, cancellation),
        };
    }

    /// <summary>All of them, without values.</summary>
    public async Task<IReadOnlyList<PermittedDataset>> ListAsync(CancellationToken cancellation) => [.. (await AllAsync(cancellation)).Where(one => one.StandsAlone).Select(one => one.Permitted)];

    /// <summary>What this person may relate a dataset to: all of them, and those that are only reached from others.</summary>
    public async Task<IReadOnlyList<DatasetContract>> ReachableAsync(CancellationToken cancellation) => [.. (await AllAsync(cancellation)).Select(one => one.Permitted.Dataset.Contract)];

    /// <summary>One that this person may relate a dataset to, with the rows that they see; null: absent and forbidden alike.</summary>
    public async Task<Dataset?> ReachAsync(string key, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).Find(offer => offer.Permitted.Dataset.Contract.Key == key)?.Permitted.Dataset;

    /// <summary>One with its values; null: absent and forbidden alike.</summary>
    public async Task<PermittedDataset?> FindAsync(string key, CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        if (all.Find(offer => offer.StandsAlone && offer.Permitted.Dataset.Contract.Key == key) is not { } one) return null;
        var relations = one.Permitted.Dataset.Contract.Relations.Where(relation => all.Exists(offer => offer.Permitted.Dataset.Contract.Key == relation.Dataset));
        return one.Permitted with { Dataset = await one.WithValuesAsync(), Relations = [.. relations] };
    }

    /// <summary>A dataset of this person's, with some values of one column that are in their rows and hold the words.</summary>
    public Task<Dataset> WithSuggestionsAsync(Dataset dataset, string column, string? words, CancellationToken cancellation) =>
        ValueLookup.SuggestAsync(dataset, dataset.Contract.Find(column)!, words, Reading, db, cancellation);

    private async Task<List<Offer>> AllAsync(CancellationToken cancellation)
    {
        List<Offer> offers = [];
        var access = await db.BuiltInAccess.AsNoTracking().ToDictionaryAsync(one => one.Key, one => one.Access, cancellation);
        foreach (var built in providers.SelectMany(provider => provider.Offer(entered.Required.Currency)).Where(built => member.Can(built.Permission)))
        {
            var own = access.GetValueOrDefault(built.Dataset.Contract.Key) ?? DatasetAccess.Open;
            if (own.IsFor(member.Person.Role)) offers.Add(await OfferAsync(built.Dataset, null, own, built.Indexed, cancellation) with { StandsAlone = built.StandsAlone });
        }
        if (!member.Can(Permission.ChartsRead)) return offers;
        var uploaded = await known.OfAsync(db, cancellation);
        AwaitsValues |= uploaded.Any(one => one.Stored.ValuesEdition != ValueKeys.Edition);
        foreach (var one in uploaded)
            if (one.Stored.Access.IsFor(member.Person.Role) && !offers.Exists(offer => offer.Permitted.Dataset.Contract.Key == one.Stored.Key))
                offers.Add(await OfferAsync(one.Whole, one.Stored, one.Stored.Access, null, cancellation));
        return offers;
    }

    /// <param name="indexed">Columns whose values are to be read; null: the whole dataset knows them already.</param>
    private async Task<Offer> OfferAsync(Dataset whole, UploadedDataset? stored, DatasetAccess access, IReadOnlyList<string>? indexed, CancellationToken cancellation)
    {
        if (access.ShowsAllRowsTo(member.Person.Role))
            return new(new PermittedDataset(whole, stored) { Access = access, Whole = whole }, () => indexed is null ? new(whole) : index.WithValuesAsync(whole, indexed, entered.Required.Currency, Reading, db, cancellation));
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
        var edition = $"{entered.Required.Currency} {access.Version} {Reading.Today:O} {string.Join(' ', own.Select(RowFilter.Write))}";
        var bare = dataset with { Contract = dataset.Contract with { Columns = [.. dataset.Contract.Columns.Select(ValueIndex.OfOwnRows)] } };
        return new(new PermittedDataset(bare, stored) { Access = access, Whole = whole }, () => index.WithValuesAsync(dataset, indexed, edition, Reading, db, cancellation));
    }

    private (Calendar Calendar, DateOnly Today) Reading => (entered.Required.Calendar, entered.Required.Calendar.DateOf(time.GetUtcNow()));

    private sealed record Offer(PermittedDataset Permitted, Func<ValueTask<Dataset>> WithValuesAsync)
    {
        public bool StandsAlone { get; init; } = true;
    }
}
