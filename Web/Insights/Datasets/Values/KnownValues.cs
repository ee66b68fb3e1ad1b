namespace Web.Insights.Datasets.Values;

/// <summary>
/// Every distinct value of the columns that have few, by place (0 is c1): complete or not at all, since an index with gaps would let
/// a name that exists be taken for one that does not.
/// </summary>
public sealed record KnownValues(IReadOnlyDictionary<int, IReadOnlyList<string>> ByPlace)
{
    /// <summary>A dataset with more values than this loses those of its richest columns.</summary>
    public const int MostInAll = 5_000;

    public static KnownValues None { get; } = new(new Dictionary<int, IReadOnlyList<string>>());

    public IReadOnlyList<string>? At(int place) => ByPlace.GetValueOrDefault(place);
}

/// <summary>Collects values while rows go by.</summary>
internal sealed class ValueCollector
{
    private readonly Dictionary<int, HashSet<string>> sets;

    /// <param name="places">The text columns.</param>
    /// <param name="before">What was known of the rows that are there already; a column that is not in it stays unknown.</param>
    public ValueCollector(IEnumerable<int> places, KnownValues? before) => sets = places
        .Where(place => before is null || before.At(place) is not null)
        .ToDictionary(place => place, place => new HashSet<string>(before?.At(place) ?? [], StringComparer.Ordinal));

    public void Add(int place, string?[] cells)
    {
        if (!sets.TryGetValue(place, out var set)) return;
        foreach (var cell in cells)
            if (cell is not null && set.Add(cell) && set.Count > ValueIndex.Most)
            {
                sets.Remove(place);
                return;
            }
    }

    public KnownValues Result()
    {
        var left = KnownValues.MostInAll;
        Dictionary<int, IReadOnlyList<string>> kept = [];
        foreach (var (place, set) in sets.OrderBy(pair => pair.Value.Count).TakeWhile(pair => (left -= pair.Value.Count) >= 0))
            kept[place] = [.. set.Order(StringComparer.Ordinal)];
        return new KnownValues(kept);
    }
}
