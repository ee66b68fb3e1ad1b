using Web.Access;
using Web.Data;
using Web.Kernel;
using Web.Language;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Datasets;

/// <summary>A dataset as this reader may use it.</summary>
/// <param name="Uploaded">Null for what the product itself offers.</param>
public sealed record PermittedDataset(Dataset Dataset, UploadedDataset? Uploaded);

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
        foreach (var one in await AllAsync(cancellation)) permitted.Add(one.Permitted with { Dataset = await one.WithValuesAsync() });
        return new Catalog(permitted.Select(one => one.Dataset))
        {
            Found = string.IsNullOrWhiteSpace(words) ? [] : await ValueLookup.FindAsync(words, permitted, Reading, db, cancellation),
        };
    }

    /// <summary>All of them, without values.</summary>
    public async Task<IReadOnlyList<PermittedDataset>> ListAsync(CancellationToken cancellation) => [.. (await AllAsync(cancellation)).Select(one => one.Permitted)];

    /// <summary>One with its values; null: absent and forbidden alike.</summary>
    public async Task<PermittedDataset?> FindAsync(string key, CancellationToken cancellation)
    {
        if ((await AllAsync(cancellation)).Find(offer => offer.Permitted.Dataset.Contract.Key == key) is not { } one) return null;
        return one.Permitted with { Dataset = await one.WithValuesAsync() };
    }

    /// <summary>A dataset of this person's, with some values of one column that are in their rows and hold the words.</summary>
    public Task<Dataset> WithSuggestionsAsync(Dataset dataset, string column, string? words, CancellationToken cancellation) =>
        ValueLookup.SuggestAsync(dataset, dataset.Contract.Find(column)!, words, Reading, db, cancellation);

    private async Task<List<Offer>> AllAsync(CancellationToken cancellation)
    {
        List<Offer> offers = [];
        foreach (var built in providers.SelectMany(provider => provider.Offer(entered.Required.Currency)).Where(built => member.Can(built.Permission)))
            offers.Add(new(new PermittedDataset(built.Dataset, null), () => index.WithValuesAsync(built.Dataset, built.Indexed, entered.Required.Currency, Reading, db, cancellation)));
        if (!member.Can(Permission.ChartsRead)) return offers;
        var uploaded = await known.OfAsync(db, cancellation);
        AwaitsValues |= uploaded.Any(one => one.Stored.ValuesEdition != ValueKeys.Edition);
        foreach (var one in uploaded)
            if (one.Stored.IsFor(member.Person.Role) && !offers.Exists(offer => offer.Permitted.Dataset.Contract.Key == one.Stored.Key))
                offers.Add(await OfferAsync(one, cancellation));
        return offers;
    }

    private async Task<Offer> OfferAsync(KnownDataset one, CancellationToken cancellation)
    {
        if (one.Stored.ShowsAllRowsTo(member.Person.Role)) return new(new PermittedDataset(one.Whole, one.Stored), () => new(one.Whole));
        var filter = RowFilter.Read(one.Stored.RowFilter!);
        if (RowFilter.NamesMember(filter)) facts ??= await MemberFacts.ReadAsync(db, member.Id, cancellation);
        var own = RowFilter.For(filter, one.Stored.Contract, name => facts?.Of(name));
        var contract = one.Whole.Contract;
        var dataset = one.Whole with
        {
            RowFilters = own,
            Contract = contract with { RowCount = null, Columns = [.. contract.Columns.Select(column => column with { Values = null })] },
        };
        string[] indexed = [.. contract.Columns.Where(column => column is { Type: ColumnType.Text, Hidden: false }).Select(column => column.Name)];
        var edition = $"{one.Stored.Version} {Reading.Today:O} {string.Join(' ', own.Select(RowFilter.Write))}";
        var bare = dataset with { Contract = dataset.Contract with { Columns = [.. dataset.Contract.Columns.Select(ValueIndex.OfOwnRows)] } };
        return new(new PermittedDataset(bare, one.Stored), () => index.WithValuesAsync(dataset, indexed, edition, Reading, db, cancellation));
    }

    private (Calendar Calendar, DateOnly Today) Reading => (entered.Required.Calendar, entered.Required.Calendar.DateOf(time.GetUtcNow()));

    private sealed record Offer(PermittedDataset Permitted, Func<ValueTask<Dataset>> WithValuesAsync);
}
