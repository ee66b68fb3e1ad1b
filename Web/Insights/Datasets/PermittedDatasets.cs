using Web.Access;
using Web.Data;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Datasets;

/// <summary>The catalogue of whoever is asking: what their permissions let them use, each text with its values.</summary>
public sealed class PermittedDatasets(
    IEnumerable<IDatasetProvider> providers, ValueIndex index, AppDb db, CurrentMember member, EnteredTenant entered)
{
    /// <summary>Needs an open unit of work: values that are not known yet are read in it.</summary>
    public async Task<Catalog> CatalogAsync(CancellationToken cancellation)
    {
        List<Dataset> permitted = [];
        foreach (var offered in providers.SelectMany(provider => provider.Offer(entered.Required.Currency)))
            if (member.Can(offered.Permission)) permitted.Add(await index.WithValuesAsync(offered, db, cancellation));
        return new Catalog(permitted);
    }
}
