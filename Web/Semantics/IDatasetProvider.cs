namespace Web.Semantics;

/// <summary>A room that has rows to ask about. All providers together make the catalogue.</summary>
public interface IDatasetProvider
{
    /// <param name="currency">The company's own currency.</param>
    IReadOnlyList<OfferedDataset> Offer(string currency);
}

/// <summary>
/// A dataset and what it takes to use it. The values of the <paramref name="Indexed"/> columns are worth knowing by name
/// (owners, stages, industries): whoever builds the catalogue loads them through the dataset's own source and fills in
/// <see cref="Column.Values"/>.
/// </summary>
/// <param name="Permission">Who lacks it never hears of the dataset.</param>
/// <param name="Indexed">Names of text columns with few distinct values or with names that people will say.</param>
public sealed record OfferedDataset(Dataset Dataset, string Permission, IReadOnlyList<string> Indexed)
{
    /// <summary>Whether it is asked about itself, or only through the datasets that are related to it.</summary>
    public bool StandsAlone { get; init; } = true;
}
