using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>Where a word becomes another name: a dataset, one of its columns, or a value in that.</summary>
public sealed record SynonymPlace(string Dataset, string? Column, string? Value)
{
    private const int MostValues = 60;

    /// <summary>A dataset and its columns as a form offers them.</summary>
    public static IEnumerable<(string Value, string Label, string Group)> Of(DatasetContract contract, string locale) =>
        OwnOf(contract).Select(column => (new SynonymPlace(contract.Key, column.Name, null).Write(), column.TitleIn(locale), contract.TitleIn(locale)))
            .Prepend((new SynonymPlace(contract.Key, null, null).Write(), contract.TitleIn(locale), contract.TitleIn(locale)));

    /// <summary>The values that the contract's reader may see.</summary>
    public static IEnumerable<(string Value, string Label, string Group)> OfValues(DatasetContract contract, string locale) =>
        OwnOf(contract).SelectMany(column => (column.Values ?? []).Take(MostValues)
            .Select(value => (new SynonymPlace(contract.Key, column.Name, value).Write(), $"{column.TitleIn(locale)} = {value}", $"{contract.TitleIn(locale)} › {column.TitleIn(locale)}")));

    public string Write() => $"{Dataset}/{Column}/{Value}";

    /// <summary>A place as the form carried it; null when it is none.</summary>
    public static SynonymPlace? Read(string? written)
    {
        var parts = (written ?? "").Split('/', 3);
        return parts.Length < 3 || parts[0].Length == 0 ? null : new SynonymPlace(parts[0], parts[1].Length == 0 ? null : parts[1], parts[2].Length == 0 || parts[1].Length == 0 ? null : parts[2]);
    }

    // What stands beside it from another dataset has its names there.
    private static IEnumerable<Column> OwnOf(DatasetContract contract) => contract.Columns.Where(column => column is { Hidden: false, Related: null });
}
